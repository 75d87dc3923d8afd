import { operations } from '@millrace/contract'
import { accepted, type QueryContext, query, visibleContainerIds } from '../../../platform/commands/index.ts'
import { ITEM_COLUMNS, type ItemRow, toItem } from '../item-row.ts'
import { bind } from '../query-names.ts'
import type { PlacedRow } from './order-sql.ts'
import type { PlansSeen } from './planned-sql.ts'
import { decodeCursor, encodeCursor, placeOf } from './query-cursor.ts'
import { compileQuery, type SqlFragment } from './query-to-sql.ts'

export type Archived = 'no' | 'only' | 'also'

/** A page of the items that a query finds, in its order. */
export const listItems = query(operations['work.listItems'], async (context, input) => {
  const scope = scopeOf(context, input.archived)
  const { query: bound, fill } = await bind(context, input.query)
  const compiled = compileQuery(bound, {
    ...plansSeen(context),
    organisationId: context.organisationId,
    firstParam: scope.values.length + 1,
  })
  const after = input.cursor === undefined ? null : accepted(decodeCursor(compiled, input.cursor))
  const keyset = after ? compiled.keyset(after) : null
  const values = [
    ...scope.values,
    ...compiled.joins.values,
    ...compiled.where.values,
    ...compiled.orderBy.values,
    ...(keyset?.values ?? []),
  ]
  const rows = await context.tx.query<ItemRow & PlacedRow>({
    text: `
select ${ITEM_COLUMNS}, ${compiled.place}
from work_item w${compiled.joins.text}
where ${scope.text}
  and ${compiled.where.text}
  ${keyset ? `and ${keyset.text}` : ''}
order by ${compiled.orderBy.text}
limit $${values.length + 1}`,
    values: [...values, input.limit],
  })
  const last = rows.length === input.limit ? rows.at(-1) : undefined
  return {
    items: rows.map((row) => fill(toItem(row))),
    next: last ? encodeCursor(compiled, placeOf(compiled, last)) : null,
  }
})

/** Whose plans the person sees. */
export function plansSeen({ principal }: QueryContext): PlansSeen {
  return { visible: visibleContainerIds(principal.access) }
}

/** The organisation, what the person may see, and whether archived items are wanted. */
export function scopeOf(context: QueryContext, archived: Archived): SqlFragment {
  const visible = visibleContainerIds(context.principal.access)
  const conditions = ['w.organisation_id = $1']
  if (archived !== 'also') conditions.push(`w.archived_at is ${archived === 'no' ? 'null' : 'not null'}`)
  if (visible) conditions.push('w.container_ids && $2::uuid[]')
  return {
    text: conditions.join('\n  and '),
    values: visible ? [context.organisationId, visible] : [context.organisationId],
  }
}
