import { operations } from '@millrace/contract'
import { command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { projectToWriteIn } from '../policy.ts'
import { findMeasures, type ItemMeasures } from '../queries/find-measures.ts'
import { findPlannedItems, type PlannedItemRow } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { type NewMeasures, saveMeasures } from '../store/measures.ts'

/** Sets how items earn what was planned for them, and what their rest takes. */
export const changeEarning = command(operations['schedule.changeEarning'], async (unit, inputs) => {
  await changeMeasures(unit, inputs)
  return inputs.map(() => ({}))
})

/** Sets how the estimates of items are spread. */
export const setEstimateShape = command(operations['schedule.setEstimateShape'], async (unit, inputs) => {
  await changeMeasures(
    unit,
    inputs.map(({ containerId, itemId, shape }) => ({ containerId, itemId, patch: { shape } })),
  )
  return inputs.map(() => ({}))
})

type Patch = { readonly [Name in keyof ItemMeasures]?: ItemMeasures[Name] | undefined }
type Input = { readonly containerId: string; readonly itemId: string; readonly patch: Patch }

const USUAL: ItemMeasures = {
  ...{ rule: 'percent', weight: null, unitsDone: null, unitsTotal: null, restMinor: null, restMin: null },
  shape: null,
}

/** A later change of a batch sees what an earlier one did. */
async function changeMeasures(unit: Unit, inputs: readonly Input[]): Promise<void> {
  const projects = await lockProjects(
    unit,
    inputs.map(({ containerId }) => containerId),
  )
  const itemIds = inputs.map(({ itemId }) => itemId)
  const items = await findPlannedItems(unit.tx, unit.organisationId, itemIds)
  inputs.forEach(({ containerId, itemId }, index) => {
    projectToWriteIn(unit, projects, { id: containerId, index })
    demandItem(unit, items.get(itemId), { containerId, index })
  })
  const before = await findMeasures(unit.tx, unit.organisationId, itemIds)
  const after = new Map<string, NewMeasures>()
  for (const { containerId, itemId, patch } of inputs) {
    const known = after.get(itemId) ?? before.get(itemId) ?? USUAL
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const isManual = items.get(itemId)?.isManual ?? false
    after.set(itemId, { ...known, ...given, containerId, itemId, isManual })
  }
  const saved = await saveMeasures(unit, [...after.values()])
  inputs.forEach(({ itemId }, index) => {
    if (!saved.has(itemId)) refuse('schedule.not_on_plan', { item: items.get(itemId)?.title ?? '' }, index)
  })
  unit.record(inputs.map((input) => measuredEvent(unit, input, before.get(input.itemId) ?? USUAL)))
}

function demandItem(
  unit: Unit,
  item: PlannedItemRow | undefined,
  { containerId, index }: { readonly containerId: string; readonly index: number },
): void {
  const containerIds = item?.containerIds ?? []
  demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
  if (!containerIds.includes(containerId)) refuse('schedule.not_on_plan', { item: item?.title ?? '' }, index)
}

function measuredEvent(unit: Unit, { containerId, itemId, patch }: Input, before: ItemMeasures) {
  const changes = Object.entries(patch).flatMap(
    ([name, to]) => (to === undefined ? [] : [[name, { from: before[name as keyof Patch], to }] as const]), // A name of the patch.
  )
  return {
    id: unit.newId<'Event'>(),
    ...{ kind: 'schedule.item_measured', at: unit.now, actor: unit.actor, containerId },
    subject: { kind: 'planItem', id: itemId },
    data: { changes: Object.fromEntries(changes) },
  }
}
