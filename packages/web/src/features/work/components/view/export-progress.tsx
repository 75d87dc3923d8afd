import { useSyncExternalStore } from 'react'
import { Button, formatCount } from '../../../../ui/index.ts'
import type { ExportJob } from '../../model/export-job.ts'
import { textsExport } from '../../texts-export.ts'

type Props = { readonly job: ExportJob }

/** How far an export is, and a way to end it. */
export function ExportProgress({ job }: Props) {
  const arrived = useSyncExternalStore(job.subscribe, job.arrived)
  return (
    <>
      <p>
        {arrived === null
          ? textsExport.beginning
          : textsExport.arrived((arrived.bytes / 1e6).toFixed(1), formatCount(arrived.count ?? 0))}
      </p>
      <Button size="compact-xs" variant="default" onClick={job.cancel}>
        {textsExport.cancel}
      </Button>
    </>
  )
}
