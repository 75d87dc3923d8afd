import type { ForecastOptions } from '@millrace/contract'
import type { Instant, Refusal } from '@millrace/core/kernel'
import type { ForecastScope } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { Simulated } from '../forecast/simulated.ts'

/** An answer as it is kept. */
export type StoredForecast = ForecastOptions &
  Pick<Simulated, 'costMinor' | 'plannedChance' | 'tasks' | 'others'> & {
    readonly plannedFinishAt: Instant
    readonly finishAt: readonly Instant[]
    readonly unlevelledFinishAt: readonly Instant[] | null
    readonly scope: Omit<ForecastScope, 'unrangedIds'>
  }

/** The forecast of a project that was asked for last. */
export type FoundForecast = ForecastOptions & {
  readonly state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  readonly wish: number
  readonly doneRuns: number
  readonly refusal: Refusal | null
  readonly inputHash: string | null
  readonly madeAt: Instant | null
  readonly result: StoredForecast | null
}

/** The forecast of a project, if anybody ever asked for one. */
export async function findForecast(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<FoundForecast | null> {
  const [row] = await tx.query<FoundForecast>({
    name: 'schedule_find_forecast',
    text: `
select f.state, f.wish, f.done_runs as "doneRuns", f.runs, f.seed, f.shape, f.correlation, f.start_on as "startOn",
  f.is_levelled as "isLevelled", f.refusal, f.input_hash as "inputHash", f.made_at as "madeAt", f.result
from plan_forecast f
where f.organisation_id = $1
  and f.project_id = $2`,
    values: [organisationId, projectId],
  })
  return row ? { ...row, result: row.result && completed(row.result) } : null
}

/** Answers from before runs were levelled, spread by history and told of risks say nothing of these. */
function completed(result: StoredForecast): StoredForecast {
  const before = { startOn: null, isLevelled: false, unlevelledFinishAt: null, others: [] }
  return { ...before, ...result, scope: { ...result.scope, histories: result.scope.histories ?? [] } }
}
