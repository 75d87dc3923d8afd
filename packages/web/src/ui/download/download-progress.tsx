import { Button } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { formatCount } from '../format-amount.ts'
import type { DownloadJob } from './download-job.ts'
import { texts } from './texts.ts'

type Props = { readonly job: DownloadJob }

/** How far a file is, and a way to end it. */
export function DownloadProgress({ job }: Props) {
  const arrived = useSyncExternalStore(job.subscribe, job.arrived)
  return (
    <>
      <p>
        {arrived === null
          ? texts.beginning
          : texts.arrived((arrived.bytes / 1e6).toFixed(1), formatCount(arrived.count ?? 0))}
      </p>
      <Button size="compact-xs" variant="default" onClick={job.cancel}>
        {texts.cancel}
      </Button>
    </>
  )
}
