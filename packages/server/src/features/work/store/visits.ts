import type { WorkItem } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'
import { among } from '../../../platform/db/among.ts'

/** An item that came to a new state or owner, or into being. */
export type Arrival = { readonly item: WorkItem; readonly isNew: boolean; readonly at: number }

/** Closes the open stay of each item and opens the next, so that stays follow each other without a gap. */
export function recordVisits(unit: Unit, arrivals: readonly Arrival[]): void {
  leaveVisits(unit, firstOfEach(arrivals))
  insertVisits(unit, arrivals)
}

/** What is new has no stay to close. */
function leaveVisits(unit: Unit, firsts: readonly Arrival[]): void {
  const left = firsts.filter(({ isNew }) => !isNew)
  if (left.length === 0) return
  const rows = left.map(({ item, at }) => ({
    item_id: item.id,
    state_id: item.stateId,
    entered_at: new Date(at).toISOString(),
  }))
  unit.tx.send({
    name: 'work_leave_visits',
    text: `
update visit v
set left_at = a.entered_at,
    next_state_id = a.state_id
from json_to_recordset($2::json) as a (item_id uuid, state_id text, entered_at timestamptz)
where v.organisation_id = $1
  and v.item_id = any(${among('$3')})
  and v.item_id = a.item_id
  and v.left_at is null`,
    // The ids once more: of an array the planner takes for granted that it is short, and looks them up by index.
    values: [unit.organisationId, JSON.stringify(rows), left.map(({ item }) => item.id)],
  })
}

function insertVisits(unit: Unit, arrivals: readonly Arrival[]): void {
  if (arrivals.length === 0) return
  unit.tx.send({
    name: 'work_insert_visits',
    text: `
insert into visit (organisation_id, id, item_id, type_id, container_id, state_id, state_group, owner_id, team_id,
  entered_at, left_at, next_state_id)
select $1, a.id, a.item_id, a.type_id, a.container_id, a.state_id, a.state_group, a.owner_id, a.team_id,
  a.entered_at, a.left_at, a.next_state_id
from json_to_recordset($2::json) as a (
  id uuid, item_id uuid, type_id uuid, container_id uuid, state_id text, state_group text,
  owner_id uuid, team_id uuid, entered_at timestamptz, left_at timestamptz, next_state_id text
)`,
    values: [unit.organisationId, JSON.stringify(toRows(unit, arrivals))],
  })
}

function firstOfEach(arrivals: readonly Arrival[]): readonly Arrival[] {
  const firsts = new Map<string, Arrival>()
  for (const arrival of arrivals) if (!firsts.has(arrival.item.id)) firsts.set(arrival.item.id, arrival)
  return [...firsts.values()]
}

/** An item may arrive several times in one batch: only its last stay remains open. */
function toRows(unit: Unit, arrivals: readonly Arrival[]) {
  const nextOf = new Map<string, Arrival>()
  const rows = arrivals.toReversed().map((arrival) => {
    const { item, at } = arrival
    const next = nextOf.get(item.id)
    nextOf.set(item.id, arrival)
    return {
      id: unit.newId<'Visit'>(),
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
    }
  })
  return rows.toReversed()
}
