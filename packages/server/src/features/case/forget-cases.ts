import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { type CasesToForget, deletePlans } from './store/forget.ts'

/**
 * Deletes the plans of whole cases for good, and forgets that items which go carried out something.
 *
 * @returns what is gone
 */
export async function forgetCases(unit: Unit, gone: CasesToForget): Promise<readonly SubjectRef[]> {
  const plans = await deletePlans(unit, gone)
  return plans.map((id) => ({ kind: 'casePlan', id }))
}
