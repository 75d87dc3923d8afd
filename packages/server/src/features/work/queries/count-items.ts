import { operations } from '@millrace/contract'
import { query } from '../../../platform/commands/index.ts'
import { bind } from '../query-names.ts'
import { scopeOf } from './list-items.ts'
import { compileQuery } from './query-to-sql.ts'

/** What groups are told apart by; texts, so that every kind of value fits one answer. */
const GROUPS = {
  none: `''`,
  state: 'w.state_id',
  group: 'w.state_group',
  responsible: 'w.responsible_id::text',
  type: 'w.type_id::text',
  priority: 'w.priority::text',
  container: 'w.home_container_id::text',
} as const

/** How many items a query finds, in all and by one field. */
export const countItems = query(operations['work.countItems'], async (context, input) => {
  const scope = scopeOf(context, input.archived)
  const { query: bound } = await bind(context, input.query)
  const compiled = compileQuery(bound, {
    organisationId: context.organisationId,
    firstParam: scope.values.length + 1,
  })
  const rows = await context.tx.query<{ value: string | null; count: number; effortMin: number }>({
    text: `
select ${GROUPS[input.by]} as value, count(*) as count, coalesce(sum(w.effort_min), 0) as "effortMin"
from work_item w
where ${scope.text}
  and ${compiled.where.text}
group by 1
order by 2 desc, 1
limit 10000`,
    values: [...scope.values, ...compiled.where.values],
  })
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  return { total, groups: input.by === 'none' ? [] : rows }
})
