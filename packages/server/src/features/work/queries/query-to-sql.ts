import { type BoundQuery, readsPlans } from '@millrace/core/work'
import { filterSql } from './filter-sql.ts'
import {
  afterSql,
  LAST_COLUMNS,
  type OrderColumn,
  type OrderValue,
  orderColumns,
  orderSql,
  placeSql,
} from './order-sql.ts'
import { type PlansSeen, plannedJoin } from './planned-sql.ts'
import { QueryParams } from './query-params.ts'

/** A piece of SQL with the values of its numbered places, in order. */
export type SqlFragment = { readonly text: string; readonly values: readonly unknown[] }

/** Where the query is going to stand. */
export type CompileOptions = PlansSeen & {
  readonly organisationId: string
  /** Number of the query's first value: 1 when the statement binds nothing before it. */
  readonly firstParam: number
  /** Something beside the query needs what plans say. */
  readonly withPlans?: boolean
}

/**
 * A query as pieces of a statement over `work_item w`. Values are numbered through in the order
 * `joins`, `where`, `orderBy`, `keyset`: a statement may leave out pieces at the end, not in between.
 *
 * The statement itself adds the organisation, what the person may see, and whether archived items
 * are wanted.
 */
export type CompiledQuery = {
  /** What to join to `work_item w`; empty for most queries. */
  readonly joins: SqlFragment
  /** A condition in parentheses, so that no `or` in it can widen what stands beside it. */
  readonly where: SqlFragment
  /** What to order by, without the words `order by`. */
  readonly orderBy: SqlFragment
  /** What to select besides, as a list, for `placeOf`. It uses the values of `orderBy`. */
  readonly place: string
  /** A condition in parentheses for the rows after a cursor. It uses the values of `orderBy`. */
  readonly keyset: (after: readonly OrderValue[]) => SqlFragment
  /** Names the order; a cursor of another order is refused. */
  readonly orderName: string
  readonly columns: readonly OrderColumn[]
}

/**
 * Writes a bound query as SQL that finds the same items in the same order as `compileMatcher` and
 * `compareBy` do in memory. Every value is bound, none becomes text.
 */
export function compileQuery(query: BoundQuery, options: CompileOptions): CompiledQuery {
  const { organisationId, withPlans = readsPlans(query) } = options
  const joined = new QueryParams(options.firstParam)
  const joins = withPlans ? plannedJoin(options, joined) : ''
  const filter = new QueryParams(joined.next)
  const where = filterSql(query.where, { params: filter, organisationId })
  const order = new QueryParams(filter.next)
  const columns = [...query.order.flatMap((sort) => orderColumns(sort, order)), ...LAST_COLUMNS]
  return {
    joins: { text: joins, values: joined.values },
    where: { text: `(${where})`, values: filter.values },
    orderBy: { text: orderSql(columns), values: order.values },
    place: placeSql(columns),
    keyset: (after) => {
      const params = new QueryParams(order.next)
      return { text: `(${afterSql(columns, after, params)})`, values: params.values }
    },
    orderName: query.order.map(({ name }) => name).join(', '),
    columns,
  }
}
