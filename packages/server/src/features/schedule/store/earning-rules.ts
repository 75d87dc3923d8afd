import type { EarningRuleName } from '@millrace/contract'
import type { Unit } from '../../../platform/commands/index.ts'

/** How an item is to earn, and whether it keeps its own days when it comes onto the plan with that. */
export type NewRule = {
  readonly containerId: string
  readonly itemId: string
  readonly rule: EarningRuleName
  readonly isManual: boolean
}

/**
 * Sets how items earn. Those that nothing is planned for come onto the plan, and keep the days they have;
 * which ones: not those on the plan of another project.
 */
export async function saveEarningRules(unit: Unit, rules: readonly NewRule[]): Promise<ReadonlySet<string>> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'schedule_save_earning_rules',
    text: `
insert into plan_item (organisation_id, project_id, item_id, is_manual, ev_rule)
select $1, x.project_id, x.item_id, x.is_manual, x.rule
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::boolean[]) as x (item_id, project_id, rule, is_manual)
order by x.item_id
on conflict (organisation_id, item_id) do update
set ev_rule = excluded.ev_rule
where plan_item.project_id = excluded.project_id
returning item_id as id`,
    values: [
      unit.organisationId,
      rules.map(({ itemId }) => itemId),
      rules.map(({ containerId }) => containerId),
      rules.map(({ rule }) => rule),
      rules.map(({ isManual }) => isManual),
    ],
  })
  return new Set(rows.map(({ id }) => id))
}
