import { fillSentence, refusalEntry } from '@millrace/contract'
import type { Refused } from '../platform/commands/index.ts'
import { PlainFault } from '../platform/fault.ts'

/** A refusal as the person at the terminal is told it. */
export function explainRefusal({ refusal: { code, params = {} } }: Refused): PlainFault {
  const { sentence, remedy } = refusalEntry(code)
  return new PlainFault(`${fillSentence(sentence, params)} ${fillSentence(remedy, params)}`)
}
