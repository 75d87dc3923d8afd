import {
  ChartGantt,
  ChartNoAxesColumn,
  ChartSpline,
  GitCompareArrows,
  GitFork,
  HeartPulse,
  Network,
  Scale,
  Table2,
} from 'lucide-react'
import { useKeys } from '../../../platform/use-keys.ts'
import { PLAN_VIEWS, type PlanViewName } from '../model/plan-views.ts'
import { texts } from '../texts.ts'
import { textsViews } from '../texts-views.ts'
import styles from './plan-views.module.css'

type Props = { readonly view: PlanViewName; readonly onView: (view: PlanViewName) => void }

const SIGNS = {
  gantt: ChartGantt,
  grid: Table2,
  network: Network,
  load: ChartNoAxesColumn,
  baseline: GitCompareArrows,
  health: HeartPulse,
  forecast: ChartSpline,
  value: Scale,
  compare: GitFork,
} as const

/** The switch between the views of a plan, by hand or by the keys 1, 2, 3 and so on. */
export function PlanViews({ view, onView }: Props) {
  useKeys(
    PLAN_VIEWS.map((each, index) => ({
      id: `plan.view.${each}`,
      keys: String(index + 1),
      label: textsViews.show(textsViews.view[each]),
      group: texts.plan,
      run: () => onView(each),
    })),
  )
  return (
    <div role="radiogroup" aria-label={textsViews.label} className={styles.views}>
      {PLAN_VIEWS.map((each, index) => {
        const Sign = SIGNS[each]
        return (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === view}
            aria-label={textsViews.view[each]}
            title={`${textsViews.hint[each]} (${String(index + 1)})`}
            className={styles.view}
            onClick={() => onView(each)}
          >
            <Sign size={14} strokeWidth={1.75} aria-hidden />
            <span className={styles.name}>{textsViews.view[each]}</span>
          </button>
        )
      })}
    </div>
  )
}
