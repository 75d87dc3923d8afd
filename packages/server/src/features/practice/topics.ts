import { type Principal, roleIn } from '../../platform/commands/index.ts'
import { type Shown, shownTo, type Topic } from '../../platform/realtime/index.ts'
import { readAdoptions } from './queries/find-adoptions.ts'
import { readArtifactTypes } from './queries/find-artifact-types.ts'
import { readArtifacts } from './queries/find-artifacts.ts'
import { readPractices } from './queries/find-practices.ts'

const everybody = () => true

function toldAbout(ids: readonly string[]): ReadonlyMap<string, Shown> {
  return new Map(ids.map((id) => [id, shownTo({ id }, everybody)]))
}

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
  {
    kind: 'adoption',
    load: async (tx, organisationId, ids) => {
      const adoptions = await readAdoptions(tx, organisationId, ids)
      return new Map(adoptions.map((adoption) => [adoption.id, shownTo(adoption, everybody)]))
    },
  },
  {
    kind: 'artifact',
    load: async (tx, organisationId, ids) => {
      const artifacts = await readArtifacts(tx, organisationId, { ids })
      const whoSees = (containerId: string) => (principal: Principal) =>
        roleIn(principal.access, containerId) !== null
      return new Map(artifacts.map((one) => [one.id, shownTo(one, whoSees(one.containerId))]))
    },
  },
  // Of these nothing is shown: whoever looks at them asks anew.
  { kind: 'areas', load: async (_tx, _organisationId, ids) => toldAbout(ids) },
  { kind: 'methodManagers', load: async (_tx, _organisationId, ids) => toldAbout(ids) },
  { kind: 'practiceChange', load: async (_tx, _organisationId, ids) => toldAbout(ids) },
]
