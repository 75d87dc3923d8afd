import type { Unit } from '../../../platform/commands/index.ts'

/** Deletes the places of items in cases, of items and of whole cases that go. */
export async function deleteCaseItems(
  unit: Unit,
  gone: { readonly itemIds: readonly string[]; readonly caseIds: readonly string[] },
): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from case_item i
where i.organisation_id = $1
  and (i.item_id = any($2::uuid[]) or i.case_id = any($3::uuid[]))
returning i.id`,
    values: [unit.organisationId, gone.itemIds, gone.caseIds],
  })
  return rows.map(({ id }) => id)
}

/** Deletes the stages of cases, and tells which they were. */
export async function deleteStagesOf(unit: Unit, caseIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from case_stage s
where s.organisation_id = $1
  and s.case_id = any($2::uuid[])
returning s.id`,
    values: [unit.organisationId, caseIds],
  })
  return rows.map(({ id }) => id)
}
