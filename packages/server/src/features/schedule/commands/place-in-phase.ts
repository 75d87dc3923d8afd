import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Phase } from '@millrace/core/schedule'
import { command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { demandStay } from '../demand-stay.ts'
import { projectFor } from '../policy.ts'
import { findContainersOf, holdPhasePlaces, type ItemPlace } from '../queries/find-packages.ts'
import { findPhases } from '../queries/find-phases.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { recordBaselines } from '../record-baselines.ts'
import { savePhaseItems } from '../store/rolling-wave.ts'

type Input = ParsedInputOf<(typeof operations)['schedule.placeInPhase']>

/** Puts items into phases of their projects, with everything under them; the last word on an item counts. */
export const placeInPhase = command(operations['schedule.placeInPhase'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const itemIds = inputs.map((input) => input.itemId)
  const items = await findContainersOf(tx, organisationId, itemIds)
  const phaseIds = inputs.flatMap((input) => input.phaseId ?? [])
  const phases = new Map((await findPhases(tx, organisationId, phaseIds)).map((one) => [one.id, one]))
  inputs.forEach((input, index) => {
    demandPlace(unit, input, { items, phases, index })
  })
  const before = await holdPhasePlaces(tx, organisationId, itemIds)
  const projectOf = projectsOf(inputs, { items, phases })
  await takeBaselines(unit, inputs, projectOf)
  const places = new Map(inputs.map(({ itemId, phaseId }) => [itemId, phaseId]))
  await savePhaseItems(unit, places)
  await demandPackages(unit, { itemIds: [...places.keys()] })
  const plain = inputs.filter(({ baselineId }) => baselineId === undefined)
  await demandStay(
    unit,
    plain.map(({ itemId }) => {
      return { itemId, title: items.get(itemId)?.title ?? '', from: before.get(itemId) ?? null }
    }),
  )
  unit.record(
    [...places].map(([itemId, phaseId]) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.item_phased',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'phaseItem', id: itemId },
      touches: [{ kind: 'item', id: itemId }],
      containerId: projectOf.get(itemId) ?? null,
      data: { phaseId },
    })),
  )
  return inputs.map(() => ({}))
})

type Known = {
  readonly items: ReadonlyMap<string, ItemPlace>
  readonly phases: ReadonlyMap<string, Phase>
}

/** Both ends are seen, and belong together. */
function demandPlace(
  unit: Unit,
  { itemId, phaseId }: Input,
  { items, phases, index }: Known & { readonly index: number },
): void {
  const { access } = unit.principal
  const { containerIds, key } = items.get(itemId) ?? refuse('platform.not_found', { what: 'item' }, index)
  demand(access, { permission: 'item.write', containerIds, what: 'item' }, index)
  if (phaseId === null) return
  const { projectId } = phases.get(phaseId) ?? refuse('platform.not_found', { what: 'phase' }, index)
  demand(access, { permission: 'item.write', containerIds: [projectId], what: 'phase' }, index)
  if (!containerIds.includes(projectId)) refuse('schedule.phase_elsewhere', { key }, index)
}

/** The projects in whose phases items are put; one that is taken out of all of them is at home in its first. */
function projectsOf(inputs: readonly Input[], { items, phases }: Known): ReadonlyMap<string, string> {
  return new Map(
    inputs.flatMap(({ itemId, phaseId }) => {
      const id = phases.get(phaseId ?? '')?.projectId ?? items.get(itemId)?.containerIds[0]
      return id === undefined ? [] : [[itemId, id] as const]
    }),
  )
}

/** What leaves the later phases is open for detail from then on: the plan is taken down as it was before. */
async function takeBaselines(
  unit: Unit,
  inputs: readonly Input[],
  projectOf: ReadonlyMap<string, string>,
): Promise<void> {
  const wanted = inputs.flatMap(({ itemId, baselineId }, index) =>
    baselineId === undefined ? [] : [{ id: baselineId, projectId: projectOf.get(itemId) ?? '', index }],
  )
  if (wanted.length === 0) return
  const projects = await lockProjects(
    unit,
    wanted.map(({ projectId }) => projectId),
  )
  for (const { projectId: id, index } of wanted) projectFor(unit, projects, { id, index })
  await recordBaselines(
    unit,
    wanted.map(({ id, projectId }) => ({ id, projectId, name: '' })),
  )
}
