import { z } from 'zod'
import { type Frozen, operation } from '../operation.ts'
import { scheduleRoutes } from '../routes/schedule.ts'
import { id, nothing, someIds } from '../schemas/base.ts'
import { relationView } from '../schemas/item.ts'
import { outsideLinkView } from '../schemas/outside-link.ts'
import { planConflictView } from '../schemas/plan-health.ts'
import {
  baselineRowView,
  baselineView,
  calendarView,
  levelledFor,
  phaseView,
  planFields,
  planItemView,
  plannedDatesView,
  planRowView,
  planSettings,
  planSettingsView,
} from '../schemas/schedule.ts'
import { assignmentView, resourceView } from '../schemas/schedule-resources.ts'

const planView = z.object({
  rows: z.array(planRowView).describe('In outline order: parents before their sub-items'),
  links: z.array(relationView).describe('Dependencies between items of the plan'),
  outside: z
    .object({
      links: z.array(outsideLinkView),
      calendars: z
        .array(calendarView)
        .describe('Of other projects, where lags are counted in those of predecessors'),
    })
    .describe('What it waits for in other projects, and what waits for it there'),
  settings: planSettingsView,
  conflicts: z.array(planConflictView).describe('What the last calculation found not to fit together'),
  hasRollingWave: z.boolean().describe('Later phases hold packages with ranges only'),
  phases: z.array(phaseView).describe('In their order'),
  baselines: z.array(baselineView).describe('All of them, oldest first'),
  baseline: z
    .object({ id, rows: z.array(baselineRowView) })
    .nullable()
    .describe('The rows of the baseline to compare with'),
  calendars: z.array(calendarView),
  resources: z.array(resourceView),
  assignments: z.array(assignmentView),
})
/** The whole plan of a project, as everybody sees it. */
export type PlanView = Frozen<z.infer<typeof planView>>

