import type { Unit } from '../../../platform/commands/index.ts'

/** How many items that are not archived, nor confidential, are in each state of some containers, keyed `container state`. */
export async function countInStates(
  unit: Unit,
  places: readonly { readonly containerId: string; readonly stateId: string }[],
): Promise<Map<string, number>> {
  if (places.length === 0) return new Map()
  const rows = await unit.tx.query<{ container_id: string; state_id: string; count: number }>({
    name: 'work_count_in_states',
    text: `
select w.home_container_id as container_id, w.state_id, count(*)::integer as count
from work_item w
join json_to_recordset($2::json) as x (container_id uuid, state_id text)
  on x.container_id = w.home_container_id and x.state_id = w.state_id
where w.organisation_id = $1
  and w.archived_at is null
  and w.seen_by is null
group by w.home_container_id, w.state_id
order by w.home_container_id, w.state_id`,
    values: [
      unit.organisationId,
      JSON.stringify(places.map((place) => ({ container_id: place.containerId, state_id: place.stateId }))),
    ],
  })
  return new Map(rows.map((row) => [`${row.container_id} ${row.state_id}`, row.count]))
}
