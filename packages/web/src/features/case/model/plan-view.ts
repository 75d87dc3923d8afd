import type { CasePlanItemView, CasePlanView } from '@millrace/contract'

export type Place = CasePlanItemView['place']

/** What is told apart in lists: an item of the plan may come more than once. */
export function keyOf({ planItemId, rowId }: CasePlanItemView): string {
  return `${planItemId} ${String(rowId)}`
}

/** What stands on the way of the case: its stages and milestones, each once, as it stands now. */
export function wayOf({ items }: Pick<CasePlanView, 'items'>): readonly CasePlanItemView[] {
  const own = items.filter(
    ({ stageId, kind, place }) =>
      stageId === null && (kind === 'stage' || kind === 'milestone') && (place !== 'off' || kind === 'stage'),
  )
  const latest = [...new Map(own.map((item) => [item.planItemId, item])).values()]
  // In the order of their coming: what people add comes behind what was there.
  return latest.toSorted((one, other) => (one.rowId ?? Infinity) - (other.rowId ?? Infinity))
}

/** What is listed at a place; stages have a place of their own, on the way. */
export function listedAt({ items }: Pick<CasePlanView, 'items'>, place: Place): readonly CasePlanItemView[] {
  const isOnWay = new Set(wayOf({ items }).map(({ planItemId }) => planItemId))
  return items.filter(
    (item) => item.place === place && !(isOnWay.has(item.planItemId) && isOnTheWayOnly(item)),
  )
}

/** Stages that run are seen on the way; those that may begin or wait for something are listed too. */
function isOnTheWayOnly({ place, kind }: CasePlanItemView): boolean {
  return kind === 'stage' ? place === 'now' || place === 'done' || place === 'off' : place === 'done'
}

/** The stages in which something can be put now. */
export function openStages({ items }: CasePlanView): readonly CasePlanItemView[] {
  const stages = items.filter(({ kind, place }) => kind === 'stage' && place !== 'done' && place !== 'off')
  return [...new Map(stages.map((stage) => [stage.planItemId, stage])).values()]
}

/** An id for something new in a plan. */
export function newPlanItemId(): string {
  return `i_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
}
