import type { Unit } from '../../../platform/commands/index.ts'

/** What levelling found that an item waits for; null: nothing, or nobody knows. */
export type KeptWait = {
  readonly itemId: string
  readonly levelledFor: { readonly resourceId: string; readonly itemId: string | null } | null
}

/** Keeps what items wait for. They are on a plan. */
export async function saveWaits(unit: Unit, waits: readonly KeptWait[]): Promise<void> {
  if (waits.length === 0) return
  await unit.tx.query({
    name: 'schedule_save_waits',
    text: `
update plan_item p
set levelled_for = x.levelled_for
from json_to_recordset($2::json) as x (item_id uuid, levelled_for jsonb)
where p.organisation_id = $1
  and p.item_id = x.item_id`,
    values: [
      unit.organisationId,
      JSON.stringify(
        waits.map(({ itemId, levelledFor }) => ({ item_id: itemId, levelled_for: levelledFor })),
      ),
    ],
  })
}
