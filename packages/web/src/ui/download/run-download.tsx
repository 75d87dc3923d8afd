import { fetchFile, saveFile } from '../../platform/download.ts'
import { explain } from '../../platform/refused.ts'
import { formatCount } from '../format-amount.ts'
import { notifications } from '../notices.tsx'
import { DownloadJob } from './download-job.ts'
import { DownloadProgress } from './download-progress.tsx'
import { texts } from './texts.ts'

/** What takes longer is worth a notice. */
const QUIET_MS = 2_000

/** Fetches a file and keeps it where the browser keeps downloads; says how far it is, and how it ended. */
export async function runDownload(path: string): Promise<void> {
  const job = new DownloadJob()
  const id = crypto.randomUUID()
  const timer = setTimeout(() => showProgress(id, job), QUIET_MS)
  try {
    const file = await fetchFile(path, { signal: job.signal, onArrived: job.tell })
    saveFile(file)
    notifications.show({ message: texts.done(formatCount(file.count ?? 0), file.name) })
  } catch (error) {
    if (job.signal.aborted) notifications.show({ message: texts.cancelled })
    else tell(error)
  } finally {
    clearTimeout(timer)
    notifications.hide(id)
  }
}

function showProgress(id: string, job: DownloadJob): void {
  notifications.show({
    id,
    title: texts.underWay,
    message: <DownloadProgress job={job} />,
    durationMs: 'open',
  })
}

function tell(error: unknown): void {
  const { sentence, remedy } = explain(error)
  notifications.show({ kind: 'problem', title: sentence, message: remedy })
}
