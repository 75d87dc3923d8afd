import type { Confidential } from '@millrace/core/work'
import type { Tx } from '../db/transaction.ts'

/**
 * What stands between somebody and confidential items. It is there only where an organisation has such
 * items and the person does not run it: all others are asked nothing.
 */
export type ItemWall = {
  /** The containers that the person manages, and with them what is confidential in them. */
  readonly managedIds: readonly string[]
  /** The confidential items that the person does not see, as of now. */
  readonly findHidden: (tx: Tx) => Promise<ReadonlySet<string>>
  /** Which of some ids are those of hidden items or of what hangs on them. */
  readonly findHiddenAmong: (tx: Tx, ids: readonly string[]) => Promise<ReadonlySet<string>>
  /** Which of some items of the organisation are confidential, whoever asks. */
  readonly findConfidential: (tx: Tx, ids: readonly string[]) => Promise<readonly ConfidentialItem[]>
}

/** An item that not everybody sees who sees what it is in. */
export type ConfidentialItem = Confidential & { readonly id: string }
