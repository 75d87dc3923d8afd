import type { ForecastView } from '@millrace/contract'
import { currencyDigits } from '../../../../platform/currency-digits.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatCount, formatDay, formatDayRange, formatMoney, useTimeZone } from '../../../../ui/index.ts'
import { formatShare } from '../../model/format-share.ts'
import { textsForecast } from '../../texts-forecast.ts'
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
  const { organisation } = useDirectory()
  const lastDay = (at: number) => dayOf(at - 1, timeZone)
  const dayWords = (at: number) => formatDay(lastDay(at))
  // Cents of a forecast would be a precision that it does not have.
  const unit = 10 ** currencyDigits(organisation.currency)
  const money = (minor: number) => formatMoney(Math.round(minor / unit) * unit, organisation.currency)
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
        <ForecastCurve
          name={textsForecast.finish}
          column={textsForecast.by}
          curve={finishAt}
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
      <Movers tasks={result.tasks} />
      <Assumptions result={result} />
    </>
  )
}

function Assumptions({ result }: Props) {
  const { scope, runs, seed, shape, correlation } = result
  const lines = [
    textsForecast.ranged(scope.rangedItems, scope.openItems),
    textsForecast.shape[shape],
    ...(correlation > 0 ? [textsForecast.together(formatShare(correlation))] : []),
    ...(scope.rangedPhases > 0 ? [textsForecast.phases(scope.rangedPhases)] : []),
    ...(scope.openPhases.length > 0 ? [textsForecast.openPhases(scope.openPhases.join(', '))] : []),
    ...(scope.risks > 0 ? [textsForecast.risksIn(scope.risks)] : []),
    textsForecast.calendars,
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
