import type { Instant } from '@millrace/core/kernel'

/** What a file of Jira does not say itself. */
export type JiraOptions = {
  /** The moment of a local `YYYY-MM-DDTHH:MM:SS`: tables have the times of whoever exported them. */
  readonly momentOf: (local: string) => Instant | null
  /** How large a table may be. */
  readonly maxBytes: number
}
