/** Why a call came to nothing. */
export type OutgoingReason =
  /** The administrator has not allowed to call there. */
  | 'not-allowed'
  /** The host lies in a network that is not called. */
  | 'private-address'
  | 'unknown-host'
  | 'unreachable'
  | 'timeout'
  | 'answer-large'
  | 'answer-encoded'
  /** It leads elsewhere too often, or with something that is not sent twice. */
  | 'redirect'

/** A call that came to nothing. What was sent is no part of it, so that it may be logged. */
export class OutgoingFault extends Error {
  override readonly name = 'OutgoingFault'
  readonly reason: OutgoingReason

  constructor(reason: OutgoingReason, host: string, cause?: unknown) {
    super(`${host}: ${reason}`, { cause })
    this.reason = reason
  }
}
