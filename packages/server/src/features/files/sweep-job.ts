import type { Db } from '../../platform/db/transaction.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { DailyWork } from '../../platform/jobs/index.ts'
import { sweepFiles } from './sweep-files.ts'

type SweepDeps = {
  readonly db: Db
  readonly files: FileStore
  readonly tell: (sentence: string) => void
}

/** Forgets contents that nothing refers to. */
export function createSweep({ db, files, tell }: SweepDeps): DailyWork {
  return {
    kind: 'files.sweep',
    run: async (signal) => {
      const { count, sizeBytes } = await sweepFiles({ db, files }, signal)
      if (count > 0) tell(`Forgot ${count} file contents (${sizeBytes} bytes) that nothing refers to.`)
    },
  }
}
