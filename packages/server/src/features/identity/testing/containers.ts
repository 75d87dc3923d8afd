import { newId } from '../../../platform/ids.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'

/** Containers and grants put straight into the tables, as the feature work would write them. */
export type ContainerMaker = {
  readonly add: (organisationId: string, visibility: 'open' | 'private') => Promise<string>
  readonly grant: (
    organisationId: string,
    grant: {
      readonly containerId: string
      readonly role: string
      readonly personId?: string
      readonly teamId?: string
    },
  ) => Promise<void>
}

/** Makes a maker that writes as the owner of the tables. */
export function createContainerMaker({ owner }: TestDatabase): ContainerMaker {
  let number = 0
  return {
    add: async (organisationId, visibility) => {
      const id = newId()
      const typeId = newId()
      await owner.pool.query(
        `insert into item_type (organisation_id, id, name, icon, workflow, readiness_gate, rank) values ($1, $2, 'Item', 'dot', '{}', 'soft', 'a')`,
        [organisationId, typeId],
      )
      await owner.pool.query(
        `insert into container (organisation_id, id, kind, key, name, state, visibility, default_type_id, default_area, created_at)
         values ($1, $2, 'list', $3, $3, 'active', $4, $5, '2.3', now())`,
        [organisationId, id, `LIST${number++}`, visibility, typeId],
      )
      await touch(organisationId)
      return id
    },
    grant: async (organisationId, { containerId, role, personId, teamId }) => {
      await owner.pool.query(
        `insert into container_grant (organisation_id, id, container_id, person_id, team_id, role) values ($1, $2, $3, $4, $5, $6)`,
        [organisationId, newId(), containerId, personId ?? null, teamId ?? null, role],
      )
      await touch(organisationId)
    },
  }

  async function touch(organisationId: string): Promise<void> {
    await owner.pool.query('update organisation set access_version = access_version + 1 where id = $1', [
      organisationId,
    ])
  }
}
