import type { Unit } from '../../../platform/commands/index.ts'

/** An item that belongs to a case. */
export type ItemOfCase = {
  readonly caseId: string
  readonly itemId: string
  readonly key: string
  readonly isDone: boolean
}

/** Those of some items that belong to the case named with them and are not archived. */
export async function findItemsOfCases(
  unit: Unit,
  wanted: readonly { readonly caseId: string; readonly itemId: string }[],
): Promise<readonly ItemOfCase[]> {
  if (wanted.length === 0) return []
  return await unit.tx.query<ItemOfCase>({
    name: 'case_find_items_of_cases',
    text: `
select r."caseId", w.id as "itemId", w.key, w.state_group = 'done' as "isDone"
from json_to_recordset($2::json) as r ("caseId" uuid, "itemId" uuid)
join work_item w on w.organisation_id = $1 and w.id = r."itemId" and w.container_ids @> array[r."caseId"]
where w.archived_at is null
order by w.id`,
    values: [unit.organisationId, JSON.stringify(wanted)],
  })
}
