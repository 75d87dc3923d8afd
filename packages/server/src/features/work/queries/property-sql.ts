import type { ListProperty, ScalarProperty } from '@millrace/core/work'
import { formulaFieldSql } from './formula-sql.ts'
import { PLANNED_VALUES } from './planned-sql.ts'
import type { QueryParams, SqlType } from './query-params.ts'

/** A value of a `work_item w` as SQL. Texts are folded, and compare by code point. */
export type ColumnSql = {
  readonly sql: string
  readonly type: Extract<SqlType, 'text' | 'uuid' | 'float8' | 'date' | 'timestamptz'>
  readonly nullable: boolean
}

type NamedProperty = Extract<ScalarProperty, { readonly type: 'text' | 'number' | 'date' | 'instant' | 'id' }>
type FormulaProperty = Extract<ScalarProperty, { readonly formula: unknown }>
type CustomProperty = Exclude<Extract<ScalarProperty, { readonly fieldId: string }>, FormulaProperty>
type ColumnsOf<Type extends NamedProperty['type']> = {
  readonly [Name in Extract<NamedProperty, { readonly type: Type }>['name']]: ColumnSql
}

const column = (sql: string, type: ColumnSql['type']): ColumnSql => ({ sql, type, nullable: false })
const optional = (sql: string, type: ColumnSql['type']): ColumnSql => ({ sql, type, nullable: true })

/** The lines of `search_text` are key, title and description, as `searchColumnsOf` writes them. */
const TEXTS: ColumnsOf<'text'> = {
  text: column('w.search_text', 'text'),
  key: column("split_part(w.search_text, E'\\n', 1)", 'text'),
  title: column('w.title_fold', 'text'),
  description: column("split_part(w.search_text, E'\\n', 3)", 'text'),
  role: optional("coalesce(w.folds ->> 'role', w.role)", 'text'),
  practice: optional("coalesce(w.folds ->> 'practice', w.practice)", 'text'),
  artifact: optional("coalesce(w.folds ->> 'artifact', w.artifact)", 'text'),
}
const NUMBERS: ColumnsOf<'number'> = {
  priority: column('w.priority', 'float8'),
  effortMin: optional('w.effort_min', 'float8'),
  costOfDelayMinor: optional('w.cost_of_delay_minor', 'float8'),
  childCount: column('w.child_count', 'float8'),
}
const DATES: ColumnsOf<'date'> = {
  startsOn: optional('w.starts_on', 'date'),
  dueOn: optional('w.due_on', 'date'),
}
const INSTANTS: ColumnsOf<'instant'> = {
  createdAt: column('w.created_at', 'timestamptz'),
  updatedAt: column('w.updated_at', 'timestamptz'),
  startedAt: optional('w.started_at', 'timestamptz'),
  finishedAt: optional('w.finished_at', 'timestamptz'),
  archivedAt: optional('w.archived_at', 'timestamptz'),
  stateSince: column('w.state_since', 'timestamptz'),
  ageFrom: optional('case when w.finished_at is null then w.started_at end', 'timestamptz'),
}
const IDS: ColumnsOf<'id'> = {
  key: column('w.key', 'text'),
  typeId: column('w.type_id', 'uuid'),
  stateGroup: column('w.state_group', 'text'),
  area: column('w.area', 'text'),
  parentId: optional('w.parent_id', 'uuid'),
  responsibleId: optional('w.responsible_id', 'uuid'),
  accountableId: optional('w.accountable_id', 'uuid'),
  requesterId: optional('w.requester_id', 'uuid'),
  teamId: optional('w.team_id', 'uuid'),
  home: column('w.home_container_id', 'uuid'),
}

/** The column or expression of a property. A custom field binds its id. */
export function columnOf(property: ScalarProperty, params: QueryParams): ColumnSql {
  switch (property.type) {
    case 'text':
      return TEXTS[property.name]
    case 'number':
      return NUMBERS[property.name]
    case 'date':
      return DATES[property.name]
    case 'instant':
      return INSTANTS[property.name]
    case 'id':
      return IDS[property.name]
    case 'plannedNumber':
      return optional(PLANNED_VALUES[property.name], 'float8')
    case 'plannedInstant':
      return optional(PLANNED_VALUES[property.name], 'timestamptz')
    case 'plannedId':
      return optional(PLANNED_VALUES[property.name], 'text')
    case 'formulaText':
    case 'formulaNumber':
    case 'formulaDate':
    case 'formulaId':
      return formulaColumn(property, params)
    default:
      return customColumn(property, params)
  }
}

const FORMULA_TYPES: Readonly<Record<FormulaProperty['type'], ColumnSql['type']>> = {
  formulaText: 'text',
  formulaNumber: 'float8',
  formulaDate: 'date',
  formulaId: 'text',
}

function formulaColumn({ type, formula }: FormulaProperty, params: QueryParams): ColumnSql {
  return optional(formulaFieldSql(formula, { alias: 'w', params }), FORMULA_TYPES[type])
}

/** A value of another type than the field's counts as none, as it does in memory. */
function customColumn({ type, fieldId }: CustomProperty, params: QueryParams): ColumnSql {
  const id = params.bind(fieldId, 'text')
  const typed = (jsonType: string, value: string) =>
    `case when jsonb_typeof(w.fields -> ${id}) = '${jsonType}' then ${value} end`
  const text = typed('string', `w.fields ->> ${id}`)
  switch (type) {
    case 'customNumber':
      return optional(typed('number', `(w.fields ->> ${id})::float8`), 'float8')
    case 'customText':
      return optional(`coalesce(w.folds ->> ${id}, ${text})`, 'text')
    case 'customDate':
    case 'customId':
      return optional(text, 'text')
  }
}

/** The column of a property with several ids. */
export function listColumnOf({ name }: ListProperty): string {
  return name === 'labelIds' ? 'w.label_ids' : 'w.container_ids'
}
