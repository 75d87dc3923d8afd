import type { WorkItem } from '@millrace/core/work'
import type { Lookup } from '../../model/lookup.ts'

/** What every editor of a property is given: the items it changes together. */
export type EditorProps = {
  readonly items: readonly WorkItem[]
  readonly lookup: Lookup
  readonly onDone: () => void
}
