import type { DailyWork, JobHandler } from '../../../platform/jobs/index.ts'
import { listOrganisationIds } from '../../identity/index.ts'
import { READ_FILES_JOB } from '../job-kinds.ts'
import { type CatchUpDeps, catchUp, readFiles } from './catch-up.ts'

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const ORGANISATIONS_AT_ONCE = 500

/** What a worker does when files have come that can be read. */
export function createSearchJobs(deps: CatchUpDeps): ReadonlyMap<string, JobHandler> {
  return new Map([[READ_FILES_JOB, (job, signal) => readFiles(deps, job.organisation_id ?? '', signal)]])
}

/** Looks once a day, and when Millrace starts, for what cannot be found yet. */
export function createCatchUpWork(deps: CatchUpDeps): DailyWork {
  return {
    kind: 'search.catch-up',
    run: async (signal) => {
      let after = FIRST_ID
      for (;;) {
        const ids = await listOrganisationIds(deps.db, { after, limit: ORGANISATIONS_AT_ONCE })
        // One organisation after the other: nobody sees the rows of several at once.
        for (const organisationId of ids) await catchUp(deps, organisationId, signal)
        const last = ids.at(-1)
        if (last === undefined || ids.length < ORGANISATIONS_AT_ONCE) return
        after = last
      }
    },
  }
}
