import type { Unit } from '../../../platform/commands/index.ts'

/** What of cases is forgotten. */
export type CasesToForget = { readonly itemIds: readonly string[]; readonly caseIds: readonly string[] }

const PARTS = [
  `
delete from case_adopted_item t
where t.organisation_id = $1
  and t.case_id = any($2::uuid[])`,
  `
delete from case_sentry_part t
where t.organisation_id = $1
  and t.case_id = any($2::uuid[])`,
  `
delete from case_history t
where t.organisation_id = $1
  and t.case_id = any($2::uuid[])`,
  `
delete from case_plan_item t
where t.organisation_id = $1
  and t.case_id = any($2::uuid[])`,
  `
update case_plan_item i
set called_case_id = null
where i.organisation_id = $1
  and i.called_case_id = any($2::uuid[])`,
]

/** Deletes whole plans, and that items that go carried out something. */
export async function deletePlans(unit: Unit, gone: CasesToForget): Promise<readonly string[]> {
  const { tx, organisationId } = unit
  for (const text of PARTS) tx.send({ text, values: [organisationId, gone.caseIds] })
  tx.send({
    text: `
update case_plan_item i
set item_id = null
where i.organisation_id = $1
  and i.item_id = any($2::uuid[])`,
    values: [organisationId, gone.itemIds],
  })
  tx.send({
    text: `
delete from case_adopted_item a
where a.organisation_id = $1
  and a.item_id = any($2::uuid[])`,
    values: [organisationId, gone.itemIds],
  })
  const rows = await tx.query<{ case_id: string }>({
    text: `
delete from case_plan p
where p.organisation_id = $1
  and p.case_id = any($2::uuid[])
returning p.case_id`,
    values: [organisationId, gone.caseIds],
  })
  return rows.map((row) => row.case_id)
}
