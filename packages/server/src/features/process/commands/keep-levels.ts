import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { checkLevel, type Escalation, type ServiceLevel } from '@millrace/core/process'
import { accepted, checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { homeFor } from '../policy.ts'
import { lockHomes } from '../queries/find-homes.ts'
import {
  findLevels,
  findLevelsOf,
  findSharedCalendarIds,
  findStepProcesses,
  findTargets,
} from '../queries/find-levels.ts'
import { saveLevels } from '../store/levels.ts'
import { askForRecount } from '../times/recount.ts'

type Input = ParsedInputOf<(typeof operations)['process.setServiceLevel']>

/** Says how soon processes and their steps are to be done. */
export const setServiceLevel = command(operations['process.setServiceLevel'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const processIds = [...new Set(inputs.map(({ containerId }) => containerId))]
  const homes = await lockHomes(unit, processIds)
  const known = new Map(
    await findLevels(
      tx,
      organisationId,
      inputs.map(({ id }) => id),
    ),
  )
  const present = new Map(
    (await findLevelsOf(tx, organisationId, processIds)).map((level) => [level.id, level]),
  )
  const steps = await findStepProcesses(
    tx,
    organisationId,
    inputs.flatMap(({ stepId }) => stepId ?? []),
  )
  await demandReferences(unit, inputs)
  inputs.forEach((input, index) => {
    const home = homeFor(unit, homes, { id: input.containerId, permission: 'container.manage', index })
    const version = versionAfter(known.get(input.id), input, index)
    const step = input.stepId === null ? null : steps.get(input.stepId)
    if (step !== null && step?.processId !== home.id)
      refuse('platform.reference_unknown', { field: 'stepId' }, index)
    const level = accepted(checkLevel(levelOf(input, version)), index)
    if ([...present.values()].some((other) => isForTheSame(other, level)))
      refuse('process.level_twice', { name: step?.name ?? home.name }, index)
    known.set(level.id, level)
    present.set(level.id, level)
  })
  await saveLevels(
    unit,
    [...new Set(inputs.map(({ id }) => id))].flatMap((id) => known.get(id) ?? []),
  )
  unit.record(
    inputs.map((input) => levelEvent(unit, 'process.level_set', { ...input, processId: input.containerId })),
  )
  await askForRecount(unit)
  return inputs.map(() => ({}))
})

function versionAfter(before: ServiceLevel | undefined, input: Input, index: number): number {
  if (!before) return 1
  if (before.processId !== input.containerId) refuse('platform.not_found', { what: 'level' }, index)
  checkVersion({ version: before.version, what: 'level' }, input, index)
  return before.version + 1
}

function isForTheSame(one: ServiceLevel, other: ServiceLevel): boolean {
  return one.id !== other.id && one.processId === other.processId && one.stepId === other.stepId
}

/** No longer counts by levels; how they were kept stays. */
export const removeServiceLevel = command(operations['process.removeServiceLevel'], async (unit, inputs) => {
  const { tx, organisationId, now } = unit
  const known = await findLevels(
    tx,
    organisationId,
    inputs.map(({ id }) => id),
  )
  const homes = await lockHomes(
    unit,
    [...known.values()].map(({ processId }) => processId),
  )
  const removed = inputs.map((input, index): ServiceLevel => {
    const level = known.get(input.id) ?? refuse('platform.not_found', { what: 'level' }, index)
    homeFor(unit, homes, { id: level.processId, permission: 'container.manage', index })
    checkVersion({ version: level.version, what: 'level' }, input, index)
    return { ...level, archivedAt: level.archivedAt ?? now, version: level.version + 1 }
  })
  await saveLevels(unit, removed)
  unit.record(removed.map((level) => levelEvent(unit, 'process.level_removed', level)))
  return inputs.map(() => ({}))
})

function levelOf({ containerId, version: _before, ...input }: Input, version: number): ServiceLevel {
  return { ...input, processId: containerId, archivedAt: null, version }
}

/** Calendars that all may go by, people and teams that there are. */
async function demandReferences(unit: Unit, inputs: readonly Input[]): Promise<void> {
  const { tx, organisationId } = unit
  const targets = (kind: 'person' | 'team', escalations: readonly Escalation[]) =>
    escalations.flatMap((one) => {
      if (one.kind !== 'tell') return []
      if (one.to.kind === 'person') return kind === 'person' ? one.to.personId : []
      return one.to.kind === 'team' && kind === 'team' ? one.to.teamId : []
    })
  const all = inputs.flatMap(({ escalations }) => escalations)
  const [calendars, found] = await Promise.all([
    findSharedCalendarIds(
      tx,
      organisationId,
      inputs.flatMap(({ calendarId }) => calendarId ?? []),
    ),
    findTargets(tx, organisationId, { personIds: targets('person', all), teamIds: targets('team', all) }),
  ])
  inputs.forEach(({ calendarId, escalations }, index) => {
    if (calendarId !== null && !calendars.has(calendarId))
      refuse('platform.reference_unknown', { field: 'calendarId' }, index)
    const told = [...targets('person', escalations), ...targets('team', escalations)]
    if (!told.every((id) => found.has(id)))
      refuse('platform.reference_unknown', { field: 'escalations' }, index)
  })
}

function levelEvent(
  unit: Unit,
  kind: 'process.level_set' | 'process.level_removed',
  { id, processId }: Pick<ServiceLevel, 'id' | 'processId'>,
): Event {
  const subject = { kind: 'level', id }
  return {
    ...{ id: unit.newId<'Event'>(), kind, at: unit.now, actor: unit.actor, subject },
    ...{ containerId: processId, data: {} },
  }
}
