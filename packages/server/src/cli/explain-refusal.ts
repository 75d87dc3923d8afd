import { sayRefusal } from '@millrace/contract'
import type { Refused } from '../platform/commands/index.ts'
import { PlainFault } from '../platform/fault.ts'

/** A refusal as the person at the terminal is told it. */
export function explainRefusal({ refusal }: Refused): PlainFault {
  const { sentence, remedy } = sayRefusal(refusal)
  return new PlainFault(`${sentence} ${remedy}`)
}
