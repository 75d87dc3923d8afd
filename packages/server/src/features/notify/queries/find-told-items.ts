import type { StateGroup, WaitingFor } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'

/** An item, as far as following it, waiting and being reminded go. */
export type ToldItem = {
  readonly id: string
  readonly key: string
  readonly container_ids: readonly string[]
  readonly state_group: StateGroup
  readonly waiting_for: WaitingFor | null
  readonly archived_at: number | null
}

/** Items by id. */
export async function findToldItems(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ToldItem>> {
  const rows = await tx.query<ToldItem>({
    name: 'notify_find_told_items',
    text: `
select w.id, w.key, w.container_ids, w.state_group, w.waiting_for, w.archived_at
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}
