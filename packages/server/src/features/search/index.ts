import type { Query } from '../../platform/commands/index.ts'
import { find } from './queries/find.ts'

/** Everything that can be asked of search. */
export const searchQueries: readonly Query[] = [find]

export { type CatchUpDeps, catchUp } from './jobs/catch-up.ts'
export { createCatchUpWork, createSearchJobs } from './jobs/search-jobs.ts'
export { searchReactions } from './reactions.ts'
