import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes, plainDate } from './base.ts'

const minor = z.int().describe('Whole minor units of the organisation’s currency')
const price = z.int().min(0).max(1e12).nullable()

/** A skill, as people write it; two that differ in more than spaces around them are two skills. */
export const skill = z.string().trim().min(1).max(100)

/** How much of a resource there is for some days, or from a day on. */
export const availabilityPeriod = z.object({
  fromOn: plainDate,
  toOn: plainDate.nullable().describe('Last day of it; null: from then on'),
  maxUnits: z.number().min(0).max(100_000).describe('0: it is away'),
})

/** What a resource costs from a day on. */
export const datedRate = z.object({
  fromOn: plainDate,
  rateMinorPerHour: price,
  costPerUseMinor: price,
})

/** What people say about a resource beyond its name and kind. */
export const resourceFields = z.object({
  availability: z
    .array(availabilityPeriod)
    .max(500)
    .describe('Where several hold, that which begins last counts, and of those the shortest'),
  dayLimitMin: z.int().min(1).max(1_440).nullable().describe('It is planned for no more than this a day'),
  weekLimitMin: z
    .int()
    .min(1)
    .max(10_080)
    .nullable()
    .describe('It is planned for no more than this a week, from Monday on'),
  skills: z.array(skill).max(100).describe('What it can do: whoever needs a skill can be done by it'),
  crewMemberIds: z
    .array(id)
    .max(500)
    .describe('Who belongs to the crew: then there is as much of it as there is of them'),
  rates: z.array(datedRate).max(200).describe('What it costs from these days on; before, what stands beside'),
})

/** Somebody or something that work is assigned to. */
export const resourceView = resourceFields.extend({
  id,
  containerId: id.nullable().describe('The project it belongs to; null: all projects share it'),
  kind: z.enum(['work', 'material', 'cost', 'machine']).describe('Work is done by a person or a crew'),
  name: z.string(),
  personId: id.nullable(),
  calendarId: id.nullable().describe('Null: it works whenever the work does'),
  maxUnits: z.number().describe('1 is one whole person or machine'),
  rateMinorPerHour: minor.nullable(),
  costPerUseMinor: minor.nullable(),
  unitLabel: z.string().describe('What units of material count, such as t'),
})
/** A resource of a plan as everybody sees it. */
export type ResourceView = Frozen<z.infer<typeof resourceView>>

/** Who else may do it: any of some resources, or anybody with a skill. */
export const alternatives = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resources'), resourceIds: z.array(id).min(1).max(200) }),
  z.object({ kind: z.literal('skill'), skill }),
])

/** A resource on an item of a plan, or a skill that the item needs. */
export const assignmentView = z.object({
  id,
  itemId: id,
  resourceId: id
    .nullable()
    .describe('Null: nobody has been chosen yet, and anybody with the skill of its alternatives may do it'),
  units: z
    .number()
    .describe('How much of it while it works; of material and cost, how much of it altogether'),
  workMin: minutes,
  alternatives: alternatives.nullable().describe('Who levelling may give it to instead; null: nobody'),
  actualWorkMin: minutes,
  startAt: instant.nullable(),
  finishAt: instant.nullable(),
  costMinor: minor.nullable(),
})
/** An assignment of a plan as everybody sees it. */
export type AssignmentView = Frozen<z.infer<typeof assignmentView>>
