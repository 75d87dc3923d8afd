import type { ExportFormat } from '@millrace/contract'

/** What leads out of a view. */
export type ExportMenuProps = {
  /** How many items are marked: then those are copied, otherwise all that are shown. */
  readonly markedCount: number
  readonly onExport: (format: ExportFormat) => void
  readonly onCopy: () => void
}

export const EXPORT_KEYS = { csv: 'v c', xlsx: 'v x', json: 'v j', copy: 'v t' } as const
