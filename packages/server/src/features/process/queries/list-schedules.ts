import { operations, type StartScheduleView } from '@millrace/contract'
import { previewStarts } from '@millrace/core/process'
import { query } from '../../../platform/commands/index.ts'
import type { KeptSchedule } from '../store/schedules.ts'
import { readTimeWorld, type TimeWorld } from '../times/time-world.ts'
import { findSchedulesOf } from './find-schedules.ts'
import { demandProcess } from './get-process.ts'

const UPCOMING = 5

/** By which schedules instances of a process are started, and when next. */
export const listSchedules = query(operations['process.listSchedules'], async (context, { containerId }) => {
  await demandProcess(context, containerId)
  const { tx, organisationId, now } = context
  const schedules = await findSchedulesOf(tx, organisationId, [containerId])
  const world = await readTimeWorld(tx, organisationId, now)
  return {
    schedules: schedules.filter(({ archivedAt }) => archivedAt === null).map((one) => present(one, world)),
  }
})

function present(schedule: KeptSchedule, world: TimeWorld): StartScheduleView {
  const { processId, archivedAt: _present, next, rule, ...said } = schedule
  const upcoming = previewStarts(schedule, world.scheduleClock(schedule.calendarId), UPCOMING)
  return {
    ...said,
    // As it came in with the schedule.
    values: schedule.values as StartScheduleView['values'],
    containerId: processId,
    rule:
      rule.kind === 'days'
        ? rule
        : { kind: 'timer', timer: rule.timer.timer, value: String(rule.timer.value) },
    nextAt: next?.at ?? null,
    upcoming: upcoming.map(({ at }) => at),
  }
}
