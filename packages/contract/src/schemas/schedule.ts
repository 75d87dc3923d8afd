import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes, plainDate, version } from './base.ts'
import { relationView } from './item.ts'
import { outsideLinkView } from './outside-link.ts'
import { gateView, ranges } from './phase-gate.ts'
import { estimateShape } from './plan-forecast.ts'
import { assignmentView, resourceView } from './schedule-resources.ts'

/** A place in an order that people make: compare as plain text. */
const rank = z.string().regex(/^[0-9A-Za-z]{1,200}$/)
const minor = z.int().describe('Whole minor units of the organisation’s currency')

/** Gaps in the work of an item, in their order. What does not fit is refused by name. */
const splits = z
  .array(
    z.object({
      afterMin: z.int().describe('Minutes of its duration that are done before'),
      pauseMin: z.int().describe('Minutes of its working time that it rests'),
    }),
  )
  .max(200)

/** What people say about the time of an item on the plan of a project. */
export const planFields = z.object({
  startAt: instant.nullable(),
  finishAt: instant.nullable(),
  durationMin: minutes.nullable().describe('Working minutes, or minutes around the clock when elapsed'),
  isHammock: z
    .boolean()
    .describe('A level of effort: it lasts from the first thing it is linked to until the last'),
  isElapsed: z.boolean().describe('Its duration runs around the clock, as concrete hardens'),
  splits: splits.describe('Gaps in its work; without any it is done in one piece'),
  percentComplete: z.int().min(0).max(100),
  isManual: z.boolean().describe('Keeps its dates instead of following its links'),
  constraintKind: z
    .enum(['ASAP', 'ALAP', 'SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'])
    .nullable()
    .describe('Starts or finishes no earlier than, no later than, or exactly; as soon or late as possible'),
  constraintAt: instant.nullable(),
  deadlineAt: instant.nullable().describe('After it, the item is late; it moves nothing'),
  levelledAt: instant.nullable().describe('Levelling put it no earlier: what it needs is taken until then'),
  calendarId: id.nullable().describe('Null: the calendar of the project'),
  actualStartAt: instant.nullable(),
  actualFinishAt: instant.nullable(),
  remainingMin: minutes.nullable().describe('What is left of the duration of work that has begun'),
  resumeAt: instant.nullable().describe('Work that has begun and rests goes on no earlier'),
  taskType: z
    .enum(['units', 'work', 'duration'])
    .describe('What stays when another of the three changes: units of its resources, work, or duration'),
  isEffortDriven: z
    .boolean()
    .describe('Who comes or goes changes how its work is shared, not how much it is'),
  quantity: z
    .number()
    .min(0)
    .max(1e9)
    .nullable()
    .describe('How much is to be made: with the norm, that is its effort'),
  quantityUnit: z.string().trim().max(20).describe('What the quantity counts, such as m²'),
  normMin: z.number().min(0).max(1e6).nullable().describe('Minutes of work that one unit takes'),
  fixedCostMinor: minor.nullable().describe('What it costs however long it lasts and whoever does it'),
})

/** What the plan of a project says about an item. */
export const planItemView = planFields.extend({
  id: id.describe('The item’s own id'),
  containerId: id,
  wbsCode: z.string().describe('Code of the work breakdown structure as imported; may be empty'),
  costMinor: minor.nullable(),
})
/** What the plan of a project says about an item, as everybody sees it. */
export type PlanItemView = Frozen<z.infer<typeof planItemView>>

/** When an item is planned, as a time line over many projects shows it. */
export const plannedDatesView = z.object({
  itemId: id,
  startAt: instant.nullable(),
  finishAt: instant.nullable(),
  deadlineAt: instant.nullable(),
  percentComplete: z.int(),
  isCritical: z.boolean(),
  totalFloatMin: z.int().nullable().describe('Working minutes it may slip; null: the plan is not calculated'),
  containerId: id.describe('The project whose plan says so'),
  fixed: z
    .enum(['summary', 'done', 'undated', 'hammock', 'kept'])
    .nullable()
    .describe('Why its bar cannot be moved, whoever you are; null: it can'),
})
/** When an item is planned, as everybody sees it. */
export type PlannedDatesView = Frozen<z.infer<typeof plannedDatesView>>

