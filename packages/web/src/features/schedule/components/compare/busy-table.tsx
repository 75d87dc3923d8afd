import { formatEffort, PlainTable } from '../../../../ui/index.ts'
import type { ComparedPlan } from '../../hooks/use-compared-plans.ts'
import type { Busy, Figures } from '../../model/scenario/figures.ts'
import { textsCompare as words } from '../../texts-compare.ts'
import styles from './compare.module.css'

type Props = { readonly standing: Figures; readonly compared: readonly ComparedPlan[] }

/** Everybody and everything that work is done with, and how busy they are in each plan. */
export function BusyTable({ standing, compared }: Props) {
  const plans = [
    { id: '', name: words.standing, busy: standing.busy },
    ...compared.map(({ scenario: { id, name }, figures }) => ({ id, name, busy: figures.busy })),
  ]
  const names = new Map(plans.flatMap(({ busy }) => [...busy].map(([id, { name }]) => [id, name])))
  if (names.size === 0) return null
  const shown = [...names].toSorted(([, one], [, other]) => one.localeCompare(other))
  return (
    <section aria-label={words.busy}>
      <h3 className={styles.title}>{words.busy}</h3>
      <p className={styles.hint}>{words.busyExplain}</p>
      <PlainTable label={words.busy} narrow="cards" columns={[words.who, ...plans.map(({ name }) => name)]}>
        {shown.map(([resourceId, name]) => (
          <tr key={resourceId}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            {plans.map(({ id, name: plan, busy }) => (
              <td key={id} className={`${styles.amount ?? ''} ${styles.load ?? ''}`} data-label={plan}>
                <Load busy={busy.get(resourceId)} />
              </td>
            ))}
          </tr>
        ))}
      </PlainTable>
    </section>
  )
}

function Load({ busy }: { readonly busy: Busy | undefined }) {
  if (!busy) return <span className={styles.hint}>–</span>
  const { workMin, peakPercent } = busy
  const work = formatEffort(workMin)
  const isOver = peakPercent === null || peakPercent > 100
  return (
    <>
      {peakPercent === null ? words.noTime(work) : words.load(work, String(peakPercent))}
      {isOver && (
        <span className={styles.difference} data-tone="worse">
          {words.tooMuch}
        </span>
      )}
    </>
  )
}
