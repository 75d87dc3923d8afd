import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'
import { instanceView, processValues } from './process.ts'

/** The id that a model gives an element. */
export const elementId = z.string().min(1).max(300)
const element = { elementId, elementName: z.string().describe('Empty where the model gives it no name') }

/** Why something is done to an instance: in its history, with who did it. */
export const repairReason = z.string().trim().min(1).max(1000)

/** Where an instance could not go on. */
export const incidentView = z.object({
  ...{ instanceId: id, incidentId: z.int(), containerId: id, number: z.int(), title: z.string() },
  modelNumber: z.int(),
  ...element,
  kind: z.enum(['expression', 'no-flow', 'loop', 'work']),
  text: z.string().describe('What could not be done, in the words of the engine'),
  tokenId: z.int().nullable().describe('What is stuck; null: an event that is not waited for'),
  since: instant,
})
/** A place where an instance is stuck, as everybody sees it. */
export type IncidentView = Frozen<z.infer<typeof incidentView>>

/** Incidents of the same cause. */
export const incidentGroupView = z.object({
  containerId: id,
  ...element,
  kind: incidentView.shape.kind,
  text: z.string(),
  count: z.int(),
  instanceCount: z.int(),
  oldestAt: instant,
  newestAt: instant,
})
/** A cause of incidents as everybody sees it. */
export type IncidentGroupView = Frozen<z.infer<typeof incidentGroupView>>

/** Which instances of a process; what is not named does not matter. */
export const instanceFilter = {
  state: z
    .enum(['running', 'suspended', 'finished', 'cancelled', 'failed'])
    .optional()
    .describe('Suspended ones run, too'),
  elementId: elementId.optional().describe('Only those of which something is at this element'),
  modelNumber: z.coerce.number().int().min(1).optional().describe('Only those that run by this version'),
  trouble: z
    .enum(['incident', 'late'])
    .optional()
    .describe('Only those that are stuck; or that are late, or longer at a step than expected'),
  incidentText: z.string().max(2000).optional().describe('Only those that are stuck for this cause'),
  olderThanMin: z.coerce.number().int().min(0).max(52_704_000).optional().describe('Started longer ago'),
  text: z.string().max(200).optional().describe('In the title or the business key'),
}
/** Which instances of a process. */
export type InstanceFilter = Frozen<z.infer<z.ZodObject<typeof instanceFilter>>>

/** An instance in a list: with what tells at a glance whether all is well. */
export const listedInstance = instanceView.extend({
  modelNumber: z.int(),
  incidentCount: z.int().describe('Places where it is stuck'),
})
/** An instance in a list, as everybody sees it. */
export type ListedInstance = Frozen<z.infer<typeof listedInstance>>

/** Which instances something is done to: these, or all that are found at the time. */
export const chosenInstances = z
  .union([z.object({ ids: z.array(id).min(1).max(10_000) }), z.object({ filter: z.object(instanceFilter) })])
  .describe('By their ids, or all that the filter finds; only what runs is changed')

/** Something that lets a token of an instance go on. */
export const repairAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['retry', 'skip', 'remove']), tokenId: z.int() }),
  z.object({ kind: z.literal('move'), tokenId: z.int(), to: elementId }),
  z.object({ kind: z.enum(['cancel', 'suspend', 'resume']) }),
])

/** Something that is done to many instances: where an element is named, to all that is there; else to all that is stuck. */
export const bulkAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['retry', 'skip', 'remove']), at: elementId.optional() }),
  z.object({ kind: z.literal('move'), at: elementId, to: elementId }),
  z.object({ kind: z.literal('write'), values: processValues, retries: z.boolean().default(false) }),
  z.object({ kind: z.enum(['cancel', 'suspend', 'resume']) }),
])

/** Where elements of one version go in another. */
export const migrationPlan = z
  .record(elementId, elementId.nullable())
  .refine((plan) => Object.keys(plan).length <= 5000, '5000 elements at most')
  .describe('By ids; what is not named goes to the same id, null: nowhere')

/** A plan as an address holds it. */
export const planText = z
  .string()
  .max(8000)
  .regex(/^([^>,]+>[^>,]*(,[^>,]+>[^>,]*)*)?$/)
  .describe('Pairs `from>to` with commas between; nothing behind the arrow: nowhere')

/** What an instance waits for, or did. */
const waitKind = z.enum(['message', 'signal', 'timer', 'conditional'])
const migrationWait = z.object({ at: elementId, kind: waitKind })

const MIGRATION_PROBLEMS = [
  'same-version',
  'over',
  'no-target',
  'other-kind',
  'other-scope',
  'other-loop',
  'no-flow',
  'fewer-flows',
  'twice',
] as const

