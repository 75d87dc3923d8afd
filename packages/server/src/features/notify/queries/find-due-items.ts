import type { Tx } from '../../../platform/db/transaction.ts'

/** An open item that is due, and who is responsible for it. */
export type DueItem = {
  readonly id: string
  readonly responsible_id: string
  readonly due_on: string
}

/** Open items due by a day of whose date nobody was told on that day, in the order of their ids. */
export async function findDueItems(
  tx: Tx,
  organisationId: string,
  of: { readonly today: string; readonly after: string; readonly limit: number },
): Promise<readonly DueItem[]> {
  return await tx.query<DueItem>({
    name: 'notify_find_due_items',
    text: `
select w.id, w.responsible_id, w.due_on
from work_item w
where w.organisation_id = $1
  and w.due_on <= $2
  and w.archived_at is null
  and w.state_group <> 'done'
  and w.responsible_id is not null
  and w.id > $3
  and not exists (
    select 1
    from notification n
    where n.organisation_id = $1
      and n.item_id = w.id
      and n.person_id = w.responsible_id
      and n.alerted_on = $2)
order by w.id
limit $4`,
    values: [organisationId, of.today, of.after, of.limit],
  })
}

/** By which clock an organisation lives. */
export async function findTimeZone(tx: Tx, organisationId: string): Promise<string | null> {
  const rows = await tx.query<{ time_zone: string }>({
    name: 'notify_find_time_zone',
    text: 'select o.time_zone from organisation o where o.id = $1',
    values: [organisationId],
  })
  return rows[0]?.time_zone ?? null
}
