import { mayInContainers } from '../../platform/commands/index.ts'
import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { findLineOwners } from './queries/read-lines.ts'

/** What this feature shows on the change stream: that a line of one's own inbox changed, and to nobody else. */
export const notifyTopics: readonly Topic[] = [
  {
    kind: 'notification',
    load: async (tx, organisationId, ids) => {
      const lines = await findLineOwners(tx, organisationId, ids)
      return new Map(
        lines.map(({ id, person_id: personId, container_ids: containerIds }) => [
          id,
          shownTo(
            { id },
            (principal) =>
              principal.personId === personId &&
              mayInContainers(principal.access, 'container.read', containerIds),
          ),
        ]),
      )
    },
  },
]
