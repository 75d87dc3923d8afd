import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes, version } from './base.ts'

/** A step of a process, with what is open in it now. */
export const stepView = z.object({
  id,
  containerId: id,
  elementId: z.string().describe('The id that the model gives it'),
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
  tokenId: z.int().describe('Where in the instance it is done'),
  openedAt: instant,
  closedAt: instant.nullable(),
})
/** An item carrying out a step, as everybody sees it. */
export type ProcessActivityView = Frozen<z.infer<typeof processActivityView>>

/** Since when something is suspended, by whom and why. */
export const suspensionView = z.object({
  at: instant,
  by: id.nullable().describe('Null: nobody in particular'),
  reason: z.string(),
})

/** One run through a process, from its first step to its last. */
export const instanceView = z.object({
  id,
  containerId: id,
  number: z.int(),
  title: z.string(),
  state: z.enum(['running', 'finished', 'cancelled', 'failed']),
  modelId: id.describe('The version of the model it runs by'),
  stepIds: z.array(id).describe('The steps of that version, in the order of the outline'),
  businessKey: z.string().nullable().describe('What others know it by'),
  parentId: id.nullable().describe('The instance that called it'),
  startedAt: instant,
  startedBy: id.nullable(),
  dueAt: instant.nullable(),
  endedAt: instant.nullable(),
  suspension: suspensionView.nullable().describe('Nothing goes on in it; null: it does'),
  version,
  activities: z.array(processActivityView).describe('Where it is and has been, oldest first'),
})
/** A run through a process as everybody sees it. */
export type InstanceView = Frozen<z.infer<typeof instanceView>>

/** A model may be as large as this, in characters. */
export const MODEL_MAX = 20_000_000

/** A version of the model of a process, without its file. */
export const modelView = z.object({
  id,
  containerId: id,
  number: z.int().nullable().describe('Null: the draft'),
  state: z.enum(['draft', 'published']),
  elementId: z
    .string()
    .nullable()
    .describe('The process of the model that is executed; null: none can be yet'),
  note: z.string(),
  createdAt: instant,
  createdBy: id.nullable(),
  publishedAt: instant.nullable(),
  publishedBy: id.nullable(),
  suspension: suspensionView.nullable().describe('No instance begins by it; null: they do'),
  version,
})
/** A version of a model as everybody sees it. */
export type ModelView = Frozen<z.infer<typeof modelView>>

/** Values that an instance knows, by name. */
export const processValues = z
  .record(z.string().min(1).max(200), z.json())
  .refine((values) => JSON.stringify(values).length <= 1_000_000, 'a megabyte at most')
