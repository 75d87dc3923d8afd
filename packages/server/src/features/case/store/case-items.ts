import type { CaseItem } from '@millrace/core/case'
import type { Unit } from '../../../platform/commands/index.ts'

export type CaseItemRow = {
  readonly id: string
  readonly case_id: string
  readonly item_id: string
  readonly stage_id: string | null
  readonly is_discretionary: boolean
  readonly is_required: boolean
}

/** The columns of `case_item p`. */
export const CASE_ITEM_COLUMNS = 'p.id, p.case_id, p.item_id, p.stage_id, p.is_discretionary, p.is_required'

/** The planned item of a row. */
export function toCaseItem(row: CaseItemRow): CaseItem {
  return {
    id: row.id,
    caseId: row.case_id,
    itemId: row.item_id,
    stageId: row.stage_id,
    isDiscretionary: row.is_discretionary,
    isRequired: row.is_required,
  }
}

/** Plans items, or plans them anew. */
export async function saveCaseItems(unit: Unit, items: readonly CaseItem[]): Promise<void> {
  await unit.tx.query({
    name: 'case_save_items',
    text: `
insert into case_item (organisation_id, id, case_id, item_id, stage_id, is_discretionary, is_required)
select $1, r.id, r.case_id, r.item_id, r.stage_id, r.is_discretionary, r.is_required
from json_populate_recordset(null::case_item, $2::json) r
on conflict (organisation_id, id) do update
set stage_id = excluded.stage_id,
    is_discretionary = excluded.is_discretionary,
    is_required = excluded.is_required`,
    values: [
      unit.organisationId,
      JSON.stringify(
        items.map((item) => ({
          id: item.id,
          case_id: item.caseId,
          item_id: item.itemId,
          stage_id: item.stageId,
          is_discretionary: item.isDiscretionary,
          is_required: item.isRequired,
        })),
      ),
    ],
  })
}
