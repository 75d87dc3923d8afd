import type { Instant, PlainDate } from '@millrace/core/kernel'
import type { WalkedItem } from '../../work/index.ts'

type Described = {
  /** As the table's columns are called on the page and in the query language. */
  readonly id: string
  /** The field's name in JSON: it stays, whatever the header says. */
  readonly field: string
  /** The column's name in a table, with its unit. */
  readonly header: string
  /** In characters. */
  readonly width: number
  /** Whether what it holds is asked of plans. */
  readonly fromPlan?: true
}

/** What a column of a file holds, and where in an item it stands. */
export type ExportColumn = Described &
  (
    | { readonly kind: 'text'; readonly read: (from: WalkedItem) => string | null }
    | { readonly kind: 'list'; readonly read: (from: WalkedItem) => readonly string[] }
    /** Minor units and minutes are counted in whole ones here. */
    | { readonly kind: 'number'; readonly read: (from: WalkedItem) => number | null }
    | { readonly kind: 'day'; readonly read: (from: WalkedItem) => PlainDate | null }
    | { readonly kind: 'moment'; readonly read: (from: WalkedItem) => Instant | null }
    | { readonly kind: 'truth'; readonly read: (from: WalkedItem) => boolean }
  )

/** Several names in one cell. */
export function joined(names: readonly string[]): string {
  return names.join(', ')
}
