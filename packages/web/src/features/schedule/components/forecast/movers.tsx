import type { ForecastView } from '@millrace/contract'
import { usePeek } from '../../../../platform/navigation.ts'
import { formatEffort, formatShort, PlainTable } from '../../../../ui/index.ts'
import { formatShare } from '../../model/format-share.ts'
import { type Mover, moversOf } from '../../model/movers.ts'
import { textsForecast } from '../../texts-forecast.ts'
import { textsMovers } from '../../texts-movers.ts'
import styles from './forecast.module.css'

type Props = { readonly result: NonNullable<ForecastView['result']> }

/** What moves the finish most, the strongest first: a tornado with its numbers. */
export function Movers({ result }: Props) {
  const moving = moversOf(result)
  const { movesTitle, moves, expected, critical, crucial } = textsForecast
  const columns = [textsMovers.what, moves, expected, critical, crucial]
  return (
    <section>
      <h2 className={styles.heading}>{movesTitle}</h2>
      {moving.length === 0 ? (
        <p className={styles.hint}>{textsForecast.nothingMoves}</p>
      ) : (
        <>
          <PlainTable label={movesTitle} narrow="cards" columns={columns}>
            {moving.map((mover) => (
              <MoverRow key={mover.id} mover={mover} />
            ))}
          </PlainTable>
          <p className={styles.hint}>
            {textsForecast.movesHint}
            {moving.some(({ kind }) => kind === 'risk') && ` ${textsMovers.noPath}`}
          </p>
        </>
      )}
    </section>
  )
}

function MoverRow({ mover }: { readonly mover: Mover }) {
  const { moves, expected, critical, crucial } = textsForecast
  const { rankCorrelation, meanMin, standardDeviationMin, criticalityIndex, crucialityIndex } = mover
  return (
    <tr>
      <td>
        <MoverName mover={mover} />
      </td>
      <td data-label={moves}>
        <span className={styles.mover}>
          <span className={styles.moverBar} aria-hidden>
            <span style={{ inlineSize: `${String(Math.abs(rankCorrelation) * 100)}%` }} />
          </span>
          {formatShort(Math.round(rankCorrelation * 100) / 100)}
        </span>
      </td>
      <td className={styles.number} data-label={expected}>
        {formatEffort(Math.round(meanMin))} ± {formatEffort(Math.round(standardDeviationMin))}
      </td>
      <td className={styles.number} data-label={critical}>
        {criticalityIndex === null ? '–' : formatShare(criticalityIndex)}
      </td>
      <td className={styles.number} data-label={crucial}>
        {formatShort(Math.round(crucialityIndex * 100) / 100)}
      </td>
    </tr>
  )
}

function MoverName({ mover }: { readonly mover: Mover }) {
  const peek = usePeek()
  if (mover.kind !== 'item') return textsMovers[mover.kind](mover.title)
  return (
    <button type="button" className={styles.item} onClick={() => peek.open(mover.key)}>
      {mover.key} {mover.title}
    </button>
  )
}
