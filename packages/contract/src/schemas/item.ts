import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes, plainDate, version } from './base.ts'

export const area = z.enum(['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3'])
export const stateGroup = z.enum(['backlog', 'ready', 'inProgress', 'waiting', 'inReview', 'done'])
export const priority = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const blockerReason = z.enum([
  'decision',
  'material',
  'people',
  'information',
  'external',
  'quality',
  'other',
])
export const fieldValue = z.union([z.string(), z.number()])

/** Fields a person may set on an item. */
export const itemPatch = z.object({
  title: z.string().max(1000).optional(),
  description: z.string().max(200_000).optional(),
  area: area.optional(),
  parentId: id.nullable().optional(),
  rank: z.string().min(1).max(200).optional(),
  priority: priority.optional(),
  responsibleId: id.nullable().optional(),
  accountableId: id.nullable().optional(),
  requesterId: id.nullable().optional(),
  teamId: id.nullable().optional(),
  startsOn: plainDate.nullable().optional(),
  dueOn: plainDate.nullable().optional(),
  effortMin: minutes.nullable().optional(),
  effortLowMin: minutes.nullable().optional(),
  effortHighMin: minutes.nullable().optional(),
  costOfDelayMinor: z.int().nullable().optional(),
  role: z.string().max(200).nullable().optional(),
  practice: z.string().max(200).nullable().optional(),
  resources: z.string().max(500).nullable().optional(),
  artifact: z.string().max(200).nullable().optional(),
  isMilestone: z.boolean().optional(),
  labelIds: z.array(id).max(50).optional(),
  fields: z.record(z.string(), fieldValue.nullable()).optional(),
})

/** A work item as everybody sees it. */
export const itemView = z.object({
  id,
  key: z.string(),
  containerIds: z.array(id),
  typeId: id,
  title: z.string(),
  description: z.string(),
  stateId: z.string(),
  stateGroup,
  area,
  parentId: id.nullable(),
  rank: z.string(),
  priority,
  responsibleId: id.nullable(),
  accountableId: id.nullable(),
  requesterId: id.nullable(),
  teamId: id.nullable(),
  startsOn: plainDate.nullable(),
  dueOn: plainDate.nullable(),
  effortMin: minutes.nullable(),
  effortLowMin: minutes.nullable(),
  effortHighMin: minutes.nullable(),
  costOfDelayMinor: z.int().nullable(),
  role: z.string().nullable(),
  practice: z.string().nullable(),
  resources: z.string().nullable(),
  artifact: z.string().nullable(),
  isMilestone: z.boolean(),
  labelIds: z.array(id),
  fields: z.record(z.string(), fieldValue),
  waitingFor: z.object({ personId: id.nullable(), note: z.string(), since: instant }).nullable(),
  openBlockers: z.array(z.object({ id, reason: blockerReason, note: z.string(), since: instant })),
  childCount: z.int(),
  childDoneCount: z.int(),
  lineCount: z.int().describe('Lines of its checklists'),
  lineDoneCount: z.int(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  noticedAt: instant.nullable(),
  archivedAt: instant.nullable(),
  createdAt: instant,
  createdBy: id.nullable(),
  updatedAt: instant,
  stateSince: instant,
  ownSeenBy: z
    .array(id)
    .nullable()
    .describe('Who sees it by its own word, beside those who manage its containers; null: it says nothing'),
  seenBy: z
    .array(id)
    .nullable()
    .describe('Who sees it, with what lies above it; null: it is not confidential'),
  version,
})
/** A work item as everybody who may see it sees it. Moments are milliseconds since 1970. */
export type ItemView = Frozen<z.infer<typeof itemView>>

export const relationView = z.object({
  id,
  fromId: id,
  toId: id,
  kind: z.enum(['precedes', 'blocks', 'relates', 'duplicates', 'causes']),
  linkType: z.enum(['FS', 'SS', 'FF', 'SF']),
  lag: z.int(),
  lagUnit: z.enum(['workingMin', 'elapsedMin', 'percent']),
})
/** A directed relation between two items. */
export type RelationView = Frozen<z.infer<typeof relationView>>

/** One line of history: a fact from the journal. */
export const activityView = z.object({
  seq: z.int(),
  kind: z.string(),
  at: instant,
  actor: z.record(z.string(), z.unknown()),
  subject: z.object({ kind: z.string(), id }),
  data: z.record(z.string(), z.unknown()),
})
/** One fact of the journal. */
export type ActivityView = Frozen<z.infer<typeof activityView>>

/** An item's place on a plan, in an instance of a process, or in a case: it may have several, or none. */
export const itemPlaceView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan'),
    containerId: id,
    wbs: z.string().describe('Its number in the outline, such as 2.1.3'),
  }),
  z.object({
    kind: z.literal('process'),
    containerId: id,
    instanceId: id,
    instanceNumber: z.int(),
    instanceTitle: z.string(),
    instanceDueAt: instant.nullable(),
    step: z.string(),
    place: z.int().describe('Which step of the instance it is, from 1'),
    steps: z.int().describe('How many steps the instance has'),
  }),
  z.object({
    kind: z.literal('case'),
    containerId: id,
    stage: z.string().nullable(),
    isDiscretionary: z.boolean(),
    isRequired: z.boolean(),
  }),
])
/** Where an item comes from, as everybody sees it. */
export type ItemPlaceView = Frozen<z.infer<typeof itemPlaceView>>
