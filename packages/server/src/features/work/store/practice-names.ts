import type { Unit } from '../../../platform/commands/index.ts'

/** A practice that items name, as texts are compared, and how it is called from now on. */
export type PracticeRenaming = { readonly fromFold: string; readonly name: string; readonly fold: string }

/** Renames the practice of all items that name it; which items these are. */
export async function renamePracticeOfItems(
  unit: Unit,
  renamings: readonly PracticeRenaming[],
): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'work_rename_practices',
    text: `
update work_item w
set practice = r.name,
    folds = case when r.fold = r.name then w.folds - 'practice'
      else w.folds || jsonb_build_object('practice', r.fold) end,
    version = w.version + 1
from json_to_recordset($2::json) as r ("fromFold" text, name text, fold text)
where w.organisation_id = $1
  and w.practice is not null
  and coalesce(w.folds ->> 'practice', w.practice) = r."fromFold"
returning w.id`,
    values: [unit.organisationId, JSON.stringify(renamings)],
  })
  return rows.map(({ id }) => id)
}
