import {
  MY_WORK_SECTIONS,
  type PlannedFacts,
  readsPlans,
  sortMyWork,
  type WorkItem,
} from '@millrace/core/work'
import { type QueryContext, visibleContainerIds } from '../../../platform/commands/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import type { FillComputed } from '../fill-computed.ts'
import { ITEM_COLUMNS, type ItemRow, toItem } from '../item-row.ts'
import { bind } from '../query-names.ts'
import { type Archived, plansSeen, scopeOf } from './list-items.ts'
import { PLANNED_COLUMNS, type PlannedColumns, readPlanned } from './planned-sql.ts'
import { compileQuery } from './query-to-sql.ts'
import { readSettings } from './read-names.ts'

/** An item with the key of what it is part of, and what its plan says, as far as that may be seen. */
export type WalkedItem = {
  readonly item: WorkItem
  readonly parentKey: string | null
  /** Null where it is on no plan, or nobody asked. */
  readonly planned: PlannedFacts | null
}

/** Items on their way, page by page. */
export type ItemWalk = {
  /** How many there are; no more than `limit` + 1 are counted. */
  readonly count: number
  readonly pages: AsyncIterable<readonly WalkedItem[]>
}

/** Which items, and how many are worth counting. */
export type WantedItems = {
  readonly query: string
  readonly archived: Archived
  /** Only what is in this container. */
  readonly containerId: string | null
  /** Whether what plans say is wanted. */
  readonly withPlans: boolean
  readonly limit: number
}

type WalkedRow = ItemRow &
  (PlannedColumns | { readonly is_planned?: undefined }) & { readonly parent_key: string | null }

/** Half a megabyte of ordinary items: what is held at once, however many there are. */
const PAGE = 500

/**
 * Everything that a query finds, in its order. All pages are of one moment when the transaction is a
 * snapshot, which has to stay open until the last one was taken.
 */
export async function walkItems(context: QueryContext, wanted: WantedItems): Promise<ItemWalk> {
  const found = await find(context, wanted)
  return { count: await count(context, found, wanted.limit), pages: pagesOf(context, found) }
}

/** What is on a person's own list and found by a query, in the order of that list. */
export async function walkMyWork(
  context: QueryContext,
  { query, withPlans, limit }: Pick<WantedItems, 'query' | 'withPlans' | 'limit'>,
): Promise<ItemWalk> {
  const { personId } = context.principal
  const found = await find(context, { query, withPlans, archived: 'no', containerId: null, personId })
  const rows = await readAll(context, found, limit + 1)
  const walked = new Map(rows.map((row) => toWalked(row, found.fill)).map((each) => [each.item, each]))
  const { timeZone: zone } = await readSettings(context.tx, context.organisationId)
  const work = sortMyWork([...walked.keys()], { personId, today: dayOf(context.now, zone) })
  const inOrder = MY_WORK_SECTIONS.flatMap((section) =>
    work[section].flatMap(({ item }) => walked.get(item) ?? []),
  )
  return { count: inOrder.length, pages: one(inOrder) }
}

type Found = {
  readonly columns: string
  readonly joins: string
  readonly where: string
  readonly whereValues: readonly unknown[]
  readonly orderBy: string
  readonly orderValues: readonly unknown[]
  readonly fill: FillComputed
  readonly isVisible: string
}

async function find(
  context: QueryContext,
  wanted: Omit<WantedItems, 'limit'> & { readonly personId?: string },
): Promise<Found> {
  const scope = scopeOf(context, wanted.archived)
  const values = [...scope.values]
  const place = (value: string) => `$${values.push(value)}::uuid`
  const { containerId, personId } = wanted
  const conditions = [
    scope.text,
    ...(containerId === null ? [] : [`w.container_ids @> array[${place(containerId)}]`]),
    ...(personId === undefined ? [] : [concerns(place(personId))]),
  ]
  const { query, fill } = await bind(context, wanted.query)
  const compiled = compileQuery(query, {
    ...plansSeen(context),
    organisationId: context.organisationId,
    withPlans: wanted.withPlans || readsPlans(query),
    firstParam: values.length + 1,
  })
  return {
    where: [...conditions, compiled.where.text].join('\n  and '),
    columns: wanted.withPlans ? `${ITEM_COLUMNS}, ${PLANNED_COLUMNS}` : ITEM_COLUMNS,
    joins: compiled.joins.text,
    whereValues: [...values, ...compiled.joins.values, ...compiled.where.values],
    orderBy: compiled.orderBy.text,
    orderValues: compiled.orderBy.values,
    fill,
    // As in `scopeOf`, where the second value is what the person may see.
    isVisible: visibleContainerIds(context.principal.access) ? 'and p.container_ids && $2::uuid[]' : '',
  }
}

/** Every item that a person's own list can hold, and some that core leaves out. */
function concerns(person: string): string {
  return `w.state_group <> 'done'
  and (w.responsible_id = ${person} or w.accountable_id = ${person} or w.waiting_for ->> 'personId' = ${person}::text)`
}

async function count({ tx }: QueryContext, found: Found, limit: number): Promise<number> {
  const rows = await tx.query<{ count: number }>({
    text: `
select count(*) as count
from (
  select w.id
  from work_item w${found.joins}
  where ${found.where}
  limit ${limit + 1}
) found`,
    values: found.whereValues,
  })
  return rows[0]?.count ?? 0
}

const selected = ({ columns, joins, where, orderBy, isVisible }: Found): string => `
select ${columns}, (
    select p.key
    from work_item p
    where p.organisation_id = $1
      and p.id = w.parent_id
      ${isVisible}
  ) as parent_key
from work_item w${joins}
where ${where}
order by ${orderBy}`

/**
 * A cursor of the database reads what it sorted once; pages by the last row's place would filter and
 * sort everything anew with each of them.
 */
async function* pagesOf({ tx }: QueryContext, found: Found): AsyncGenerator<readonly WalkedItem[]> {
  await tx.query({
    text: `declare walked no scroll cursor for ${selected(found)}`,
    values: [...found.whereValues, ...found.orderValues],
  })
  for (;;) {
    const rows = await tx.query<WalkedRow>({ text: `fetch ${PAGE} from walked` })
    if (rows.length > 0) yield rows.map((row) => toWalked(row, found.fill))
    if (rows.length < PAGE) return
  }
}

async function readAll({ tx }: QueryContext, found: Found, limit: number): Promise<readonly WalkedRow[]> {
  return await tx.query<WalkedRow>({
    text: `${selected(found)}
limit ${limit}`,
    values: [...found.whereValues, ...found.orderValues],
  })
}

function toWalked(row: WalkedRow, fill: FillComputed): WalkedItem {
  const planned = row.is_planned === true ? readPlanned(row) : null
  return { item: fill(toItem(row)), parentKey: row.parent_key, planned }
}

async function* one(items: readonly WalkedItem[]): AsyncGenerator<readonly WalkedItem[]> {
  if (items.length > 0) yield await Promise.resolve(items)
}
