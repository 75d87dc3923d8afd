import type { Instant } from '@millrace/core/kernel'

/** What a file of Kanboard does not say itself. */
export type KanboardOptions = {
  /** The moment of a local `YYYY-MM-DDTHH:MM:SS`. */
  readonly momentOf: (local: string) => Instant | null
  readonly maxBytes: number
}
