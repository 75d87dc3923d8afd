import { fetchFile, saveFile } from '../../../../platform/download.ts'
import { explain } from '../../../../platform/refused.ts'
import { formatCount, notifications } from '../../../../ui/index.ts'
import { ExportJob } from '../../model/export-job.ts'
import { textsExport } from '../../texts-export.ts'
import { ExportProgress } from './export-progress.tsx'

/** What takes longer is worth a notice. */
const QUIET_MS = 2_000

/** Fetches a file and keeps it where the browser keeps downloads; says how far it is, and how it ended. */
export async function runExport(path: string): Promise<void> {
  const job = new ExportJob()
  const id = crypto.randomUUID()
  const timer = setTimeout(() => showProgress(id, job), QUIET_MS)
  try {
    const file = await fetchFile(path, { signal: job.signal, onArrived: job.tell })
    saveFile(file)
    notifications.show({ message: textsExport.done(formatCount(file.count ?? 0), file.name) })
  } catch (error) {
    if (job.signal.aborted) notifications.show({ message: textsExport.cancelled })
    else tell(error)
  } finally {
    clearTimeout(timer)
    notifications.hide(id)
  }
}

function showProgress(id: string, job: ExportJob): void {
  notifications.show({
    id,
    title: textsExport.underWay,
    message: <ExportProgress job={job} />,
    durationMs: 'open',
  })
}

function tell(error: unknown): void {
  const { sentence, remedy } = explain(error)
  notifications.show({ kind: 'problem', title: sentence, message: remedy })
}
