import type { ExportFormat } from '@millrace/contract'
import { useCallback } from 'react'
import { downloadPath, type Input } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'
import { startDownload } from '../../../ui/index.ts'

/** What of a view becomes a file. */
export type ExportedView = Omit<Input<'exchange.exportItems'>, 'format'>

/** Makes a file of what a view shows, and keeps it where the browser keeps downloads. */
export function useExport(view: ExportedView): (format: ExportFormat) => void {
  const { organisationId } = useStore()
  return useCallback(
    (format) => {
      const path = downloadPath('exchange.exportItems', { ...view, format }, organisationId)
      void startDownload(path)
    },
    [view, organisationId],
  )
}
