import type { Operation } from '@millrace/contract'
import { refuse } from './refused.ts'

/**
 * The input as the operation's schema understands it, with defaults filled in. Unknown properties
 * are dropped, as the contract says.
 */
export function parseInput(operation: Operation, input: unknown, index = 0): unknown {
  const parsed = operation.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
  refuse(
    'platform.input_wrong',
    { detail: `${where}${issue?.message ?? 'unreadable'}`, operation: operation.id },
    index,
  )
}
