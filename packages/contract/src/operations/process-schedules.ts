import { z } from 'zod'
import { operation } from '../operation.ts'
import { processScheduleRoutes } from '../routes/process-schedules.ts'
import { id, nothing } from '../schemas/base.ts'
import { scheduleInput, startScheduleView } from '../schemas/process-schedules.ts'

const byId = z.object({ id })

export const processScheduleOperations = {
  'process.saveSchedule': operation({
    id: 'process.saveSchedule',
    route: processScheduleRoutes['process.saveSchedule'],
    summary:
      'Let instances be started by the calendar: planned maintenance, monthly closing. A schedule that is changed begins anew from now on.',
    permission: 'container.manage',
    input: scheduleInput.extend({
      id,
      containerId: id,
      version: z.int().optional().describe('Refuse unless it is at this version'),
    }),
    output: nothing,
    refusals: [
      'process.schedule_over',
      'process.schedule_rule',
      'process.schedule_of_model',
      'work.container_archived',
      'platform.version_old',
      'platform.not_found',
      'platform.reference_unknown',
    ],
  }),
  'process.removeSchedule': operation({
    id: 'process.removeSchedule',
    route: processScheduleRoutes['process.removeSchedule'],
    summary: 'Start nothing any more by a schedule. What it started stays; saving it again brings it back.',
    permission: 'container.manage',
    input: byId,
    output: nothing,
    refusals: ['process.schedule_of_model', 'platform.not_found'],
  }),
  'process.pauseSchedule': operation({
    id: 'process.pauseSchedule',
    route: processScheduleRoutes['process.pauseSchedule'],
    summary: 'Let a schedule rest. What comes in the meantime is not made up.',
    permission: 'container.manage',
    input: byId,
    output: nothing,
    refusals: ['platform.not_found'],
  }),
  'process.resumeSchedule': operation({
    id: 'process.resumeSchedule',
    route: processScheduleRoutes['process.resumeSchedule'],
    summary: 'Let a schedule go on, with the next start that comes.',
    permission: 'container.manage',
    input: byId,
    output: nothing,
    refusals: ['platform.not_found'],
  }),
  'process.listSchedules': operation({
    id: 'process.listSchedules',
    route: processScheduleRoutes['process.listSchedules'],
    summary: 'By which schedules instances of a process are started, and when next.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({ schedules: z.array(startScheduleView) }),
    refusals: ['platform.not_found'],
  }),
} as const
