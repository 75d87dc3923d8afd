import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes, plainDate, version } from './base.ts'

/** A place in an order that people make: compare as plain text. */
const rank = z.string().regex(/^[0-9A-Za-z]{1,200}$/)
const minor = z.int().describe('Whole minor units of the organisation’s currency')

/** What the plan of a project says about an item. */
export const planItemView = z.object({
  id: id.describe('The item’s own id'),
  containerId: id,
  wbsCode: z.string().describe('Code of the work breakdown structure as imported; may be empty'),
  startAt: instant.nullable(),
  finishAt: instant.nullable(),
  durationMin: minutes.nullable().describe('Working minutes'),
  percentComplete: z.int(),
  isManual: z.boolean().describe('Keeps its dates instead of following its links'),
  constraintKind: z.string().nullable(),
  constraintAt: instant.nullable(),
  deadlineAt: instant.nullable(),
  calendarId: id.nullable(),
  fixedCostMinor: minor.nullable(),
  costMinor: minor.nullable(),
})
/** What the plan of a project says about an item, as everybody sees it. */
export type PlanItemView = Frozen<z.infer<typeof planItemView>>

/** A row of a plan: an item in its place, with its dates. */
export const planRowView = z.object({
  itemId: id,
  key: z.string(),
  title: z.string(),
  parentId: id.nullable().describe('The parent on this plan'),
  wbs: z.string().describe('Outline number, such as 3.2.4'),
  wbsCode: z.string(),
  level: z.int(),
  isSummary: z.boolean(),
  isMilestone: z.boolean(),
  startAt: instant.nullable(),
  finishAt: instant.nullable().describe('A due day ends at midnight, where the organisation is'),
  datesFrom: z.enum(['plan', 'item', 'children']).nullable(),
  durationMin: minutes.nullable(),
  effortMin: minutes.nullable(),
  percentComplete: z.int(),
  isManual: z.boolean(),
  constraintKind: z.string().nullable(),
  constraintAt: instant.nullable(),
  deadlineAt: instant.nullable(),
  calendarId: id.nullable(),
  fixedCostMinor: minor.nullable(),
  costMinor: minor.nullable(),
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
  costLowMinor: minor.nullable(),
  costHighMinor: minor.nullable(),
})

/** A phase of a project: phases follow each other, and later ones are known as ranges only. */
export const phaseView = phaseFields.extend({ id, containerId: id, version })
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
})

/** Somebody or something that work is assigned to. */
export const resourceView = z.object({
  id,
  kind: z.enum(['work', 'material', 'cost', 'machine']),
  name: z.string(),
  personId: id.nullable(),
  calendarId: id.nullable(),
  maxUnits: z.number().describe('1 is one whole person or machine'),
  rateMinorPerHour: minor.nullable(),
  costPerUseMinor: minor.nullable(),
  unitLabel: z.string(),
})
/** A resource of a plan as everybody sees it. */
export type ResourceView = Frozen<z.infer<typeof resourceView>>

/** A resource on an item of a plan. */
export const assignmentView = z.object({
  id,
  itemId: id,
  resourceId: id,
  units: z.number(),
  workMin: minutes,
  actualWorkMin: minutes,
  startAt: instant.nullable(),
  finishAt: instant.nullable(),
  costMinor: minor.nullable(),
})
/** An assignment of a plan as everybody sees it. */
export type AssignmentView = Frozen<z.infer<typeof assignmentView>>

/** Working time, as a plan refers to it. */
export const calendarView = z.object({
  id,
  baseId: id.nullable(),
  name: z.string(),
  definition: z.record(z.string(), z.unknown()),
})
