import type { WorkItem } from '@millrace/core/work'
import type { ReactNode } from 'react'
import { paths, usePeek, useSlug } from '../../../../platform/navigation.ts'
import { KindGlyph, Link, PersonAvatar, StateShape } from '../../../../ui/index.ts'
import type { Lookup } from '../../model/lookup.ts'
import { ConfidentialMark } from '../marks/confidential-mark.tsx'
import { DueMark } from '../marks/due-mark.tsx'
import styles from './item-panel.module.css'

type Props = { readonly item: WorkItem; readonly lookup: Lookup; readonly end?: ReactNode }

/** Another item on one line, with the way to it. While an item is peeked at, the pane goes along. */
export function ItemLine({ item, lookup, end }: Props) {
  const slug = useSlug()
  const peek = usePeek()
  const home = lookup.containers.get(item.containerIds[0] ?? '')
  const responsible = item.responsibleId === null ? null : (lookup.people.get(item.responsibleId) ?? null)
  return (
    <li className={styles.line} data-done={item.stateGroup === 'done' || undefined}>
      <Link
        to={paths.item(slug, item.key)}
        className={styles.lineLink}
        onClick={(event) => {
          if (peek.key === null || event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          peek.open(item.key)
        }}
      >
        <StateShape group={item.stateGroup} />
        {home && <KindGlyph kind={home.kind} size={13} />}
        <span className={styles.lineKey}>{item.key}</span>
        <ConfidentialMark item={item} />
        <span className={styles.lineTitle}>{item.title}</span>
      </Link>
      <DueMark item={item} today={lookup.today} />
      <PersonAvatar person={responsible} size={18} label={responsible?.name} />
      {end}
    </li>
  )
}
