import { addDays } from '@millrace/core/kernel'
import { useSetSearch } from '../../../../platform/navigation.ts'
import { useToday } from '../../../../ui/index.ts'
import { usePlanPool } from '../../hooks/use-plan-pool.ts'
import { fullestOf, levelOf, percentOf } from '../../model/load/levels.ts'
import { textsLoad } from '../../texts-load.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import styles from './load.module.css'
import { shareInWords } from './load-words.ts'
import { useLoad } from './use-load.ts'

type Props = Pick<PlanViewProps, 'plan' | 'rows' | 'containerId'>

/** How far ahead the strip looks, this day included. */
const DAYS_AHEAD = 27
const SHOWN = 12

/** Below the bars: who and what is fullest in the next four weeks. Each leads to its load. */
export function LoadStrip({ plan, rows, containerId }: Props) {
  const setSearch = useSetSearch()
  const today = useToday()
  const pool = usePlanPool({ plan, rows, containerId })
  const load = useLoad(pool, { fromOn: today, toOn: addDays(today, DAYS_AHEAD), by: 'week' })
  const chips = load
    .flatMap(({ resource, buckets }) => {
      const fullest = fullestOf(buckets)
      return fullest ? [{ resource, fullest }] : []
    })
    .toSorted((a, b) => share(b.fullest) - share(a.fullest) || a.resource.name.localeCompare(b.resource.name))
  if (chips.length === 0) return null
  return (
    <section className={styles.strip} aria-label={textsLoad.strip}>
      <span className={styles.stripName}>{textsLoad.stripName}</span>
      {chips.slice(0, SHOWN).map(({ resource, fullest }) => {
        const level = levelOf(fullest)
        return (
          <button
            key={resource.id}
            type="button"
            className={styles.chip}
            title={textsLoad.chip(resource.name, textsLoad.level[level], shareInWords(fullest))}
            onClick={() => setSearch({ view: 'load', who: resource.id })}
          >
            {resource.name}
            <span className={styles.meter} aria-hidden>
              <span
                className={styles.meterFill}
                data-level={level}
                style={{ inlineSize: `${String(Math.min(100, percentOf(fullest) ?? 100))}%` }}
              />
            </span>
            <span className={styles.chipShare} data-level={level}>
              {shareInWords(fullest)}
            </span>
          </button>
        )
      })}
      {chips.length > SHOWN && (
        <button type="button" className={styles.chip} onClick={() => setSearch({ view: 'load' })}>
          {textsLoad.more(chips.length - SHOWN)}
        </button>
      )}
    </section>
  )
}

function share(asked: Parameters<typeof percentOf>[0]): number {
  return percentOf(asked) ?? Number.MAX_SAFE_INTEGER
}
