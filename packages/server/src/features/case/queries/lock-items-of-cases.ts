import type { Unit } from '../../../platform/commands/index.ts'

/** Locks the items that carry out active steps of cases: whoever changes both locks items before cases. */
export async function lockItemsOfCases(unit: Unit, caseIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'case_lock_items_of_cases',
    text: `
select w.id
from work_item w
where w.organisation_id = $1
  and w.id in (
    select i.item_id
    from case_plan_item i
    where i.organisation_id = $1
      and i.case_id = any($2::uuid[])
      and i.state in ('active', 'suspended'))
order by w.id
for no key update`,
    values: [unit.organisationId, caseIds],
  })
}
