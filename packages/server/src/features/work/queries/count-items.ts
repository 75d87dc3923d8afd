import { operations } from '@millrace/contract'
import { readsPlans, type SortSource, sourceReadsPlans } from '@millrace/core/work'
import { query, refuse } from '../../../platform/commands/index.ts'
import { bindCount } from '../query-names.ts'
import { plansSeen, scopeOf } from './list-items.ts'
import { type ColumnSql, columnOf } from './property-sql.ts'
import { QueryParams } from './query-params.ts'
import { compileQuery } from './query-to-sql.ts'

/** What groups are told apart by; texts, so that every kind of value fits one answer. */
const GROUPS: Readonly<Record<string, string>> = {
  none: `''`,
  state: 'w.state_id',
  group: 'w.state_group',
  responsible: 'w.responsible_id::text',
  team: 'w.team_id::text',
  type: 'w.type_id::text',
  priority: 'w.priority::text',
  area: 'w.area',
  container: 'w.home_container_id::text',
}

type Row = { readonly value: string | null; readonly count: number; readonly effortMin: number } & Readonly<
  Record<`sum${number}`, number | null>
>

/** How many items a query finds, in all and by one field, and what amounts of theirs add up to. */
export const countItems = query(operations['work.countItems'], async (context, input) => {
  const scope = scopeOf(context, input.archived)
  const isOwn = !(input.by in GROUPS)
  const summed = namesIn(input.sums)
  const names = [...summed, ...(isOwn ? [input.by] : [])]
  const { query: bound, fields, timeZone } = await bindCount(context, input.query, names)
  const compiled = compileQuery(bound, {
    ...plansSeen(context),
    organisationId: context.organisationId,
    withPlans: readsPlans(bound) || fields.some(sourceReadsPlans),
    firstParam: scope.values.length + 1,
  })
  const before = [...scope.values, ...compiled.joins.values, ...compiled.where.values]
  const params = new QueryParams(before.length + 1)
  const sums = fields.slice(0, summed.length).map((field, index) => {
    const column = columnIn(field, params)
    if (column?.type !== 'float8') return refuse('work.not_summable', { field: summed[index] ?? '' })
    return `, sum(${column.sql})::float8 as sum${String(index)}`
  })
  const group = isOwn ? groupSql(fields[summed.length], timeZone, params) : GROUPS[input.by]
  const rows = await context.tx.query<Row>({
    text: `
select ${group} as value, count(*) as count, coalesce(sum(w.effort_min), 0) as "effortMin"${sums.join('')}
from work_item w${compiled.joins.text}
where ${scope.text}
  and ${compiled.where.text}
group by 1
order by 2 desc, 1
limit 10000`,
    values: [...before, ...params.values],
  })
  const groups = rows.map((row) => ({
    ...{ value: row.value, count: row.count, effortMin: row.effortMin },
    sums: summed.map((_name, index) => row[`sum${index}`] ?? null),
  }))
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    sums: summed.map((_name, index) => addUp(groups.map((row) => row.sums[index] ?? null))),
    groups: input.by === 'none' ? [] : groups,
  }
})

/** Every sum is an expression of the statement. */
const SUMS_MAX = 20

/** Names of fields in a row, none of them anything else than a name. */
function namesIn(text: string): readonly string[] {
  const names = text.split(',').flatMap((name) => name.trim() || [])
  if (names.length > SUMS_MAX) return refuse('work.too_many_sums', { max: SUMS_MAX })
  const wrong = names.find((name) => !/^(field\.)?[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(name))
  return wrong === undefined ? names : refuse('work.not_summable', { field: wrong })
}

/** Null where there is nothing to add up, which is something else than nought. */
function addUp(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce((sum, amount) => (amount === null ? sum : (sum ?? 0) + amount), null)
}

function columnIn(field: SortSource | undefined, params: QueryParams): ColumnSql | null {
  if (field === undefined || field.kind === 'key' || field.property.type === 'state') return null
  return columnOf(field.property, params)
}

/** Days are gathered by month, everything else by its value. */
function groupSql(field: SortSource | undefined, timeZone: string, params: QueryParams): string {
  const column = columnIn(field, params)
  if (column === null || field === undefined || field.kind === 'key') return `''`
  // Texts are compared folded, and told apart as they are written.
  if (field.property.type === 'customText')
    return `(w.fields ->> ${params.bind(field.property.fieldId, 'text')})`
  if (field.property.type === 'plannedInstant')
    return `to_char((${column.sql}) at time zone ${params.bind(timeZone, 'text')}, 'YYYY-MM')`
  const isDay = field.property.type === 'customDate' || field.property.type === 'formulaDate'
  return isDay ? `left((${column.sql})::text, 7)` : `(${column.sql})::text`
}
