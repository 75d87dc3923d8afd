import { mayInContainers } from '../../platform/commands/index.ts'
import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { findEntries, presentEntry } from './queries/find-entries.ts'

/** What this feature shows on the change stream: time entries, to whoever sees their items. */
export const costTopics: readonly Topic[] = [
  {
    kind: 'timeEntry',
    load: async (tx, organisationId, ids) => {
      const rows = await findEntries(tx, organisationId, ids)
      return new Map(
        rows.map((row) => [
          row.id,
          shownTo(presentEntry(row), ({ access }) =>
            mayInContainers(access, 'container.read', row.container_ids),
          ),
        ]),
      )
    },
  },
]
