import { operations } from '@millrace/contract'
import { command, demand, refuse } from '../../../platform/commands/index.ts'
import { projectFor } from '../policy.ts'
import { presentBaseline } from '../present.ts'
import { findBaselines } from '../queries/find-baselines.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { type KeptBaseline, updateBaselines } from '../store/baselines.ts'

/** Gives baselines other names, removes them, and brings them back; what they remember never changes. */
export const changeBaseline = command(operations['schedule.changeBaseline'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const found = await findBaselines(
    tx,
    organisationId,
    inputs.map(({ id }) => id),
  )
  const known = new Map(found.map((baseline) => [baseline.id, baseline]))
  const projects = await lockProjects(unit, [...new Set(found.map(({ projectId }) => projectId))])
  const changed = inputs.map(({ id, patch }, index): KeptBaseline => {
    const before = known.get(id) ?? refuse('platform.not_found', { what: 'baseline' }, index)
    const containerIds = [before.projectId]
    demand(unit.principal.access, { permission: 'container.manage', containerIds, what: 'baseline' }, index)
    projectFor(unit, projects, { id: before.projectId, index })
    const { name = before.name, isRemoved = before.removedAt !== null } = patch
    const after = { ...before, name, removedAt: isRemoved ? (before.removedAt ?? unit.now) : null }
    known.set(id, after)
    return after
  })
  await updateBaselines(unit, [...new Map(changed.map((baseline) => [baseline.id, baseline])).values()])
  unit.record(
    changed.map(({ id, projectId, number, name, removedAt }) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.baseline_changed',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'baseline', id },
      containerId: projectId,
      data: { number, name, isRemoved: removedAt !== null },
    })),
  )
  return changed.map(presentBaseline)
})
