import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { firstStart, resumeSchedule, type StartRule } from '@millrace/core/process'
import { checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { homeFor } from '../policy.ts'
import { lockHomes } from '../queries/find-homes.ts'
import { findSharedCalendarIds } from '../queries/find-levels.ts'
import { findScheduleProcesses, lockSchedules } from '../queries/find-schedules.ts'
import { type KeptSchedule, saveSchedules } from '../store/schedules.ts'
import { askForStarts } from '../times/start-by-schedule.ts'
import { readTimeWorld } from '../times/time-world.ts'

/** Lets instances be started by the calendar. */
export const saveSchedule = command(operations['process.saveSchedule'], async (unit, inputs) => {
  const { tx, organisationId, now } = unit
  const homes = await lockHomes(
    unit,
    inputs.map(({ containerId }) => containerId),
  )
  const known = new Map(
    await lockSchedules(
      tx,
      organisationId,
      inputs.map(({ id }) => id),
    ),
  )
  const calendars = await findSharedCalendarIds(
    tx,
    organisationId,
    inputs.flatMap(({ calendarId }) => calendarId ?? []),
  )
  const world = await readTimeWorld(tx, organisationId, now)
  const saved = inputs.map((input, index): KeptSchedule => {
    const home = homeFor(unit, homes, { id: input.containerId, permission: 'container.manage', index })
    const before = demandOwn(known.get(input.id), input, index)
    const { id, title, calendarId, missed, values } = input
    if (calendarId !== null && !calendars.has(calendarId))
      refuse('platform.reference_unknown', { field: 'calendarId' }, index)
    const rule = ruleOf(input, index)
    const next = firstStart(rule, now, world.scheduleClock(calendarId))
    if (next === null) refuse('process.schedule_over', {}, index)
    const schedule: KeptSchedule = {
      ...{ id, processId: home.id, elementId: null, title, rule, calendarId, missed, values, next },
      ...{ pausedAt: before.pausedAt, started: before.started, problem: null, archivedAt: null },
      version: before.version + 1,
    }
    known.set(id, schedule)
    return schedule
  })
  return await keep(unit, 'process.schedule_saved', saved)
})

const NEW = { pausedAt: null, started: 0, version: 0 }

/** What stays of a schedule that people made, when they change it. */
function demandOwn(
  before: KeptSchedule | undefined,
  input: ParsedInputOf<(typeof operations)['process.saveSchedule']>,
  index: number,
): Pick<KeptSchedule, 'pausedAt' | 'started' | 'version'> {
  if (!before) return NEW
  if (before.processId !== input.containerId) refuse('platform.not_found', { what: 'schedule' }, index)
  checkVersion({ version: before.version, what: 'schedule' }, input, index)
  if (before.elementId !== null) refuse('process.schedule_of_model', {}, index)
  return before
}

function ruleOf(
  { rule }: ParsedInputOf<(typeof operations)['process.saveSchedule']>,
  index: number,
): StartRule {
  const { rule: days, ...more } = rule
  if (days.kind === 'afterDone') return refuse('process.schedule_rule', {}, index)
  return { ...more, rule: days }
}

/** Starts nothing any more by schedules. */
export const removeSchedule = command(operations['process.removeSchedule'], async (unit, inputs) => {
  const schedules = await lockOwn(unit, inputs)
  const removed = schedules.map((one, index): KeptSchedule => {
    if (one.elementId !== null) refuse('process.schedule_of_model', {}, index)
    return { ...one, archivedAt: unit.now, version: one.version + 1 }
  })
  return await keep(unit, 'process.schedule_removed', removed)
})

/** Lets schedules rest. */
export const pauseSchedule = command(operations['process.pauseSchedule'], async (unit, inputs) => {
  const schedules = await lockOwn(unit, inputs)
  const paused = schedules.map((one) => ({
    ...one,
    pausedAt: one.pausedAt ?? unit.now,
    version: one.version + 1,
  }))
  return await keep(unit, 'process.schedule_paused', paused)
})

/** Lets schedules go on. */
export const goOnWithSchedule = command(operations['process.resumeSchedule'], async (unit, inputs) => {
  const schedules = await lockOwn(unit, inputs)
  const world = await readTimeWorld(unit.tx, unit.organisationId, unit.now)
  const resumed = schedules.map(
    (one): KeptSchedule => ({
      ...one,
      ...resumeSchedule(one, unit.now, world.scheduleClock(one.calendarId)),
      version: one.version + 1,
    }),
  )
  return await keep(unit, 'process.schedule_resumed', resumed)
})

/** The schedules of a request, each once, with their processes locked before them. */
async function lockOwn(
  unit: Unit,
  inputs: readonly { readonly id: string }[],
): Promise<readonly KeptSchedule[]> {
  const { tx, organisationId } = unit
  const ids = inputs.map(({ id }) => id)
  const processes = await findScheduleProcesses(tx, organisationId, ids)
  const homes = await lockHomes(unit, [...processes.values()])
  const schedules = await lockSchedules(tx, organisationId, ids)
  return ids.map((id, index) => {
    const schedule = schedules.get(id) ?? refuse('platform.not_found', { what: 'schedule' }, index)
    homeFor(unit, homes, { id: schedule.processId, permission: 'container.manage', index })
    if (schedule.archivedAt !== null) refuse('platform.not_found', { what: 'schedule' }, index)
    return schedule
  })
}

type Kind = `process.schedule_${'saved' | 'removed' | 'paused' | 'resumed'}`

async function keep(
  unit: Unit,
  kind: Kind,
  schedules: readonly KeptSchedule[],
): Promise<readonly Record<string, never>[]> {
  const last = [...new Map(schedules.map((one) => [one.id, one])).values()]
  await saveSchedules(unit, last)
  await askForStarts(unit, last)
  unit.record(
    schedules.map(({ id, processId, title }): Event => {
      const subject = { kind: 'schedule', id }
      return {
        ...{ id: unit.newId<'Event'>(), kind, at: unit.now, actor: unit.actor, subject },
        ...{ containerId: processId, data: { title } },
      }
    }),
  )
  return schedules.map(() => ({}))
}
