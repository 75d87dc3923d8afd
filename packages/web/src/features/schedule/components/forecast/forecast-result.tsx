import type { ForecastView } from '@millrace/contract'
import { HISTORY_MIN } from '@millrace/core/schedule'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatCount, formatDay, formatDayRange, formatMoney, useTimeZone } from '../../../../ui/index.ts'
import { useMinorUnits } from '../../hooks/use-minor-units.ts'
import { formatShare } from '../../model/format-share.ts'
import { textsForecast } from '../../texts-forecast.ts'
import { textsShape } from '../../texts-shape.ts'
import styles from './forecast.module.css'
import { ForecastCurve } from './forecast-curve.tsx'
import { Movers } from './movers.tsx'

export type Result = NonNullable<ForecastView['result']>
type Props = { readonly result: Result }

/** The value that so many percent of the runs keep. */
export function percentile(curve: readonly number[], percent: number): number {
  return curve[percent - 1] ?? 0
}

/** What came of a simulation: finish and cost as ranges, what moves them, and what they rest on. */
export function ForecastResult({ result }: Props) {
  const timeZone = useTimeZone()
  const { currency, minorUnits } = useMinorUnits()
  const lastDay = (at: number) => dayOf(at - 1, timeZone)
  const dayWords = (at: number) => formatDay(lastDay(at))
  // Cents of a forecast would be a precision that it does not have.
  const money = (minor: number) => formatMoney(Math.round(minor / minorUnits) * minorUnits, currency)
  const { finishAt, costMinor, plannedFinishAt, plannedChance } = result
  const [low, likely, high] = [50, 85, 95].map((percent) => percentile(finishAt, percent))
  const range = formatDayRange(lastDay(low ?? 0), lastDay(high ?? 0))
  return (
    <>
      <section aria-label={textsForecast.finish}>
        <p className={styles.reading}>{textsForecast.finishReading(range, dayWords(likely ?? 0))}</p>
        <p className={styles.hint}>
          {textsForecast.planReading(
            dayWords(plannedFinishAt),
            formatShare(Math.round(plannedChance * 100) / 100),
          )}
        </p>
        {result.unlevelledFinishAt && (
          <Waiting finishAt={finishAt} unlevelledFinishAt={result.unlevelledFinishAt} />
        )}
        <ForecastCurve
          name={textsForecast.finish}
          column={textsForecast.by}
          curve={finishAt}
          {...(result.unlevelledFinishAt
            ? { other: { name: textsShape.withoutWaiting, curve: result.unlevelledFinishAt } }
            : {})}
          valueWords={dayWords}
          marks={[{ at: plannedFinishAt, name: `${textsForecast.planned} ${dayWords(plannedFinishAt)}` }]}
        />
      </section>
      {costMinor !== null && (
        <section aria-label={textsForecast.cost}>
          <p className={styles.reading}>
            {textsForecast.costReading(
              money(percentile(costMinor, 50)),
              money(percentile(costMinor, 95)),
              money(percentile(costMinor, 85)),
            )}
          </p>
          <ForecastCurve
            name={textsForecast.cost}
            column={textsForecast.upTo}
            curve={costMinor}
            valueWords={money}
          />
        </section>
      )}
      <Movers result={result} />
      <Assumptions result={result} />
    </>
  )
}

const DAY_MS = 86_400_000

type Both = { readonly finishAt: readonly number[]; readonly unlevelledFinishAt: readonly number[] }

/** What it costs in time that people and machines do one thing after the other. */
function Waiting({ finishAt, unlevelledFinishAt }: Both) {
  const timeZone = useTimeZone()
  const [levelled, unlevelled] = [percentile(finishAt, 85), percentile(unlevelledFinishAt, 85)]
  const dayWords = (at: number) => formatDay(dayOf(at - 1, timeZone))
  const days = Math.round((levelled - unlevelled) / DAY_MS)
  return (
    <p className={styles.hint}>
      {days <= 0
        ? textsShape.noWaiting(dayWords(levelled))
        : textsShape.waiting({
            levelled: dayWords(levelled),
            unlevelled: dayWords(unlevelled),
            days: textsShape.days(days),
          })}
    </p>
  )
}

function Assumptions({ result }: Props) {
  const { scope, runs, seed, shape, correlation, startOn, isLevelled } = result
  const used = scope.histories.filter(({ usedBy }) => usedBy > 0)
  const lines = [
    textsForecast.ranged(scope.rangedItems, scope.openItems),
    `${textsShape.shape} ${textsShape.shapes[shape]}: ${textsShape.shapeWhy[shape]}`,
    ...used.map(({ kind, samples, usedBy, isEnough }) =>
      isEnough
        ? textsShape.history({ kind, samples, items: usedBy })
        : textsShape.tooFew({ kind, samples, needed: HISTORY_MIN }),
    ),
    ...(startOn === null ? [] : [textsShape.startsOn(formatDay(startOn))]),
    ...(correlation > 0 ? [textsForecast.together(formatShare(correlation))] : []),
    ...(scope.rangedPhases > 0 ? [textsForecast.phases(scope.rangedPhases)] : []),
    ...(scope.openPhases.length > 0 ? [textsForecast.openPhases(scope.openPhases.join(', '))] : []),
    ...(scope.risks > 0 ? [textsForecast.risksIn(scope.risks)] : []),
    textsForecast.calendars,
    isLevelled ? textsShape.isLevelled : textsShape.isNotLevelled,
    textsForecast.runs(formatCount(runs), seed),
  ]
  return (
    <section>
      <h2 className={styles.heading}>{textsForecast.assumptions}</h2>
      <ul className={styles.assumptions}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
