import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, PlainTable, useTimeZone } from '../../../../ui/index.ts'
import { readingOf, type SaidValue } from '../../model/amount-words.ts'
import { evenTicks, roundTicks } from '../../model/ticks.ts'
import { textsValue } from '../../texts-value.ts'
import { LineChart } from '../chart/line-chart.tsx'
import styles from './value.module.css'

const DAY_MIN = 480

/** Round amounts: of money, or whole days of work. */
function amountTicks(most: number, unit: 'money' | 'minutes'): readonly number[] {
  const one = unit === 'money' ? 100 : DAY_MIN
  return roundTicks(0, most / one, 4).map((tick) => tick * one)
}

/** Planned, earned and actual over time, as lines and as a table. */
export function ValueCurve({ value, say }: SaidValue) {
  const timeZone = useTimeZone()
  const { periodEndsAt, planned, earned, actual, statusAt, unit } = value
  const dayWords = (at: number) => formatDay(dayOf(at - 1, timeZone))
  const [first = 0, last = 0] = [periodEndsAt[0], periodEndsAt.at(-1)]
  const begin = first - ((periodEndsAt[1] ?? last) - first)
  // The last of the past is the status date, within its period.
  const momentOf = (index: number) => Math.min(periodEndsAt[index] ?? last, statusAt)
  const past = (amounts: readonly number[]) => amounts.map((y, index) => ({ x: momentOf(index), y }))
  const spent = unit === 'money' ? textsValue.actual : textsValue.spent
  const most = Math.max(...planned, ...earned, ...actual, 1)
  const from = { x: begin, y: 0 }
  return (
    <>
      <LineChart
        label={readingOf(value, say)}
        series={[
          {
            name: textsValue.planned,
            line: 'dashed',
            points: [from, ...planned.map((y, index) => ({ x: periodEndsAt[index] ?? last, y }))],
          },
          { name: textsValue.earned, line: 'solid', points: [from, ...past(earned)] },
          { name: spent, line: 'dotted', points: [from, ...past(actual)] },
        ]}
        xTicks={evenTicks(begin, last, 6).map((at) => ({ at, name: dayWords(at) }))}
        yTicks={amountTicks(most, unit).map((at) => ({ at, name: say(at) }))}
        marks={
          statusAt >= begin && statusAt <= last
            ? [{ at: statusAt, name: `${textsValue.status} ${dayWords(statusAt)}` }]
            : []
        }
      />
      <details className={styles.more}>
        <summary>{textsValue.asTable}</summary>
        <PlainTable
          label={textsValue.title}
          columns={[textsValue.until, textsValue.planned, textsValue.earned, spent]}
        >
          {periodEndsAt.map((at, index) => (
            <tr key={at}>
              <td>{dayWords(at)}</td>
              {[planned, earned, actual].map((amounts, place) => {
                const amount = amounts[index]
                return <td key={String(place)}>{amount === undefined ? '' : say(amount)}</td>
              })}
            </tr>
          ))}
        </PlainTable>
      </details>
    </>
  )
}
