import { PlainTable } from '../../../../ui/index.ts'
import { formatShare } from '../../model/format-share.ts'
import { evenTicks } from '../../model/ticks.ts'
import { textsForecast } from '../../texts-forecast.ts'
import { type ChartTick, LineChart } from '../chart/line-chart.tsx'
import styles from './forecast.module.css'

type Props = {
  readonly name: string
  /** Heading of the values in the table. */
  readonly column: string
  /** The value that 1, 2, ... 100 percent of the runs keep. */
  readonly curve: readonly number[]
  /** Something to compare it with, as a second line and column. */
  readonly other?: { readonly name: string; readonly curve: readonly number[] }
  readonly valueWords: (value: number) => string
  readonly marks?: readonly ChartTick[]
}

const SHARES = [0, 0.25, 0.5, 0.75, 1]
const ROWS = [5, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95]
const MARKED = [50, 85, 95]

/** How many runs keep which value, as a curve and as a table. */
export function ForecastCurve({ name, column, curve, other, valueWords, marks = [] }: Props) {
  const ends = [curve, other?.curve ?? curve].flatMap((each) => [each[0] ?? 0, each.at(-1) ?? 0])
  const all = [...ends, ...marks.map(({ at }) => at)]
  const ticks = evenTicks(Math.min(...all), Math.max(...all), 5)
  const found = MARKED.map((percent) => ({ at: curve[percent - 1] ?? 0, name: `P${String(percent)}` }))
  const label = found.map((mark) => `${mark.name} ${valueWords(mark.at)}`).join(', ')
  return (
    <>
      <LineChart
        label={`${name}: ${label}`}
        series={[
          { name, line: 'solid', points: pointsOf(curve) },
          ...(other
            ? [{ name: other.name, line: 'dashed' as const, points: pointsOf(other.curve) }] // A kind of line.
            : []),
        ]}
        xTicks={ticks.map((at) => ({ at, name: valueWords(at) }))}
        yTicks={SHARES.map((at) => ({ at, name: formatShare(at) }))}
        marks={[...found, ...marks]}
      />
      <details className={styles.more}>
        <summary>{textsForecast.asTable}</summary>
        <PlainTable label={name} columns={[textsForecast.share, column, ...(other ? [other.name] : [])]}>
          {ROWS.map((percent) => (
            <tr key={percent}>
              <td>{formatShare(percent / 100)}</td>
              <td>{valueWords(curve[percent - 1] ?? 0)}</td>
              {other && <td>{valueWords(other.curve[percent - 1] ?? 0)}</td>}
            </tr>
          ))}
        </PlainTable>
      </details>
    </>
  )
}

function pointsOf(curve: readonly number[]) {
  return [{ x: curve[0] ?? 0, y: 0 }, ...curve.map((value, index) => ({ x: value, y: (index + 1) / 100 }))]
}
