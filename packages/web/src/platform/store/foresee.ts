import { refusedBy } from '../refused.ts'
import type { Call } from './calls.ts'
import { Draft } from './draft.ts'
import type { PredictContext } from './forecast.ts'
import type { Pool } from './pool.ts'
import { predictAll } from './predict.ts'
import type { Foreseen } from './store-types.ts'

/** What batches would make of what is shown, one after the other. One that would be refused is left out. */
export function foresee(
  pool: Pool,
  batches: readonly (readonly Call[])[],
  context: Omit<PredictContext, 'order'>,
): Foreseen {
  const fitting: Call[] = []
  let draft = new Draft(pool, 'shown')
  const refused = batches.map((calls) => {
    const { refused: why } = predictAll(draft, calls, context)
    if (why === null) {
      fitting.push(...calls)
      return null
    }
    // Some of it may have been written before the call that is refused.
    draft = new Draft(pool, 'shown')
    predictAll(draft, fitting, context)
    return refusedBy(why.refusal, why.index)
  })
  return { writes: draft.writes, refused }
}
