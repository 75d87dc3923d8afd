import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'

/** A length of time as ISO 8601 writes it. */
export const isoLength = z.string().trim().min(2).max(60).describe('ISO 8601: PT8H, P2D, P1M')
const points = z.enum(['warning', 'goal', 'deadline'])

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['responsible', 'starter']) }),
  z.object({ kind: z.literal('person'), personId: id }),
  z.object({ kind: z.literal('team'), teamId: id }),
])

/** What is done when a point is reached and the work is not done. */
export const escalation = z.discriminatedUnion('kind', [
  z.object({ at: points, kind: z.literal('tell'), to: target }),
  z.object({ at: points, kind: z.literal('raise-priority') }),
  z.object({ at: points, kind: z.literal('add-item'), title: z.string().trim().min(1).max(200) }),
])

/** What people say of a service level. */
export const levelInput = z.object({
  stepId: id.nullable().default(null).describe('Null: the instance as a whole'),
  goal: isoLength.nullable().default(null).describe('What is aimed at'),
  deadline: isoLength.describe('What has been promised'),
  counts: z
    .enum(['clock', 'working'])
    .default('working')
    .describe('In working time days are working days, and hours working hours'),
  calendarId: id.nullable().default(null).describe("Null: the organisation's usual one"),
  warnPercent: z
    .int()
    .min(1)
    .max(99)
    .nullable()
    .default(75)
    .describe('At risk after this share of the time to the deadline'),
  pausesWaiting: z
    .boolean()
    .default(false)
    .describe('The clock stands still while the work waits for somebody'),
  escalations: z.array(escalation).max(20).default([]),
})

const counts = z.object({
  running: z.int(),
  paused: z.int(),
  atRisk: z.int(),
  breached: z.int().describe('Running behind the deadline'),
  kept: z.int().describe('Done by the goal, or by the deadline where there is none'),
  late: z.int().describe('Done between goal and deadline'),
  missed: z.int().describe('Done after the deadline'),
})

/** A service level, and how it was kept. */
export const serviceLevelView = levelInput.extend({
  id,
  containerId: id,
  version,
  ifStartedNow: z
    .object({ warnAt: instant.nullable(), goalAt: instant.nullable(), dueAt: instant })
    .nullable()
    .describe('When each point would be reached by what begins now; null: its calendar is not there'),
  counts,
  months: z
    .array(z.object({ month: z.string(), kept: z.int(), late: z.int(), missed: z.int() }))
    .describe('What was done in each of the last twelve months, the last one first'),
})
/** A service level, and how it was kept. */
export type ServiceLevelView = Frozen<z.infer<typeof serviceLevelView>>

/** How work stands against a service level. */
export const levelState = z.enum(['running', 'paused', 'at-risk', 'breached', 'kept', 'late', 'missed'])

/** One instance, or one step of it, against a service level. */
export const levelClockView = z.object({
  id,
  levelId: id,
  instanceId: id,
  number: z.int(),
  title: z.string(),
  stepId: id.nullable(),
  stepName: z.string().nullable(),
  itemId: id.nullable().describe('The item of the step'),
  state: levelState,
  begunAt: instant,
  goalAt: instant.nullable(),
  dueAt: instant,
  endedAt: instant.nullable(),
})
/** One instance, or one step of it, against a service level. */
export type LevelClockView = Frozen<z.infer<typeof levelClockView>>
