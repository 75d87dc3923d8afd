import type { WorkItem } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'

/** An item that came to a new state or owner, or into being. */
export type Arrival = { readonly item: WorkItem; readonly at: number }

/** Closes the open stay of each item and opens the next, so that stays follow each other without a gap. */
export function recordVisits(unit: Unit, arrivals: readonly Arrival[]): void {
  if (arrivals.length === 0) return
  unit.tx.send({
    name: 'work_record_visits',
    text: `
with arrival as (
  select *
  from json_to_recordset($2::json) as x (
    id uuid, ord integer, item_id uuid, type_id uuid, container_id uuid, state_id text, state_group text,
    owner_id uuid, team_id uuid, entered_at timestamptz, left_at timestamptz, next_state_id text, is_first boolean
  )
), closed as (
  update visit v
  set left_at = a.entered_at,
      next_state_id = a.state_id
  from arrival a
  where v.organisation_id = $1
    and v.item_id = any($3::uuid[])
    and v.item_id = a.item_id
    and v.left_at is null
    and a.is_first
  returning v.item_id
)
insert into visit (organisation_id, id, item_id, type_id, container_id, state_id, state_group, owner_id, team_id,
  entered_at, left_at, next_state_id)
select $1, a.id, a.item_id, a.type_id, a.container_id, a.state_id, a.state_group, a.owner_id, a.team_id,
  a.entered_at, a.left_at, a.next_state_id
from arrival a
left join closed c on c.item_id = a.item_id
order by a.ord`,
    // The ids once more: of an array the planner knows that it is short, and looks them up by index.
    values: [
      unit.organisationId,
      JSON.stringify(toRows(unit, arrivals)),
      [...new Set(arrivals.map(({ item }) => item.id))],
    ],
  })
}

/** An item may arrive several times in one batch: only its last stay remains open. */
function toRows(unit: Unit, arrivals: readonly Arrival[]) {
  const nextOf = new Map<string, Arrival>()
  const rows = arrivals.toReversed().map(({ item, at }, index) => {
    const next = nextOf.get(item.id)
    nextOf.set(item.id, { item, at })
    return {
      id: unit.newId<'Visit'>(),
      ord: arrivals.length - index,
      item_id: item.id,
      type_id: item.typeId,
      container_id: item.containerIds[0],
      state_id: item.stateId,
      state_group: item.stateGroup,
      owner_id: item.responsibleId,
      team_id: item.teamId,
      entered_at: new Date(at).toISOString(),
      left_at: next ? new Date(next.at).toISOString() : null,
      next_state_id: next ? next.item.stateId : null,
      is_first: false,
    }
  })
  const firsts = new Set<string>()
  return rows.toReversed().map((row) => {
    const isFirst = !firsts.has(row.item_id)
    firsts.add(row.item_id)
    return { ...row, is_first: isFirst }
  })
}
