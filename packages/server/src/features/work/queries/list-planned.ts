import { operations } from '@millrace/contract'
import { mayInContainers, query, refuse } from '../../../platform/commands/index.ts'
import { plansSeen } from './list-items.ts'
import { PLANNED_COLUMNS, type PlannedColumns, plannedJoin, readPlanned } from './planned-sql.ts'
import { QueryParams } from './query-params.ts'

/** As many as all plans that are asked for together may have. */
const ROWS_MAX = 50_000

type Row = PlannedColumns & { readonly id: string }

/** What plans say of the items in some containers. Items on no plan that the person sees are left out. */
export const listPlanned = query(operations['work.listPlanned'], async (context, { containerIds }) => {
  const { tx, organisationId, principal } = context
  const asked = [...new Set(containerIds.split(','))]
  const seen = asked.filter((id) => mayInContainers(principal.access, 'container.read', [id]))
  const params = new QueryParams(1)
  const organisation = params.bind(organisationId, 'uuid')
  const containers = params.bind(seen, 'uuid[]')
  const rows = await tx.query<Row>({
    text: `
select w.id, ${PLANNED_COLUMNS}
from work_item w${plannedJoin(plansSeen(context), params)}
where w.organisation_id = ${organisation}
  and w.container_ids && ${containers}
  and w.archived_at is null
  and coalesce(pi.item_id, pf.item_id) is not null
order by w.id
limit ${ROWS_MAX + 1}`,
    values: params.values,
  })
  if (rows.length > ROWS_MAX) refuse('schedule.plan_too_large', { max: ROWS_MAX })
  return {
    rows: rows.flatMap((row) => {
      const planned = readPlanned(row)
      return planned ? { itemId: row.id, ...planned } : []
    }),
  }
})
