import { useElementSize } from '../../../../ui/index.ts'
import styles from './line-chart.module.css'

export type ChartPoint = { readonly x: number; readonly y: number }
export type ChartSeries = {
  readonly name: string
  readonly points: readonly ChartPoint[]
  /** Lines are told apart by their stroke, and by their name at the end. */
  readonly line: 'solid' | 'dashed' | 'dotted'
}
export type ChartTick = { readonly at: number; readonly name: string }

type Props = {
  /** What the picture says, in one sentence; the numbers stand in a table beside it. */
  readonly label: string
  readonly series: readonly ChartSeries[]
  readonly xTicks: readonly ChartTick[]
  readonly yTicks: readonly ChartTick[]
  /** Moments or amounts that matter, as lines from top to bottom. */
  readonly marks?: readonly ChartTick[]
}

const HEIGHT = 240
const TOP = 30
const BOTTOM = 24
const END = 14

/** Lines over a time or an amount. Its axes are as long as its ticks say. */
export function LineChart({ label, series, xTicks, yTicks, marks = [] }: Props) {
  const { ref, width } = useElementSize()
  const start = 12 + 6.5 * yTicks.reduce((longest, { name }) => Math.max(longest, name.length), 0)
  const x = scaleOf(xTicks, [start, Math.max(start + 1, width - END)])
  const y = scaleOf(yTicks, [HEIGHT - BOTTOM, TOP])
  const every = Math.max(1, Math.ceil(xTicks.length / Math.max(1, Math.floor((width - start) / 84))))
  return (
    <div ref={ref} className={styles.frame}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={label} className={styles.chart}>
          {yTicks.map(({ at, name }) => (
            <g key={name}>
              <line className={styles.grid} x1={start} x2={width - END} y1={y(at)} y2={y(at)} />
              <text className={styles.words} x={start - 6} y={y(at) + 4} textAnchor="end">
                {name}
              </text>
            </g>
          ))}
          {xTicks.map(({ at, name }, index) =>
            index % every === 0 ? (
              <text
                key={at}
                className={styles.words}
                x={x(at)}
                y={HEIGHT - 6}
                textAnchor={index === 0 ? 'start' : index === xTicks.length - 1 ? 'end' : 'middle'}
              >
                {name}
              </text>
            ) : null,
          )}
          {marks.map(({ at, name }, index) => (
            <g key={name} className={styles.mark}>
              <line x1={x(at)} x2={x(at)} y1={TOP} y2={HEIGHT - BOTTOM} />
              <text
                x={x(at)}
                y={index % 2 === 0 ? 10 : 22}
                textAnchor={x(at) > width - 80 ? 'end' : 'middle'}
              >
                {name}
              </text>
            </g>
          ))}
          {series.map(({ name, points, line }) => (
            <polyline
              key={name}
              className={styles.line}
              data-line={line}
              points={points.map((point) => `${String(x(point.x))},${String(y(point.y))}`).join(' ')}
            />
          ))}
        </svg>
      )}
      {series.length > 1 && (
        <ul className={styles.legend}>
          {series.map(({ name, line }) => (
            <li key={name}>
              <svg width={26} height={8} aria-hidden>
                <line className={styles.line} data-line={line} x1={1} x2={25} y1={4} y2={4} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function scaleOf(ticks: readonly ChartTick[], [from, to]: readonly [number, number]) {
  const low = ticks[0]?.at ?? 0
  const high = ticks.at(-1)?.at ?? 1
  return (at: number) => (high === low ? from : from + ((at - low) / (high - low)) * (to - from))
}
