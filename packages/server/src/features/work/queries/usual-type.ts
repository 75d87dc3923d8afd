import type { Unit } from '../../../platform/commands/index.ts'

/** The type that new containers start with: the first one. */
export async function usualTypeId(unit: Unit): Promise<string> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'work_usual_type',
    text: `
select t.id
from item_type t
where t.organisation_id = $1
  and t.archived_at is null
order by t.rank, t.id
limit 1`,
    values: [unit.organisationId],
  })
  const row = rows[0]
  if (!row) throw new Error('the organisation has no type of item')
  return row.id
}
