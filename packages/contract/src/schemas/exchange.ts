import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, plainDate, version } from './base.ts'
import { stateGroup } from './item.ts'

/** What an imported file is. */
export const importFormat = z.enum([
  ...['csv', 'xlsx', 'mspdi', 'trello', 'jira'],
  ...['asana', 'clickup', 'focalboard', 'kanboard', 'monday', 'planka'],
] as const)
/** Files of other trackers, which bring items with their checklists and comments. */
const trackerFormat = importFormat.exclude(['csv', 'xlsx', 'mspdi'])
/** How far a run is: what people do next follows from it. */
export const importState = z.enum([
  'uploaded',
  'mapped',
  'running',
  'review',
  'approved',
  'reverting',
  'reverted',
  'failed',
])

/** Where the values of a column may go. */
export const importField = z.enum([
  'ignore',
  'title',
  'description',
  'key',
  'parent',
  'predecessors',
  'type',
  'state',
  'responsible',
  'accountable',
  'startsOn',
  'dueOn',
  'createdOn',
  'finishedOn',
  'effort',
  'priority',
  'labels',
  'role',
  'practice',
  'resources',
  'artifact',
  'milestone',
  'custom',
])

/** One way from a column to a field. A column may be taken twice, and labels from several columns. */
export const importColumn = z.object({
  column: z.int().min(0).max(999).describe('Position in the file, from 0'),
  field: importField,
  fieldId: id.optional().describe('The custom field, when `field` is `custom`'),
  dateOrder: z
    .enum(['day-month', 'month-day'])
    .optional()
    .describe('How to read 03/04/2026; decided from the values when left out'),
  unit: z
    .enum(['minute', 'hour', 'day', 'week', 'month'])
    .optional()
    .describe('What a bare number of effort counts; hours when left out'),
  values: z
    .record(z.string().max(500), z.string().max(100))
    .optional()
    .describe(
      'From a value as written to the id of a state, or to a priority 0 to 4; others are matched by name',
    ),
})

/** Where imported items go. */
export const importTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('existing'), containerId: id }),
  z.object({
    kind: z.literal('new'),
    containerKind: z.enum(['project', 'process', 'case', 'list']),
    key: z.string().regex(/^[A-Z][A-Z0-9]{0,9}$/),
    name: z.string().trim().min(1).max(200),
    subject: z.string().max(300).nullable().default(null).describe('A case only: what it is about'),
    wishedEndState: z.string().max(1000).nullable().default(null).describe('A case only: when it is over'),
  }),
])

/** How a file becomes items. */
export const importMapping = z.object({
  target: importTarget,
  columns: z.array(importColumn).max(1000).default([]).describe('Of a table only'),
  sheet: z
    .int()
    .min(0)
    .max(9_999)
    .optional()
    .describe(
      'Of a spreadsheet only: the place of the sheet, from 0; the first that holds something when left out',
    ),
  typeId: id.nullable().default(null).describe('Type of the items; null: the usual one of the target'),
  people: z
    .enum(['placeholder', 'leave'])
    .default('placeholder')
    .describe('Who is not found by e-mail or name becomes a placeholder, or is left out'),
  listStates: z
    .record(z.string().max(500), z.string().max(100))
    .optional()
    .describe(
      'Of another tracker only: from the name of a list or status to the id of a state; others are matched by name',
    ),
})

/** Something that could not be taken over as it stands. */
const importProblem = z.object({
  line: z.int().nullable().describe('Line of the file, from 1'),
  column: z.string().nullable().describe('Name of the column, of a table'),
  subject: z.string().nullable().describe('What it is about, such as the name of a task'),
  severity: z.enum(['error', 'warning']).describe('error: a row or link is left out; warning: a value is'),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  sentence: z.string().describe('In English; translate by code'),
})
const importProblems = z.object({
  problems: z.array(importProblem).describe('The first ones'),
  problemCount: z.int().describe('All of them'),
  errorCount: z.int(),
  problemCounts: z.record(z.string(), z.int()).describe('By code'),
})

const profiledColumn = z.object({
  index: z.int(),
  name: z.string(),
  kind: z.string().describe('What its cells are: text, choice, date, number, email …'),
  filled: z.int(),
  distinct: z.int(),
  examples: z.array(z.string()),
  values: z.array(z.string()).describe('All different values, when they are few: states, types, priorities'),
  field: importField.describe('The field it likely belongs to'),
  dateOrder: z.enum(['day-month', 'month-day']).nullable(),
  isDateOrderSure: z.boolean(),
})

const tableProfile = z.object({
  hasHeader: z.boolean(),
  columns: z.array(profiledColumn),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })).describe('The first 20'),
  rowCount: z.int(),
  mapping: z.array(importColumn).describe('Proposed'),
})
/** What a table holds. */
export type TableProfile = Frozen<z.infer<typeof tableProfile>>

