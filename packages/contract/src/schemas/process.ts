import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes, version } from './base.ts'

/** What a step says about the work it asks for. */
export const stepFields = z.object({
  name: z.string().trim().min(1).max(150),
  rank: z
    .string()
    .regex(/^[0-9A-Za-z]{1,200}$/)
    .describe('Place in the order of steps: compare as plain text'),
  teamId: id.nullable(),
  responsibleId: id.nullable(),
  expectedMin: minutes.max(5_270_400).nullable().describe('Clock minutes after which the step is late'),
  effortMin: minutes.max(12_000_000).nullable(),
  practice: z.string().max(200).nullable(),
  role: z.string().max(200).nullable(),
  artifact: z.string().max(200).nullable(),
})

/** A step of a process, with what is open in it now. */
export const stepView = z.object({
  id,
  containerId: id,
  rank: z.string(),
  name: z.string(),
  teamId: id.nullable(),
  responsibleId: id.nullable(),
  expectedMin: minutes.nullable(),
  effortMin: minutes.nullable(),
  practice: z.string().nullable(),
  role: z.string().nullable(),
  artifact: z.string().nullable(),
  archivedAt: instant.nullable(),
  version,
  openCount: z.int().describe('Instances that are at this step'),
  overdueCount: z.int().describe('Those of them that are here longer than expected'),
  oldestOpenedAt: instant.nullable().describe('Since when the longest of them is here'),
})
/** A step of a process as everybody sees it. */
export type StepView = Frozen<z.infer<typeof stepView>>

/** That an item carries out a step of an instance. */
export const processActivityView = z.object({
  id,
  instanceId: id,
  stepId: id,
  itemId: id,
  openedAt: instant,
  closedAt: instant.nullable(),
})
/** An item carrying out a step, as everybody sees it. */
export type ProcessActivityView = Frozen<z.infer<typeof processActivityView>>

/** One run through a process, from its first step to its last. */
export const instanceView = z.object({
  id,
  containerId: id,
  number: z.int(),
  title: z.string(),
  state: z.enum(['running', 'finished', 'cancelled']),
  stepIds: z.array(id).describe('The steps it goes through, as they were when it started'),
  startedAt: instant,
  startedBy: id.nullable(),
  dueAt: instant.nullable(),
  endedAt: instant.nullable(),
  version,
  activities: z.array(processActivityView).describe('Where it is and has been, oldest first'),
})
/** A run through a process as everybody sees it. */
export type InstanceView = Frozen<z.infer<typeof instanceView>>
