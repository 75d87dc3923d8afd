import type { RecurrenceRule } from '@millrace/core/kernel'
import type { Input } from '../../../platform/api.ts'

/** A rule as the contract takes it, whose lists are not read-only. */
export function ruleInput(rule: RecurrenceRule): Input<'work.repeatItem'>['rule'] {
  return rule.kind === 'weekly' ? { ...rule, weekdays: [...rule.weekdays] } : rule
}
