import type { FormulaWorld } from '@millrace/core/work'
import type { QueryParams } from './query-params.ts'

/** Where a formula is written: over which row of `work_item`, and when and where it is asked. */
export type FormulaWriting = {
  readonly alias: 'w' | 'c'
  readonly world: FormulaWorld
  readonly params: QueryParams
}