/** What a migration would do with an instance. */
export const migrationReportView = z.object({
  ...{ instanceId: id, number: z.int(), title: z.string() },
  moves: z.array(z.object({ tokenId: z.int(), from: elementId, to: elementId })),
  closes: z.array(migrationWait).describe('Events that are waited for no longer'),
  opens: z.array(migrationWait).describe('Events that are waited for from then on'),
  forgets: z.array(elementId).describe('Completed activities that can no longer be undone'),
  problems: z
    .array(
      z.object({
        kind: z.enum(MIGRATION_PROBLEMS),
        at: z.string(),
        to: z.string().nullable(),
      }),
    )
    .describe('None: it can be done'),
})
/** A dry run of a migration as everybody sees it. */
export type MigrationReportView = Frozen<z.infer<typeof migrationReportView>>

/** Something that is done to many instances, and how far it is. */
export const bulkView = z.object({
  id,
  containerId: id,
  kind: z.enum(['retry', 'skip', 'remove', 'move', 'write', 'cancel', 'suspend', 'resume', 'migrate']),
  reason: z.string(),
  state: z.enum(['running', 'finished', 'stopped', 'failed']),
  startedBy: id,
  startedAt: instant,
  endedAt: instant.nullable(),
  total: z.int().describe('Instances that were chosen when it began; 0 until they are counted'),
  done: z.int(),
  refused: z.int().describe('Of those: instances that stay as they were'),
  refusals: z
    .array(z.object({ instanceId: id, number: z.int(), title: z.string(), code: z.string(), at: z.string() }))
    .describe('The first hundred of them, and why'),
  version,
})
/** A bulk act as everybody sees it. */
export type BulkView = Frozen<z.infer<typeof bulkView>>

const time = { openedAt: instant, startedAt: instant.nullable(), closedAt: instant.nullable() }

/** Everything that is known of where an instance is and why. */
export const standingView = z.object({
  modelNumber: z.int(),
  newestNumber: z.int(),
  tokens: z.array(
    z.object({
      ...{ id: z.int(), ...element, type: z.string(), since: instant },
      why: z
        .enum(['person', 'other', 'event', 'join', 'turn', 'inside', 'stuck'])
        .describe(
          'What it waits for: a person, something else, an event, other tokens, its turn, what is in it',
        ),
      inside: elementId.describe('The part of the process it is in'),
      itemId: id.nullable().describe('The item by which a person does it'),
    }),
  ),
  waits: z.array(
    z.object({
      ...{ id: z.int(), tokenId: z.int().nullable(), ...element, kind: waitKind },
      name: z.string(),
      key: z.string().nullable().describe('Of a message: for whom of several it is waited'),
      dueAt: instant.nullable(),
    }),
  ),
  incidents: z.array(incidentView),
  scopes: z.array(
    z.object({
      ...{ id: z.int(), parentId: z.int().nullable(), ...element },
      values: z.record(z.string(), z.json()),
    }),
  ),
  work: z
    .array(
      z.object({
        ...{ itemId: id, key: z.string(), title: z.string(), stepName: z.string(), ...time },
        responsibleId: id.nullable(),
        isHandedOver: z.boolean().describe('Somebody else did what came before'),
      }),
    )
    .describe('What people did and do, oldest first'),
  parent: z.object({ id, containerId: id, number: z.int(), title: z.string() }).nullable(),
  children: z.array(
    z.object({
      ...{ id, containerId: id, number: z.int(), title: z.string() },
      state: z.enum(['running', 'finished', 'cancelled', 'failed']),
    }),
  ),
  files: z.array(z.object({ id, itemId: id, name: z.string(), uploadedAt: instant })).describe('The newest'),
  sums: z.object({
    effortMin: z.int(),
    spentMin: z.int(),
    costOfDelayMinor: z.int().describe('Of what is open, a week'),
    fileCount: z.int(),
  }),
  elements: z
    .array(z.object({ ...element, type: z.string(), inside: elementId }))
    .describe('Where tokens of the same part can be moved to'),
})
/** Where an instance is, as everybody sees it. */
export type StandingView = Frozen<z.infer<typeof standingView>>

/** A step in the history of an instance. */
export const historyEntryView = z.object({
  ...{ seq: z.int(), at: instant, modelNumber: z.int() },
  actor: z.object({ kind: z.string(), personId: id.nullable() }),
  command: z.string(),
  ...element,
  reason: z.string().nullable(),
  happened: z.array(
    z.object({
      kind: z.enum(['entered', 'left', 'merged', 'cancelled', 'caught', 'threw', 'stuck']),
      ...element,
    }),
  ),
})
/** A step in the history of an instance, as everybody sees it. */
export type HistoryEntryView = Frozen<z.infer<typeof historyEntryView>>

/** A value of an instance that has changed. */
export const valueChangeView = z.object({
  ...{ seq: z.int(), at: instant, name: z.string(), ...element },
  actor: historyEntryView.shape.actor,
  reason: z.string().nullable(),
  from: z.json().nullable(),
  to: z.json().nullable(),
})
/** A change of a value, as everybody sees it. */
export type ValueChangeView = Frozen<z.infer<typeof valueChangeView>>
