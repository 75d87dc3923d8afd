import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { readArtifactTypes } from './queries/find-artifact-types.ts'
import { readPractices } from './queries/find-practices.ts'

const everybody = () => true

/** What this feature shows on the change stream. */
export const practiceTopics: readonly Topic[] = [
  {
    kind: 'practice',
    load: async (tx, organisationId, ids) => {
      const practices = await readPractices(tx, organisationId, ids)
      return new Map(practices.map((practice) => [practice.id, shownTo(practice, everybody)]))
    },
  },
  {
    kind: 'artifactType',
    load: async (tx, organisationId, ids) => {
      const types = await readArtifactTypes(tx, organisationId, ids)
      return new Map(types.map((type) => [type.id, shownTo(type, everybody)]))
    },
  },
]