/** What levelling found that an item waits for: somebody or something, and the work that it does until then. */
export const levelledFor = z.object({
  resourceId: id.describe('The resource, or the person where they only answer for work'),
  itemId: id.nullable(),
})

/** A row of a plan: an item in its place, with its dates. */
export const planRowView = planFields.extend({
  itemId: id,
  key: z.string(),
  title: z.string(),
  parentId: id.nullable().describe('The parent on this plan'),
  wbs: z.string().describe('Outline number, such as 3.2.4'),
  wbsCode: z.string(),
  level: z.int(),
  isSummary: z.boolean(),
  isMilestone: z.boolean(),
  isDone: z.boolean(),
  startedAt: instant.nullable().describe('When its state said that work on it began'),
  finishedAt: instant.nullable(),
  finishAt: instant.nullable().describe('A due day ends at midnight, where the organisation is'),
  datesFrom: z.enum(['plan', 'item', 'children']).nullable(),
  effortMin: minutes.nullable(),
  costMinor: minor.nullable(),
  lateFinishAt: instant
    .nullable()
    .describe('When it may finish at the latest without moving the finish of the plan'),
  totalFloatMin: z.int().nullable().describe('Working minutes it may slip; null: the plan is not calculated'),
  freeFloatMin: z.int().nullable().describe('Working minutes it may slip before anything else does'),
  startFloatMin: z.int().nullable().describe('Working minutes its start may slip'),
  finishFloatMin: z.int().nullable().describe('Working minutes its finish may slip'),
  isCritical: z.boolean(),
  isNearCritical: z.boolean().describe('Not critical, but its float is in the next band'),
  isOnLongestPath: z.boolean(),
  reason: z
    .object({ kind: z.string(), id: id.nullable().describe('The link or item, where there is one') })
    .nullable()
    .describe(
      'What set its start: project, constraint, manual, actual, status, late, levelled, link, summary, below',
    ),
  gaps: z
    .array(z.object({ startAt: instant, finishAt: instant }))
    .describe('When it rests between its start and its finish'),
  calendarWait: z
    .object({
      fromAt: instant,
      calendarId: id.nullable().describe('Of the item or of whoever does it; null: the standard week'),
    })
    .nullable()
    .describe('That nothing was worked from that moment until it starts'),
  levelledFor: levelledFor
    .extend({ resourceName: z.string().nullable(), title: z.string().nullable() })
    .nullable()
    .describe('What it waits for since levelling put it off, with names; nulls: gone, or not for the reader'),
  phaseId: id.nullable().describe('Its own phase, or that of the nearest item above it'),
})
/** A row of a plan as everybody sees it. */
export type PlanRowView = Frozen<z.infer<typeof planRowView>>

/** What people set on a phase. */
export const phaseFields = z.object({
  name: z.string().trim().min(1).max(150),
  rank,
  state: z.enum(['closed', 'current', 'next', 'later']),
  startsOn: plainDate.nullable(),
  finishLowOn: plainDate.nullable().describe('Earliest last day'),
  finishHighOn: plainDate.nullable().describe('Latest last day; of a later phase it differs'),
  effortLowMin: minutes.nullable(),
  effortHighMin: minutes.nullable(),
  ...ranges.shape,
})

/** A phase of a project: phases follow each other, and later ones are known as ranges only. */
export const phaseView = phaseFields.extend({
  id,
  containerId: id,
  gate: gateView.nullable().describe('What is decided at its end before anything behind it opens'),
  version,
})
/** A phase of a project as everybody sees it. */
export type PhaseView = Frozen<z.infer<typeof phaseView>>

/** A plan as it once was. It never changes. */
export const baselineView = z.object({
  id,
  containerId: id,
  number: z.int(),
  name: z.string(),
  takenAt: instant,
})
/** A baseline as everybody sees it. */
export type BaselineView = Frozen<z.infer<typeof baselineView>>

/** What a baseline remembers of one item. */
export const baselineRowView = z.object({
  itemId: id,
  startAt: instant.nullable(),
  finishAt: instant.nullable(),
  durationMin: minutes.nullable(),
  effortMin: minutes.nullable(),
  costMinor: minor.nullable(),
  splits,
})

