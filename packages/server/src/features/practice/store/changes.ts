import type { PracticeChangeView } from '@millrace/contract'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** Lets changes of one organisation happen one after the other: each is judged by the one before. */
export async function lockTypes(unit: Unit): Promise<void> {
  await unit.tx.query({
    name: 'practice_lock_changes',
    text: `
select p.id
from practice p
where p.organisation_id = $1
order by p.id
for no key update`,
    values: [unit.organisationId],
  })
}

/** Adds changes of the practices that work of types follows; which of them are new. */
export async function insertChanges(
  unit: Unit,
  changes: readonly PracticeChangeView[],
): Promise<ReadonlySet<string>> {
  const rows = changes.map((change) => ({
    ...{
      id: change.id,
      type_id: change.typeId,
      number: change.number,
      from_id: change.fromId,
      to_id: change.toId,
    },
    ...{ kind: change.kind, initiative_id: change.initiativeId, reason: change.reason },
    ...{ at: sqlMoment(change.at), person_id: change.personId },
  }))
  const added = await unit.tx.query<{ id: string }>({
    name: 'practice_insert_changes',
    text: `
insert into practice_change
  (organisation_id, id, type_id, number, from_id, to_id, kind, initiative_id, reason, at, person_id)
select $1, r.id, r.type_id, r.number, r.from_id, r.to_id, r.kind, r.initiative_id, r.reason, r.at, r.person_id
from json_populate_recordset(null::practice_change, $2::json) r
on conflict (organisation_id, id) do nothing
returning id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  return new Set(added.map(({ id }) => id))
}
