import type { PlanView } from '@millrace/contract'
import { ProjectCalculation } from '@millrace/core/schedule'
import { useDeferredValue, useMemo } from 'react'
import { useDirectory, useStore } from '../../../platform/store/index.ts'
import { responsibleIn } from '../model/load/plan-pool.ts'
import { type Figures, figuresOf } from '../model/scenario/figures.ts'
import type { Scenario } from '../model/scenario/scenario.ts'
import { type Standing, whatIf } from '../model/scenario/what-if.ts'
import { calculated, mayCalculate, projectPlanOf } from '../model/shown-plan.ts'
import { usePlanAnswer } from './use-plan-answer.ts'
import { useSaidPlan } from './use-shown-plan.ts'

/** A scenario with the figures that it would give the plan. */
export type ComparedPlan = { readonly scenario: Scenario; readonly figures: Figures }

/** The plan as it stands and all its scenarios, by their figures; undefined: the plan is not known yet. */
export function useComparedPlans(
  told: PlanView,
  { containerId, scenarios }: { readonly containerId: string; readonly scenarios: readonly Scenario[] },
): { readonly standing: Figures; readonly compared: readonly ComparedPlan[] } | undefined {
  const store = useStore()
  const { people } = useDirectory()
  const { answer: outside } = usePlanAnswer('schedule.getOutsideWork', { containerId })
  const { said, now, around } = useSaidPlan(told, containerId)
  const asked = useDeferredValue(scenarios)
  return useMemo(() => {
    if (!now) return undefined
    const { timeZone, items } = around
    const responsibleOf = responsibleIn(items, people)
    const figures = (plan: Standing) =>
      figuresOf(dated(plan, timeZone), { told: told.assignments, timeZone, responsibleOf, outside })
    const plan = { plan: now, rows: said.rows }
    const compared = asked.map((scenario): ComparedPlan => {
      const { writes } = store.foresee(scenario.steps.map(({ calls }) => calls))
      return { scenario, figures: figures(whatIf(plan, { scenario, writes }, around)) }
    })
    return { standing: figures(plan), compared }
  }, [store, told, now, said, around, asked, people, outside])
}

/** With the dates that follow. */
function dated({ plan, rows }: Standing, timeZone: string): Standing {
  if (!mayCalculate(plan)) return { plan, rows }
  const project = projectPlanOf({ ...plan, timeZone }, rows, plan.links)
  return { plan, rows: calculated(new ProjectCalculation(), project) }
}
