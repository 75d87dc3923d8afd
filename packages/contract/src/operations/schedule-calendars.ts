import { z } from 'zod'
import { operation } from '../operation.ts'
import { scheduleRoutes } from '../routes/schedule.ts'
import { id, nothing } from '../schemas/base.ts'
import { calendarView } from '../schemas/schedule.ts'
import { resourceView } from '../schemas/schedule-resources.ts'

export const scheduleCalendarOperations = {
  'schedule.getPool': operation({
    id: 'schedule.getPool',
    route: scheduleRoutes['schedule.getPool'],
    summary: 'What all projects share: resources of the organisation, and calendars that they may go by.',
    permission: 'container.create',
    input: z.object({}),
    output: z.object({
      resources: z.array(resourceView).describe('By name'),
      calendars: z.array(calendarView).describe('By name'),
    }),
    refusals: [],
  }),
  'schedule.saveCalendar': operation({
    id: 'schedule.saveCalendar',
    route: scheduleRoutes['schedule.saveCalendar'],
    summary:
      'Add a calendar of working time, or change one. Those of a project are for whoever manages it, those that all projects share for whoever runs the organisation.',
    permission: 'organisation.read',
    input: calendarView.extend({ name: z.string().trim().min(1).max(200) }),
    output: calendarView,
    refusals: [
      'calendar.no_working_time',
      'calendar.zone_unknown',
      'calendar.week_wrong',
      'calendar.shifts_wrong',
      'calendar.days_wrong',
      'calendar.too_many_exceptions',
      'calendar.base_unknown',
      'calendar.base_circle',
      'work.container_archived',
      'platform.not_allowed',
      'platform.exists',
      'platform.not_found',
    ],
  }),
  'schedule.removeCalendar': operation({
    id: 'schedule.removeCalendar',
    route: scheduleRoutes['schedule.removeCalendar'],
    summary: 'Remove a calendar that nothing uses.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: nothing,
    refusals: [
      'schedule.calendar_in_use',
      'work.container_archived',
      'platform.not_allowed',
      'platform.not_found',
    ],
  }),
} as const
