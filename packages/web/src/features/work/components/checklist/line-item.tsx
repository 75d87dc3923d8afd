import type { ChecklistLine, WorkItem } from '@millrace/core/work'
import { paths, usePeek, useSlug } from '../../../../platform/navigation.ts'
import { Link, StateShape } from '../../../../ui/index.ts'
import { textsChecklist } from '../../texts-checklist.ts'
import styles from './checklist.module.css'

type Props = { readonly line: ChecklistLine; readonly subItem: WorkItem | undefined }

/** A line that has become a sub-item: the way to it, with its state instead of a tick. */
export function LineItem({ line, subItem }: Props) {
  const slug = useSlug()
  const peek = usePeek()
  if (!subItem) {
    return (
      <span className={styles.text} title={textsChecklist.unseen} tabIndex={-1} data-line-focus>
        {line.text}
      </span>
    )
  }
  return (
    <Link
      to={paths.item(slug, subItem.key)}
      className={styles.link}
      data-line-focus
      onClick={(event) => {
        if (peek.key === null || event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        peek.open(subItem.key)
      }}
    >
      <StateShape group={subItem.stateGroup} />
      <span className={styles.key}>{subItem.key}</span>
      <span className={styles.linkTitle}>{subItem.title}</span>
    </Link>
  )
}
