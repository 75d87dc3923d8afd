/** How a plan is looked at, in the order of their keys: 1, 2, 3 and so on. */
export const PLAN_VIEWS = [
  'gantt',
  'grid',
  'network',
  'load',
  'baseline',
  'health',
  'forecast',
  'value',
  'compare',
] as const
export type PlanViewName = (typeof PLAN_VIEWS)[number]

/** The view that an address names; the bars where it names none. */
export function planViewOf(name: string | undefined): PlanViewName {
  return PLAN_VIEWS.find((known) => known === name) ?? 'gantt'
}
