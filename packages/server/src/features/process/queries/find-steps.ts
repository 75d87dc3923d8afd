import type { StepView } from '@millrace/contract'
import type { ProcessStep } from '@millrace/core/process'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { STEP_COLUMNS, type StepRow, toStep } from '../store/steps.ts'

/** All steps of some processes, archived ones too. */
export async function findStepsOf(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<readonly ProcessStep[]> {
  const rows = await tx.query<StepRow>({
    name: 'process_find_steps_of',
    text: `
select ${STEP_COLUMNS}
from process_step s
where s.organisation_id = $1
  and s.process_id = any(${among('$2')})
order by s.id`,
    values: [organisationId, processIds],
  })
  return rows.map(toStep)
}

type CountedRow = StepRow & {
  readonly open_count: number
  readonly overdue_count: number
  readonly oldest_opened_at: number | null
}

const COUNTED = `
select ${STEP_COLUMNS}, o.open_count, o.overdue_count, o.oldest_opened_at
from process_step s
cross join lateral (
  select count(*)::integer as open_count,
    (count(*) filter (where a.opened_at + s.expected_min * interval '1 minute' < now()))::integer as overdue_count,
    min(a.opened_at) as oldest_opened_at
  from process_activity a
  where a.organisation_id = s.organisation_id
    and a.step_id = s.id
    and a.closed_at is null) o`

/** Steps as people see them, by id, with what is open in each. */
export async function readSteps(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly StepView[]> {
  const rows = await tx.query<CountedRow>({
    name: 'process_read_steps',
    text: `${COUNTED}
where s.organisation_id = $1
  and s.id = any($2::uuid[])
order by s.rank, s.id`,
    values: [organisationId, ids],
  })
  return rows.map(toView)
}

/** The steps of a process in their order: the present ones, and archived ones in which something is open. */
export async function readStepsOf(
  tx: Tx,
  organisationId: string,
  processId: string,
): Promise<readonly StepView[]> {
  const rows = await tx.query<CountedRow>({
    name: 'process_read_steps_of',
    text: `${COUNTED}
where s.organisation_id = $1
  and s.process_id = $2
  and (s.archived_at is null or o.open_count > 0)
order by s.rank, s.archived_at is null, s.id
limit 1000`,
    values: [organisationId, processId],
  })
  return rows.map(toView)
}

function toView(row: CountedRow): StepView {
  const { processId, ...step } = toStep(row)
  return {
    ...step,
    containerId: processId,
    openCount: row.open_count,
    overdueCount: row.overdue_count,
    oldestOpenedAt: row.oldest_opened_at,
  }
}
