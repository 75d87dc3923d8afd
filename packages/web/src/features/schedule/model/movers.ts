import type { ForecastView } from '@millrace/contract'

type Result = NonNullable<ForecastView['result']>
type Task = Result['tasks'][number]
type Other = Result['others'][number]

/** What moves the finish of a forecast: an item, a risk or a later phase. */
export type Mover = (Task & { readonly kind: 'item'; readonly id: string }) | Other

/** A tornado is read from its top; further down nothing is decided. */
const SHOWN = 15
/** Less is chance. */
const LEAST = 0.01

/** What moves the finish most, the strongest first. */
export function moversOf({ tasks, others }: Pick<Result, 'tasks' | 'others'>): readonly Mover[] {
  const items = tasks.map((task): Mover => ({ ...task, kind: 'item', id: task.itemId }))
  return [...items, ...others]
    .filter(({ rankCorrelation }) => Math.abs(rankCorrelation) >= LEAST)
    .toSorted((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation))
    .slice(0, SHOWN)
}
