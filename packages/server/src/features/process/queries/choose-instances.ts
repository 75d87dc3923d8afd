import type { InstanceFilter } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { FILTER_SQL, filterValues } from './instance-filter.ts'

/** Instances of a process: these, or all that a filter finds. */
export type Which = { readonly ids: readonly string[] } | { readonly filter: InstanceFilter }

type Choice = {
  readonly organisationId: string
  readonly processId: string
  readonly which: Which
  readonly now: number
}

/** How many running instances are chosen. */
export async function countChosen(tx: Tx, choice: Choice): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    name: 'process_count_chosen',
    text: `
select count(*)::integer as count
from process_instance i
where ${FILTER_SQL}
  and i.state = 'running'
  and ($11::uuid[] is null or i.id = any($11))`,
    values: valuesOf(choice),
  })
  return row?.count ?? 0
}

/** The next running instances that are chosen, in the order of their ids. */
export async function findChosen(
  tx: Tx,
  choice: Choice & { readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'process_find_chosen',
    text: `
select i.id
from process_instance i
where ${FILTER_SQL}
  and i.state = 'running'
  and ($11::uuid[] is null or i.id = any($11))
  and ($12::uuid is null or i.id > $12)
order by i.id
limit $13`,
    values: [...valuesOf(choice), choice.after, choice.limit],
  })
  return rows.map(({ id }) => id)
}

function valuesOf({ organisationId, processId, which, now }: Choice): readonly unknown[] {
  const isById = 'ids' in which
  return [
    ...[organisationId, processId],
    ...filterValues(isById ? {} : which.filter, now),
    isById ? which.ids : null,
  ]
}
