import { type FormulaAttribute, foldText } from '@millrace/core/work'
import type { FormulaWriting } from './formula-writing.ts'

type Writer = (alias: string, writing: FormulaWriting) => string

const hours =
  (column: string): Writer =>
  (alias) =>
    `(${alias}.${column}::float8 / 60)`
const number =
  (column: string): Writer =>
  (alias) =>
    `${alias}.${column}::float8`
const plain =
  (column: string): Writer =>
  (alias) =>
    `${alias}.${column}`
const moment =
  (column: string): Writer =>
  (alias, { params, world }) =>
    `(${alias}.${column} at time zone ${params.bind(world.timeZone, 'text')})::date`
const person =
  (column: string): Writer =>
  (alias) =>
    `${alias}.${column}::text`
const foldedBeside =
  (column: string): Writer =>
  (alias) =>
    `nullif(coalesce(${alias}.folds ->> '${column}', ${alias}.${column}), '')`

/** The lines of `search_text` are key, title and description, as `searchColumnsOf` writes them. */
const line =
  (number: 1 | 3): Writer =>
  (alias) =>
    `nullif(split_part(${alias}.search_text, E'\\n', ${number}), '')`

/** A name out of the catalogue, folded, by what stands in the row. */
const named =
  (of: 'stateNames' | 'typeNames', by: (alias: string) => string): Writer =>
  (alias, { params, world }) => {
    const names = [...world[of]].map(([id, name]) => [id, foldText(name) || null])
    return `(${params.bind(JSON.stringify(Object.fromEntries(names)), 'jsonb')} ->> (${by(alias)}))`
  }

const WRITERS: Readonly<Record<FormulaAttribute, Writer>> = {
  effort: hours('effort_min'),
  effortLow: hours('effort_low_min'),
  effortHigh: hours('effort_high_min'),
  priority: number('priority'),
  children: number('child_count'),
  childrenDone: number('child_done_count'),
  costOfDelay: (alias, { world }) =>
    `(${alias}.cost_of_delay_minor::float8 / ${10 ** world.currencyDigits}::float8)`,
  start: plain('starts_on'),
  due: plain('due_on'),
  created: moment('created_at'),
  updated: moment('updated_at'),
  started: moment('started_at'),
  finished: moment('finished_at'),
  stateSince: moment('state_since'),
  key: line(1),
  title: (alias) => `nullif(${alias}.title_fold, '')`,
  description: line(3),
  state: named('stateNames', (alias) => `${alias}.type_id::text || '/' || ${alias}.state_id`),
  type: named('typeNames', (alias) => `${alias}.type_id::text`),
  role: foldedBeside('role'),
  practice: foldedBeside('practice'),
  artifact: foldedBeside('artifact'),
  responsible: person('responsible_id'),
  accountable: person('accountable_id'),
  requester: person('requester_id'),
  done: (alias) => `(${alias}.state_group = 'done')`,
  open: (alias) => `(${alias}.state_group <> 'done')`,
  blocked: (alias) => `(${alias}.open_blockers <> '[]')`,
  milestone: plain('is_milestone'),
}

/** What every item has, as SQL of the type that formulas give it; texts folded. */
export function attributeSql(name: FormulaAttribute, writing: FormulaWriting): string {
  return WRITERS[name](writing.alias, writing)
}
