import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { maySeeRun } from './policy.ts'
import { presentSummary } from './present.ts'
import { findRuns } from './queries/find-runs.ts'

/** What this feature shows on the change stream: how far runs are, without their reports. */
export const exchangeTopics: readonly Topic[] = [
  {
    kind: 'import',
    load: async (tx, organisationId, ids) =>
      new Map(
        (await findRuns(tx, organisationId, ids)).map((row) => [
          row.id,
          shownTo(presentSummary(row), (principal) => maySeeRun(principal, row)),
        ]),
      ),
  },
]