/** What a file holds, told before anything is decided. */
const importProfile = z.discriminatedUnion('format', [
  tableProfile.extend({ format: z.literal('csv'), encoding: z.string(), delimiter: z.string() }),
  z.object({
    format: z.literal('xlsx'),
    sheets: z
      .array(
        tableProfile.extend({
          sheet: z.int().describe('Its place in the workbook, from 0'),
          name: z.string(),
        }),
      )
      .describe('Sheets that hold something; the first 20'),
  }),
  z.object({
    format: z.literal('mspdi'),
    title: z.string(),
    startsOn: plainDate.nullable(),
    finishesOn: plainDate.nullable(),
    counts: z.record(z.string(), z.int()).describe('Tasks, milestones, links, resources and more'),
    tasks: z
      .array(
        z.object({
          line: z.int(),
          level: z.int(),
          title: z.string(),
          startsOn: plainDate.nullable(),
          finishesOn: plainDate.nullable(),
          isMilestone: z.boolean(),
        }),
      )
      .describe('The first 20'),
  }),
  z.object({
    format: trackerFormat,
    title: z.string(),
    key: z.string().nullable().describe('What all keys there begin with, such as ABC of ABC-12'),
    counts: z.record(z.string(), z.int()).describe('Items, checklists, comments, people and more'),
    states: z
      .array(
        z.object({
          name: z.string(),
          group: stateGroup.nullable().describe('The stage of work it belongs to, when the file says so'),
          items: z.int().describe('How many items are in it'),
        }),
      )
      .describe('Lists or statuses, in their order; the first 200'),
    items: z
      .array(
        z.object({
          key: z.string().nullable(),
          title: z.string(),
          state: z.string().nullable(),
          responsible: z.string().nullable(),
          labels: z.array(z.string()),
        }),
      )
      .describe('The first 20'),
  }),
])

/** How many of what. */
const importCounts = z.object({
  items: z.int(),
  subItems: z.int(),
  milestones: z.int(),
  done: z.int().describe('Items that arrive in a done state'),
  relations: z.int(),
  labelsNew: z.int(),
  labelsFound: z.int(),
  peopleMatched: z.int(),
  placeholders: z.int(),
  rowsLeftOut: z.int(),
  calendars: z.int(),
  resources: z.int(),
  assignments: z.int(),
  baselines: z.int(),
  // Runs of earlier versions did not count these.
  checklistLines: z.int().default(0),
  comments: z.int().default(0),
  files: z.int().default(0).describe('Files that lie in the archive that is imported'),
  archived: z.int().default(0).describe('Items that arrive archived'),
})
/** How many of what an import makes. */
export type ImportCounts = Frozen<z.infer<typeof importCounts>>

/** What the dry run found. */
const importPlan = importProblems.extend({
  counts: importCounts,
  items: z
    .array(
      z.object({
        line: z.int().nullable(),
        title: z.string(),
        parent: z.string().nullable(),
        state: z.string(),
        responsible: z.string().nullable(),
        startsOn: plainDate.nullable(),
        dueOn: plainDate.nullable(),
        effortMin: z.int().nullable(),
        labels: z.array(z.string()),
      }),
    )
    .describe('The first ones as they would be'),
  people: z
    .array(z.object({ written: z.string(), name: z.string(), personId: id.nullable() }))
    .describe('Who is meant; without id: a placeholder to be made. The first 200'),
})

/** What a removal took away, and what it left. */
export const removalView = z.object({
  removed: z.record(z.string(), z.int()).describe('Counts by kind: items, containers, people …'),
  kept: z
    .array(z.object({ kind: z.string(), id, name: z.string(), reason: z.string() }))
    .describe('What people have built upon, and therefore stays; the first 200'),
  keptCount: z.int(),
})
/** What a removal took away, and what it left. */
export type RemovalView = Frozen<z.infer<typeof removalView>>

/** An import run. */
export const importView = z.object({
  id,
  version,
  format: importFormat,
  fileName: z.string(),
  fileSize: z.int().describe('Bytes'),
  state: importState,
  startedBy: id.describe('The person'),
  createdAt: instant,
  updatedAt: instant,
  containerId: id.nullable().describe('Where the items are, once there are any'),
  total: z.int().describe('Steps of the run: items, relations and plan'),
  done: z.int().describe('How many of them are done'),
  mapping: importMapping.nullable(),
  profile: importProfile.nullable(),
  fileProblems: importProblems.nullable().describe('What is wrong with the file, whatever the mapping'),
  plan: importPlan.nullable().describe('What will happen; null while the dry run is still going on'),
  removal: removalView.nullable().describe('After a revert'),
  failure: z
    .object({ code: z.string(), params: z.record(z.string(), z.unknown()), sentence: z.string() })
    .nullable()
    .describe('Why it failed'),
})
/** An import run as everybody who may import sees it. */
export type ImportView = Frozen<z.infer<typeof importView>>
/** An import run in a list. */
export const importSummaryView = importView.omit({
  profile: true,
  plan: true,
  mapping: true,
  fileProblems: true,
})
/** How a file becomes items. */
export type ImportMapping = Frozen<z.infer<typeof importMapping>>
/** One way from a column to a field. */
export type ImportColumn = Frozen<z.infer<typeof importColumn>>
/** What a file holds. */
export type ImportProfile = Frozen<z.infer<typeof importProfile>>
/** The table that a mapping is about; null when the file is none, or has no such sheet. */
export function tableOf(profile: ImportProfile | null | undefined, sheet?: number): TableProfile | null {
  if (profile?.format === 'csv') return profile
  if (profile?.format !== 'xlsx') return null
  const [first] = profile.sheets
  return (sheet === undefined ? first : profile.sheets.find((each) => each.sheet === sheet)) ?? null
}
/** What the dry run found. */
export type ImportPlan = Frozen<z.infer<typeof importPlan>>
/** Something that could not be taken over as it stands. */
export type ImportProblem = Frozen<z.infer<typeof importProblem>>
