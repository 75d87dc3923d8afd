import type { ElementCounts } from '@millrace/contract'
import { CornerDownRight, CornerLeftUp } from 'lucide-react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { writeMinutes } from '../../model/clock-span.ts'
import type { StepRow } from '../../model/step-rows.ts'
import { stepTexts as texts } from '../../texts-steps.ts'
import styles from './steps.module.css'

type Props = {
  readonly row: StepRow
  readonly counts: ElementCounts | undefined
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
  /** Shows the instances that are there; undefined: it is no step. */
  readonly onOpen: (() => void) | undefined
}

/** A line of the list of steps: what is done, who does it, what is there now, and where it goes on. */
export function OutlineRow({ row, counts, isCurrent, isChosen, onChoose, onOpen }: Props) {
  const { id, level, what, number, title, detail, onward } = row
  const { who, within } = useWho(row)
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={isChosen}
      tabIndex={isCurrent ? 0 : -1}
      data-row={id}
      data-kind={what.kind === 'way' ? 'way' : number === '' ? 'passage' : 'work'}
      className={styles.row}
      style={{ paddingInlineStart: `calc(var(--space-4) + ${String(level - 1)} * var(--space-4))` }}
      onClick={onChoose}
    >
      <span className={styles.number}>
        {what.kind === 'way' ? <CornerDownRight size={13} aria-hidden /> : number}
      </span>
      <span className={styles.title}>
        <span className={styles.name}>{title}</span>
        {detail !== '' && <span className={styles.soft}>{detail}</span>}
        {onward !== '' && (
          <span className={styles.onward}>
            <CornerLeftUp size={13} aria-hidden /> {onward}
          </span>
        )}
      </span>
      <span className={styles.who}>
        {who}
        {within !== '' && <span className={styles.soft}>{texts.expected(within)}</span>}
      </span>
      <span className={styles.counts}>
        {counts !== undefined && counts.tokens > 0 && (
          <button type="button" tabIndex={-1} className={styles.here} disabled={!onOpen} onClick={onOpen}>
            {texts.here(counts.tokens)}
          </button>
        )}
        {counts !== undefined && counts.waiting > 0 && (
          <span className={styles.soft}>{texts.waiting(counts.waiting)}</span>
        )}
        {counts !== undefined && counts.incidents > 0 && (
          <span className={styles.incident}>{texts.incidents(counts.incidents)}</span>
        )}
      </span>
    </div>
  )
}

/** Who does it, by the names of today, else as the model says. */
function useWho({ what }: StepRow): { readonly who: string; readonly within: string } {
  const { people, teams } = useDirectory()
  if (what.kind === 'way') return { who: '', within: '' }
  const { teamId, team, responsibleId, responsible, role, expectedMin } = what.node.work.assignment
  const names = [
    people.get(responsibleId ?? '')?.name ?? responsible,
    teams.get(teamId ?? '')?.name ?? team,
    role,
  ].filter((name) => name !== null && name !== '')
  return {
    who: names.length > 0 ? names.join(', ') : (what.lane ?? ''),
    within: expectedMin === null ? '' : writeMinutes(expectedMin),
  }
}