/** Everything that the plan of its project says about one item. */
export const itemPlanView = z.object({
  plan: planItemView.describe('What is said about its time, with the dates that followed'),
  effortMin: minutes.nullable(),
  isSummary: z.boolean(),
  isMilestone: z.boolean(),
  isScheduled: z.boolean().describe('False: the plan keeps its dates'),
  shape: estimateShape.nullable().describe('How its estimate is spread; null: as its project does'),
  usualNorm: z
    .object({ normMin: z.number(), unit: z.string(), of: z.string() })
    .nullable()
    .describe('The norm of its type, which it takes over with its quantity; null: there is none'),
  ...planRowView.pick({
    totalFloatMin: true,
    freeFloatMin: true,
    startFloatMin: true,
    finishFloatMin: true,
    isCritical: true,
    isNearCritical: true,
  }).shape,
  gaps: planRowView.shape.gaps,
  levelledFor: planRowView.shape.levelledFor,
  package: ranges
    .extend({
      phaseName: z.string().nullable(),
      isLater: z.boolean().describe('It lies in a later phase of a project that is planned in waves'),
    })
    .describe('Within which ranges it lasts, needs people and costs; its range of effort stands on the item'),
  waitsFor: z
    .array(relationView.extend({ key: z.string(), title: z.string() }))
    .describe('What must come first in its project, with key and title of that'),
  outside: z
    .array(outsideLinkView)
    .describe('What it waits for in other projects, and what waits for it there'),
  assignments: z.array(assignmentView),
  resources: z.array(resourceView).describe('Those assigned; for whoever may assign, all that can be'),
  calendars: z.array(z.object({ id, name: z.string() })),
})
/** Everything that the plan of its project says about one item, as everybody sees it. */
export type ItemPlanView = Frozen<z.infer<typeof itemPlanView>>

/** How the dates of a project are calculated. */
export const planSettings = z.object({
  isScheduled: z.boolean().describe('False: the dates stay as they are'),
  startsAt: instant.nullable().describe('Work begins no earlier; null: the start of the project'),
  statusAt: instant.nullable().describe('Work that is left begins no earlier than this'),
  calendarId: id.nullable().describe('Null: the standard week, Monday to Friday, eight hours'),
  lagCalendar: z
    .enum(['project', 'predecessor', 'successor', 'twentyFourHour'])
    .describe('Whose working time lags count; twentyFourHour: every minute'),
  precedence: z.enum(['logic', 'dates']).describe('What counts when links and constraints contradict'),
  progressRule: z
    .enum(['retained', 'override', 'actualDates'])
    .describe(
      'Work begun out of order: the rest waits for what comes before it, or goes on; by actual dates it also makes late what comes before',
    ),
  criticalMin: z.int().min(-525_600).max(525_600).describe('Float up to which an item is critical'),
  nearCriticalMin: z
    .int()
    .min(-525_600)
    .max(525_600)
    .describe('Float up to which an item is near-critical; none are where it is not above criticalMin'),
})

/** How the dates of a project are calculated, and whether they have been. */
export const planSettingsView = planSettings.extend({
  startAt: instant.describe('Where the plan begins'),
  isCurrent: z.boolean().describe('False while a change is being calculated'),
  refusal: z
    .object({ code: z.string(), params: z.record(z.string(), z.unknown()) })
    .nullable()
    .describe('Why the plan could not be calculated; its dates are then those before'),
})
/** How the dates of a project are calculated, as everybody sees it. */
export type PlanSettingsView = Frozen<z.infer<typeof planSettingsView>>

const shifts = z
  .array(z.object({ from: z.int().min(0).max(2880), to: z.int().min(0).max(2880) }))
  .max(24)
  .describe('Minutes of the wall clock after midnight; past midnight runs on after 1440')
const week = z.array(shifts.nullable()).length(7).describe('Monday first; null: as in the base')

/** Working time: a week, periods in which another one holds, and single days. */
export const calendarDefinition = z.object({
  timeZone: z.string().max(64),
  week,
  periods: z.array(z.object({ from: plainDate, to: plainDate, week })).max(500),
  exceptions: z
    .array(z.object({ name: z.string().max(200), from: plainDate, to: plainDate, shifts }))
    .max(5_000),
})

/** Working time, as a plan refers to it. */
export const calendarView = z.object({
  id,
  containerId: id.nullable().describe('The project it belongs to; null: all projects may go by it'),
  baseId: id.nullable(),
  name: z.string(),
  definition: calendarDefinition,
})
/** A calendar as everybody sees it. */
export type CalendarView = Frozen<z.infer<typeof calendarView>>
