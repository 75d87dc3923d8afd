import { operations, type RiskView } from '@millrace/contract'
import { command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { projectToWriteIn } from '../policy.ts'
import { findContainersOf } from '../queries/find-packages.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { findRisksOf } from '../queries/read-forecast-facts.ts'
import { deleteRisks, saveRisks } from '../store/risks.ts'

/** Adds entries to risk registers, or changes them. */
export const saveRisk = command(operations['schedule.saveRisk'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projectIds = inputs.map((input) => input.containerId)
  const projects = await lockProjects(unit, projectIds)
  const itemIds = [...new Set(inputs.flatMap((input) => input.itemIds))]
  const places = await findContainersOf(tx, organisationId, itemIds)
  const known = new Map((await findRisksOf(tx, organisationId, projectIds)).map((risk) => [risk.id, risk]))
  const after = inputs.map((input, index): RiskView => {
    projectToWriteIn(unit, projects, { id: input.containerId, index })
    refuseReversed(input, index)
    for (const itemId of input.itemIds) {
      const containerIds = places.get(itemId)?.containerIds ?? []
      demand(unit.principal.access, { permission: 'container.read', containerIds, what: 'item' }, index)
      if (!containerIds.includes(input.containerId)) {
        refuse('schedule.not_on_plan', { item: places.get(itemId)?.key ?? '' }, index)
      }
    }
    const before = known.get(input.id)
    if (before && before.containerId !== input.containerId) refuse('platform.exists', { what: 'risk' }, index)
    const next = {
      ...input,
      itemIds: [...new Set(input.itemIds)].toSorted(),
      version: (before?.version ?? 0) + 1,
    }
    known.set(input.id, next)
    return next
  })
  const saved = await saveRisks(unit, [...new Map(after.map((risk) => [risk.id, risk])).values()])
  inputs.forEach(({ id }, index) => {
    if (!saved.has(id)) refuse('platform.exists', { what: 'risk' }, index)
  })
  unit.record(inputs.map((input) => riskEvent(unit, 'schedule.risk_saved', input)))
  return after
})

/** Takes entries out of risk registers. */
export const removeRisk = command(operations['schedule.removeRisk'], async (unit, inputs) => {
  const projectIds = inputs.map((input) => input.containerId)
  const projects = await lockProjects(unit, projectIds)
  const known = await findRisksOf(unit.tx, unit.organisationId, projectIds)
  inputs.forEach(({ id, containerId }, index) => {
    projectToWriteIn(unit, projects, { id: containerId, index })
    const isThere = known.some((risk) => risk.id === id && risk.containerId === containerId)
    if (!isThere) refuse('platform.not_found', { what: 'risk' }, index)
  })
  await deleteRisks(
    unit,
    inputs.map(({ id }) => id),
  )
  unit.record(inputs.map((input) => riskEvent(unit, 'schedule.risk_removed', input)))
  return inputs.map(() => ({}))
})

function refuseReversed(risk: Omit<RiskView, 'version'>, index: number): void {
  const { title: name, delayLowMin, delayHighMin, costLowMinor, costHighMinor } = risk
  if (delayLowMin > delayHighMin) refuse('schedule.range_reversed', { name, range: 'delay' }, index)
  if (costLowMinor > costHighMinor) refuse('schedule.range_reversed', { name, range: 'cost' }, index)
}

function riskEvent(
  unit: Unit,
  kind: 'schedule.risk_saved' | 'schedule.risk_removed',
  { id, containerId }: { readonly id: string; readonly containerId: string },
) {
  return {
    id: unit.newId<'Event'>(),
    ...{ kind, at: unit.now, actor: unit.actor, subject: { kind: 'risk', id }, containerId, data: {} },
    touches: [{ kind: 'forecast', id: containerId }],
  }
}
