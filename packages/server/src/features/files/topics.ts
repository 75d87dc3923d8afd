import { mayInContainers } from '../../platform/commands/index.ts'
import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { findFiles } from './queries/find-files.ts'

/** What this feature shows on the change stream: files, to whoever sees what they are attached to. */
export const filesTopics: readonly Topic[] = [
  {
    kind: 'file',
    load: async (tx, organisationId, ids) => {
      const files = await findFiles(tx, organisationId, ids)
      return new Map(
        files.map(({ file, containerIds }) => [
          file.id,
          shownTo(file, ({ access }) => mayInContainers(access, 'container.read', containerIds)),
        ]),
      )
    },
  },
]
