import { useDirectory } from '../../../../platform/store/index.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { Button, formatDay, formatEffort, formatMoney, useTimeZone } from '../../../../ui/index.ts'
import type { Figures } from '../../model/scenario/figures.ts'
import { textsCompare as words } from '../../texts-compare.ts'
import styles from './compare.module.css'

type Props = {
  readonly name: string
  readonly figures: Figures
  /** What it is compared with; null: it is the plan as it stands. */
  readonly standing: Figures | null
  readonly changes?: number
  readonly isOpen: boolean
  readonly onOpen: () => void
}

/** One plan by its figures, each with what differs from the plan as it stands. */
export function ComparedRow({ name, figures, standing, changes, isOpen, onOpen }: Props) {
  const cells = useCells(figures, standing)
  return (
    <tr aria-current={isOpen || undefined}>
      <th scope="row" className={styles.name}>
        {name} {isOpen && <small className={styles.hint}>({words.isOpen})</small>}
      </th>
      {cells.map(({ column, said, difference }) => (
        <td key={column} className={styles.amount} data-label={words.column[column]}>
          {said}
          {difference && (
            <span className={styles.difference} data-tone={difference.tone}>
              {difference.said}
            </span>
          )}
        </td>
      ))}
      <td className={styles.amount} data-label={words.column.changes}>
        {changes ?? '–'}
      </td>
      <td>
        {!isOpen && (
          <Button size="compact-xs" variant="default" aria-label={words.openOf(name)} onClick={onOpen}>
            {words.open}
          </Button>
        )}
      </td>
    </tr>
  )
}

type Difference = { readonly said: string; readonly tone: 'better' | 'worse' | 'same' }

type Cell = {
  readonly column: Exclude<keyof typeof words.column, 'plan' | 'changes'>
  readonly said: string
  readonly difference: Difference | null
}

const DAY_MS = 86_400_000

function useCells(figures: Figures, standing: Figures | null): readonly Cell[] {
  const timeZone = useTimeZone()
  const { organisation } = useDirectory()
  const { finishAt, costMinor, effortMin, overloads, excessMin, late, lateMs } = figures
  const money = (minor: number) => formatMoney(minor, organisation.currency)
  const against = (of: (from: Figures) => number | null, say: Say) => {
    const [before, after] = [standing && of(standing), of(figures)]
    return before === null || after === null ? null : differenceOf(after - before, say)
  }
  const amounts = (amount: (value: number) => string): Say => ({
    up: (by) => words.more(amount(by)),
    down: (by) => words.less(amount(by)),
  })
  const days: Say = { up: (ms) => words.later(daysOf(ms)), down: (ms) => words.earlier(daysOf(ms)) }
  return [
    {
      column: 'finish',
      said: finishAt === null ? words.unknown : formatDay(dayOf(finishAt - 1, timeZone)),
      difference: against((from) => from.finishAt, days),
    },
    {
      column: 'cost',
      said: costMinor === null ? words.unknown : money(costMinor),
      difference: against((from) => from.costMinor, amounts(money)),
    },
    {
      column: 'effort',
      said: formatEffort(effortMin),
      difference: against((from) => from.effortMin, amounts(formatEffort)),
    },
    {
      column: 'overloads',
      said: overloads === 0 ? words.none : words.overloads(overloads, formatEffort(excessMin)),
      difference: against((from) => from.excessMin, amounts(formatEffort)),
    },
    {
      column: 'late',
      said: late === 0 ? words.none : words.late(late, daysOf(lateMs)),
      difference: against((from) => from.late, amounts(String)),
    },
  ]
}

/** How more and less of something is said. */
type Say = { readonly up: (by: number) => string; readonly down: (by: number) => string }

/** Of everything that plans are compared by, less is better. */
function differenceOf(by: number, say: Say): Difference {
  if (by === 0) return { said: words.same, tone: 'same' }
  return by > 0 ? { said: say.up(by), tone: 'worse' } : { said: say.down(-by), tone: 'better' }
}

function daysOf(ms: number): string {
  return String(Math.round((ms / DAY_MS) * 10) / 10)
}
