import type { RefusalCode } from '@millrace/contract'
import type { Refusal, RefusalParam, Result } from '@millrace/core/kernel'

/**
 * Carries a refusal out of a transaction, so that nothing of it remains. Core returns refusals as
 * values; only here, where a whole unit of work has to be undone, they travel as an exception.
 */
export class Refused extends Error {
  readonly refusal: Refusal
  /** Which of the inputs was refused, counted from 0. */
  readonly index: number

  constructor(refusal: Refusal, index = 0) {
    super(refusal.code)
    this.name = 'Refused'
    this.refusal = refusal
    this.index = index
  }

  /** The same refusal, seen from a batch in which the inputs begin at `offset`. */
  shifted(offset: number): Refused {
    return new Refused(this.refusal, this.index + offset)
  }
}

/** Ends the unit of work with a refusal from the catalogue. */
export function refuse(
  code: RefusalCode,
  params: Readonly<Record<string, RefusalParam>> = {},
  index = 0,
): never {
  throw new Refused({ code, params }, index)
}

/** The value of a result, or the end of the unit of work. */
export function accepted<Value>(result: Result<Value>, index = 0): Value {
  if (result.ok) return result.value
  throw new Refused(result.refusal, index)
}