export const scheduleOperations = {
  'schedule.getPlan': operation({
    id: 'schedule.getPlan',
    route: scheduleRoutes['schedule.getPlan'],
    summary: 'The plan of a project: rows, links, phases, resources, and a baseline to compare with.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      baselineId: id.optional().describe('The last one when left out'),
    }),
    output: planView,
    refusals: ['schedule.plan_too_large', 'platform.not_found'],
  }),
  'schedule.listPlannedDates': operation({
    id: 'schedule.listPlannedDates',
    route: scheduleRoutes['schedule.listPlannedDates'],
    summary:
      'When the items of some projects are planned, and what they wait for. Projects that you do not see are left out.',
    permission: 'container.read',
    input: z.object({ containerIds: someIds.describe('Up to 100 projects, with commas between') }),
    output: z.object({
      rows: z
        .array(plannedDatesView)
        .describe('Items whose dates are those of the plan, or of what is below them'),
      links: z.array(relationView).describe('Dependencies between these items'),
    }),
    refusals: ['schedule.plan_too_large'],
  }),
  'schedule.getShift': operation({
    id: 'schedule.getShift',
    route: scheduleRoutes['schedule.getShift'],
    summary:
      'What moving the bar of an item says about its time: what to change in its plan, and how that stands.',
    permission: 'item.write',
    input: z.object({
      containerId: id,
      itemId: id,
      days: z.coerce.number().int().min(-20_000).max(20_000),
      end: z.enum(['both', 'finish']).default('both'),
      step: z.enum(['days', 'workingDays']).default('days').describe('What the days are'),
    }),
    output: z.object({
      plan: planItemView,
      patch: planFields
        .partial()
        .nullable()
        .describe('Null: it cannot be moved that way, or is there already'),
    }),
    refusals: ['platform.not_found'],
  }),
  'schedule.changePlanItem': operation({
    id: 'schedule.changePlanItem',
    route: scheduleRoutes['schedule.changePlanItem'],
    summary:
      'Change what is planned for an item. Its dates, and those of what follows, are calculated after.',
    permission: 'item.write',
    input: z.object({
      containerId: id,
      itemId: id,
      patch: planFields
        // Durations below zero are refused by name, with the rest of what cannot be.
        .extend({ durationMin: z.int().nullable(), remainingMin: z.int().nullable() })
        .partial(),
    }),
    output: planItemView,
    refusals: [
      'schedule.not_on_plan',
      'schedule.dates_follow_links',
      'schedule.manual_needs_dates',
      'schedule.constraint_needs_date',
      'schedule.summary_spans',
      'schedule.hammock_spans',
      'schedule.constraints_contradict',
      'schedule.link_circle',
      'schedule.link_to_finish',
      'schedule.duration_negative',
      'schedule.date_outside',
      'schedule.dates_reversed',
      'schedule.split_empty',
      'schedule.split_outside',
      'schedule.splits_overlap',
      'schedule.resumes_before_start',
      'schedule.calendar_unknown',
      'schedule.units_beyond',
      'schedule.later_phase_detail',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'schedule.setLevelling': operation({
    id: 'schedule.setLevelling',
    route: scheduleRoutes['schedule.setLevelling'],
    summary:
      'Keep what levelling found: before when items do not begin because what they need is taken (null lets them go), and who of those who may does what.',
    permission: 'container.manage',
    input: z.object({
      containerId: id,
      items: z
        .array(
          z.object({
            itemId: id,
            levelledAt: planFields.shape.levelledAt,
            levelledFor: levelledFor.nullable().default(null),
          }),
        )
        .max(20_000),
      assignments: z
        .array(
          z.object({
            assignmentId: id,
            resourceId: id.nullable().describe('Null: nobody in particular, anybody with its skill'),
          }),
        )
        .max(20_000)
        .default([])
        .describe('Assignments that are done with another resource from now on'),
    }),
    output: nothing,
    refusals: [
      'schedule.not_on_plan',
      'schedule.resource_unknown',
      'schedule.taker_missing',
      'schedule.summary_spans',
      'schedule.date_outside',
      'schedule.later_phase_detail',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'schedule.changePlanSettings': operation({
    id: 'schedule.changePlanSettings',
    route: scheduleRoutes['schedule.changePlanSettings'],
    summary: 'Change how the dates of a project are calculated, or whether they are at all.',
    permission: 'container.manage',
    input: z.object({ containerId: id, patch: planSettings.partial() }),
    output: planSettingsView,
    refusals: [
      'schedule.date_outside',
      'schedule.calendar_unknown',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'schedule.keepDates': operation({
    id: 'schedule.keepDates',
    route: scheduleRoutes['schedule.keepDates'],
    summary:
      'Keep the dates of a project, those that are given and all others as they are, and calculate them no more.',
    permission: 'container.manage',
    input: z.object({
      containerId: id,
      items: z
        .array(planFields.pick({ startAt: true, finishAt: true }).extend({ itemId: id }))
        .max(20_000)
        .describe('Items that are planned by hand keep their own dates'),
    }),
    output: nothing,
    refusals: [
      'schedule.not_on_plan',
      'schedule.summary_spans',
      'schedule.date_outside',
      'schedule.dates_reversed',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'schedule.takeBaseline': operation({
    id: 'schedule.takeBaseline',
    route: scheduleRoutes['schedule.takeBaseline'],
    summary: 'Take down the plan as it is now, to compare with later.',
    permission: 'container.manage',
    input: z.object({ id, containerId: id, name: z.string().trim().max(150).default('') }),
    output: baselineView,
    refusals: ['schedule.plan_too_large', 'work.container_archived', 'platform.not_found', 'platform.exists'],
  }),
  'schedule.changeBaseline': operation({
    id: 'schedule.changeBaseline',
    route: scheduleRoutes['schedule.changeBaseline'],
    summary: 'Give a baseline another name, remove it, or bring it back; what it remembers stays.',
    permission: 'container.manage',
    input: z.object({
      id,
      patch: z
        .object({ name: z.string().trim().max(150), isRemoved: z.boolean() })
        .partial()
        .describe('A removed baseline keeps its number, and is found by nobody'),
    }),
    output: baselineView,
    refusals: ['work.container_archived', 'platform.not_found'],
  }),
} as const
