import type { DailyWork, JobHandler } from '../../../platform/jobs/index.ts'
import { forEachOrganisation } from '../../identity/index.ts'
import { READ_FILES_JOB } from '../job-kinds.ts'
import { type CatchUpDeps, catchUp, readFiles } from './catch-up.ts'

/** What a worker does when files have come that can be read. */
export function createSearchJobs(deps: CatchUpDeps): ReadonlyMap<string, JobHandler> {
  return new Map([[READ_FILES_JOB, (job, signal) => readFiles(deps, job.organisation_id ?? '', signal)]])
}

/** Looks once a day, and when Millrace starts, for what cannot be found yet. */
export function createCatchUpWork(deps: CatchUpDeps): DailyWork {
  return {
    kind: 'search.catch-up',
    run: async (signal) => {
      await forEachOrganisation(deps.db, signal, (organisationId) => catchUp(deps, organisationId, signal))
    },
  }
}
