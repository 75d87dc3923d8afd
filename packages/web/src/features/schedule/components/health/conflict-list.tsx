import type { PlanConflictView, PlanRowView } from '@millrace/contract'
import { usePeek } from '../../../../platform/navigation.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, formatEffort, useTimeZone } from '../../../../ui/index.ts'
import { textsHealth } from '../../texts-health.ts'
import styles from './health.module.css'

type Props = {
  readonly conflicts: readonly PlanConflictView[]
  readonly rows: readonly PlanRowView[]
}

/** More would not be read; mending some makes room for the rest. */
const SHOWN = 100

/** What does not fit together in a plan, in words that lead to the items. */
export function ConflictList({ conflicts, rows }: Props) {
  const peek = usePeek()
  const timeZone = useTimeZone()
  if (conflicts.length === 0) return <p className={styles.hint}>{textsHealth.noConflicts}</p>
  const rowOf = new Map(rows.map((row) => [row.itemId, row]))
  return (
    <ul className={styles.conflicts}>
      {conflicts.slice(0, SHOWN).map((conflict) => {
        const row = rowOf.get(conflict.itemId)
        return (
          row && (
            <li
              key={`${conflict.kind}${conflict.itemId}${conflict.linkId ?? ''}`}
              className={styles.conflict}
            >
              <button type="button" className={styles.item} onClick={() => peek.open(row.key)}>
                {row.key} {row.title}
              </button>{' '}
              {sentenceOf(conflict, timeZone)}
            </li>
          )
        )
      })}
      {conflicts.length > SHOWN && <li>{textsHealth.more(conflicts.length - SHOWN)}</li>}
    </ul>
  )
}

function sentenceOf({ kind, wantedAt, gotAt, offMin, by }: PlanConflictView, timeZone: string): string {
  const dayWords = (at: number) => formatDay(dayOf(at - 1, timeZone))
  const said = textsHealth.conflict[kind](dayWords(gotAt), dayWords(wantedAt))
  if (kind === 'apart') return `${said}.`
  const reasons: Readonly<Record<string, string>> = textsHealth.because
  const because = by === null ? undefined : reasons[by.kind]
  const off = textsHealth.off(formatEffort(offMin))
  return because === undefined ? `${said} (${off}).` : `${said} (${off}): ${because}.`
}
