import { operations, type ParsedInputOf } from '@millrace/contract'
import {
  checkClosing,
  checkNewPhase,
  checkPhases,
  checkWave,
  PHASES_MAX,
  type Phase,
} from '@millrace/core/schedule'
import { rankAtEnd } from '@millrace/core/work'
import {
  accepted,
  checkVersion,
  command,
  demand,
  patched,
  Refused,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { phaseEvent } from '../phase-event.ts'
import { projectFor } from '../policy.ts'
import { presentPhase } from '../present.ts'
import { findProjectsInWaves } from '../queries/find-packages.ts'
import { findPhases, findPhasesOf } from '../queries/find-phases.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { savePhases } from '../store/phases.ts'

type NewPhase = ParsedInputOf<(typeof operations)['schedule.addPhase']>

/** Adds phases to projects. All of a batch are judged together. */
export const addPhase = command(operations['schedule.addPhase'], async (unit, inputs) => {
  const projectIds = [...new Set(inputs.map((input) => input.containerId))]
  const projects = await lockProjects(unit, projectIds)
  const phases = await loadPhases(unit, projectIds)
  const inWaves = await findProjectsInWaves(unit.tx, unit.organisationId, projectIds)
  const ids = inputs.map((input) => input.id)
  // Saving writes over what has the same id, also in a project that the person cannot see.
  const taken = new Set((await findPhases(unit.tx, unit.organisationId, ids)).map(({ id }) => id))
  const added = inputs.map((input, index): Phase => {
    projectFor(unit, projects, { id: input.containerId, index })
    if (taken.has(input.id) || phases.has(input.id)) refuse('platform.exists', { what: 'phase' }, index)
    const phase = newPhase(unit, input, index)
    const others = [...phases.values()].filter(({ projectId }) => projectId === phase.projectId)
    const refusal = inWaves.has(phase.projectId) ? checkNewPhase(phase, others) : null
    if (refusal) throw new Refused(refusal, index)
    phases.set(phase.id, phase)
    return phase
  })
  judge(added, phases)
  await savePhases(unit, added)
  unit.record(added.map((phase) => phaseEvent(unit, 'schedule.phase_added', { phase })))
  return added.map(presentPhase)
})

/** A phase of which nothing is said. */
const UNSAID: Omit<Phase, 'id' | 'projectId' | 'name' | 'rank' | 'gate' | 'version'> = {
  ...{ state: 'later', startsOn: null, finishLowOn: null, finishHighOn: null },
  ...{ effortLowMin: null, effortHighMin: null, durationLowMin: null, durationHighMin: null },
  ...{ peopleLow: null, peopleHigh: null, costLowMinor: null, costHighMinor: null },
}

function newPhase(unit: Unit, { id, containerId, name, rank, ...said }: NewPhase, index: number): Phase {
  const phase: Phase = {
    ...UNSAID,
    ...{ id, projectId: containerId, name, rank: rank ?? rankAtEnd(unit.now, index), gate: null, version: 1 },
  }
  return patched(phase, said)
}

/** Changes phases. All of a batch are judged together, so that one can close while the next begins. */
export const changePhase = command(operations['schedule.changePhase'], async (unit, inputs) => {
  const ids = inputs.map((input) => input.id)
  const found = await findPhases(unit.tx, unit.organisationId, ids)
  const projectIds = [...new Set(found.map((phase) => phase.projectId))]
  await lockProjects(unit, projectIds)
  const phases = await loadPhases(unit, projectIds)
  const inWaves = await findProjectsInWaves(unit.tx, unit.organisationId, projectIds)
  const changed = inputs.map((input, index): Phase => {
    const phase = phases.get(input.id)
    if (!phase) return refuse('platform.not_found', { what: 'phase' }, index)
    const containerIds = [phase.projectId]
    demand(unit.principal.access, { permission: 'container.manage', containerIds, what: 'phase' }, index)
    checkVersion({ version: phase.version, what: 'phase' }, input, index)
    const after = { ...patched(phase, input.patch), version: phase.version + 1 }
    const held = inWaves.has(phase.projectId) ? checkWave(phase, after) : null
    const refusal = held ?? checkClosing(phase, after)
    if (refusal) throw new Refused(refusal, index)
    phases.set(after.id, after)
    return after
  })
  judge(changed, phases)
  const last = new Map(changed.map((phase) => [phase.id, phase]))
  await savePhases(unit, [...last.values()])
  await demandPackages(unit, { phaseIds: [...last.keys()] })
  unit.record([...last.values()].map((phase) => phaseEvent(unit, 'schedule.phase_changed', { phase })))
  return changed.map(presentPhase)
})

async function loadPhases(unit: Unit, projectIds: readonly string[]): Promise<Map<string, Phase>> {
  const phases = await findPhasesOf(unit.tx, unit.organisationId, projectIds)
  return new Map(phases.map((phase) => [phase.id, phase]))
}

/** What does not fit is the fault of the last change to its project. */
function judge(changed: readonly Phase[], phases: ReadonlyMap<string, Phase>): void {
  const byProject = Map.groupBy(phases.values(), (phase) => phase.projectId)
  for (const [projectId, own] of byProject) {
    const index = changed.findLastIndex((phase) => phase.projectId === projectId)
    if (own.length > PHASES_MAX) refuse('schedule.too_many_phases', { max: PHASES_MAX }, index)
    accepted(checkPhases(own), index)
  }
}
