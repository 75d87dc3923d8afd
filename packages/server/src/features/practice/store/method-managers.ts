import type { Unit } from '../../../platform/commands/index.ts'

/** Makes some people the method managers, and nobody else. */
export async function replaceMethodManagers(unit: Unit, personIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'practice_clear_method_managers',
    text: `
delete from method_manager k
where k.organisation_id = $1`,
    values: [unit.organisationId],
  })
  await unit.tx.query({
    name: 'practice_insert_method_managers',
    text: `
insert into method_manager (organisation_id, person_id)
select distinct $1::uuid, x.id
from unnest($2::uuid[]) as x (id)`,
    values: [unit.organisationId, personIds],
  })
}
