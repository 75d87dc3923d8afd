import type { ForecastView } from '@millrace/contract'
import { usePeek } from '../../../../platform/navigation.ts'
import { formatEffort, formatShort, PlainTable } from '../../../../ui/index.ts'
import { formatShare } from '../../model/format-share.ts'
import { textsForecast } from '../../texts-forecast.ts'
import styles from './forecast.module.css'

type Props = { readonly tasks: NonNullable<ForecastView['result']>['tasks'] }

/** A tornado is read from its top; further down nothing is decided. */
const SHOWN = 15

/** What moves the finish most, the strongest first: a tornado with its numbers. */
export function Movers({ tasks }: Props) {
  const peek = usePeek()
  const moving = tasks.filter(({ rankCorrelation }) => Math.abs(rankCorrelation) >= 0.01).slice(0, SHOWN)
  const { movesTitle, moves, item, expected, critical, crucial } = textsForecast
  return (
    <section>
      <h2 className={styles.heading}>{movesTitle}</h2>
      {moving.length === 0 ? (
        <p className={styles.hint}>{textsForecast.nothingMoves}</p>
      ) : (
        <>
          <PlainTable label={movesTitle} narrow="cards" columns={[item, moves, expected, critical, crucial]}>
            {moving.map((task) => (
              <tr key={task.itemId}>
                <td>
                  <button type="button" className={styles.item} onClick={() => peek.open(task.key)}>
                    {task.key} {task.title}
                  </button>
                </td>
                <td data-label={moves}>
                  <span className={styles.mover}>
                    <span className={styles.moverBar} aria-hidden>
                      <span style={{ inlineSize: `${String(Math.abs(task.rankCorrelation) * 100)}%` }} />
                    </span>
                    {formatShort(Math.round(task.rankCorrelation * 100) / 100)}
                  </span>
                </td>
                <td className={styles.number} data-label={expected}>
                  {formatEffort(Math.round(task.meanMin))} ±{' '}
                  {formatEffort(Math.round(task.standardDeviationMin))}
                </td>
                <td className={styles.number} data-label={critical}>
                  {formatShare(task.criticalityIndex)}
                </td>
                <td className={styles.number} data-label={crucial}>
                  {formatShort(Math.round(task.crucialityIndex * 100) / 100)}
                </td>
              </tr>
            ))}
          </PlainTable>
          <p className={styles.hint}>{textsForecast.movesHint}</p>
        </>
      )}
    </section>
  )
}
