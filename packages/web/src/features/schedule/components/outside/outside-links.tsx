import type { OutsideLinkView } from '@millrace/contract'
import { X } from 'lucide-react'
import { callOf, useDirectory } from '../../../../platform/store/index.ts'
import { ActionIcon, Link } from '../../../../ui/index.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import { useTies } from '../../hooks/use-ties.ts'
import { writeRule } from '../../model/link-notation.ts'
import { tieName } from '../../model/outside/tie-words.ts'
import { texts } from '../../texts.ts'
import { textsOutside as words } from '../../texts-outside.ts'
import { linkLetters } from '../link-letters.ts'
import styles from './outside.module.css'

type Props = {
  /** Those of one item. */
  readonly links: readonly OutsideLinkView[]
  readonly containerId: string
  readonly canWrite: boolean
  /** How the heads of both lists look. */
  readonly headClass: string | undefined
}

/** What an item waits for in other projects, and what waits for it there. */
export function OutsideLinks({ links, containerId, canWrite, headClass }: Props) {
  const { containers } = useDirectory()
  // Whoever may write what comes first makes and removes links.
  const mayRemove = (link: OutsideLinkView) => {
    const role = containers.get(link.containerId ?? '')?.myRole
    return link.isIn ? role === 'manager' || role === 'contributor' : canWrite
  }
  const lists = [
    { name: words.waits, own: links.filter(({ isIn }) => isIn) },
    { name: words.awaited, own: links.filter(({ isIn }) => !isIn) },
  ]
  return lists.map(
    ({ name, own }) =>
      own.length > 0 && (
        <section key={name} aria-label={name}>
          <h3 className={headClass}>{name}</h3>
          {own.map((link) => (
            <OutsideLine key={link.id} {...{ link, containerId }} canRemove={mayRemove(link)} />
          ))}
          {own.some(({ isIn }) => !isIn) && <p className={styles.hint}>{words.floatWithin}</p>}
        </section>
      ),
  )
}

type LineProps = Pick<Props, 'containerId'> & { readonly link: OutsideLinkView; readonly canRemove: boolean }

function OutsideLine({ link, containerId, canRemove }: LineProps) {
  const { write } = usePlanDoor(containerId)
  const { whenOf, targetOf } = useTies()
  const target = targetOf(link)
  const name = link.key === null ? tieName(link) : `${link.key} ${tieName(link)}`
  const handleRemove = () =>
    void write([callOf('work.unrelateItems', { id: link.id })], { undoLabel: texts.unlinked })
  return (
    <div className={styles.line}>
      {target ? (
        <Link {...target} className={styles.other} title={words.opens}>
          {name}
        </Link>
      ) : (
        <span className={styles.other}>{name}</span>
      )}
      <span className={styles.rule}>{ruleOf(link)}</span>
      <span className={styles.rule}>{whenOf(link)}</span>
      {canRemove && (
        <ActionIcon variant="subtle" aria-label={words.remove(name)} onClick={handleRemove}>
          <X size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}

function ruleOf(link: OutsideLinkView): string {
  const { linkType } = link
  return link.lag === 0
    ? texts.linkTypes[linkType]
    : `${texts.linkTypes[linkType]} (${writeRule(link, linkLetters)})`
}
