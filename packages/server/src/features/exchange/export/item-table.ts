import type { WalkedItem } from '../../work/index.ts'
import type { ExportColumn } from './export-column.ts'

/** Items on their way into a file, a page at a time. */
export type ItemTable = {
  readonly columns: readonly ExportColumn[]
  readonly pages: AsyncIterable<readonly WalkedItem[]>
  /** Where moments are told as the clock on the wall shows them. */
  readonly timeZone: string
}
