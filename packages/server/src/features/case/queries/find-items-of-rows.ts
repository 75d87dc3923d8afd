import type { Unit } from '../../../platform/commands/index.ts'

type Wanted = {
  readonly containerId: string
  readonly planItemId: string
  /** Null: the latest. */
  readonly rowId: number | null
}

/** The open items that carry out some active steps of plans. */
export async function findItemsOfRows(unit: Unit, wanted: readonly Wanted[]): Promise<readonly string[]> {
  if (wanted.length === 0) return []
  const rows = await unit.tx.query<{ id: string }>({
    name: 'case_find_items_of_rows',
    text: `
select distinct w.id
from json_to_recordset($2::json) as r ("containerId" uuid, "planItemId" text, "rowId" integer)
join case_plan_item i on i.organisation_id = $1
  and i.case_id = r."containerId"
  and i.def = r."planItemId"
  and (r."rowId" is null or i.row_id = r."rowId")
join work_item w on w.organisation_id = i.organisation_id and w.id = i.item_id
where i.state = 'active'
  and w.state_group <> 'done'
order by w.id`,
    values: [unit.organisationId, JSON.stringify(wanted)],
  })
  return rows.map(({ id }) => id)
}
