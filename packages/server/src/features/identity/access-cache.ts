import { containerRoleOf, type OrgRole } from '@millrace/core/people'
import { EVERY_FIELD } from '@millrace/core/work'
import type { Access, ContainerRole } from '../../platform/commands/index.ts'
import { type Db, inTransaction, type Tx } from '../../platform/db/transaction.ts'
import { createItemWall } from './queries/find-confidential.ts'
import { readFieldRights } from './queries/find-field-rights.ts'
import { type AccessFacts, loadAccess, loadOpenContainers } from './queries/load-access.ts'

/** What an active person may do in their organisation. */
export type Standing = { readonly orgRole: OrgRole; readonly access: Access }

/** Who to look for, and the version of the organisation's access that the answer must not be older than. */
export type AccessQuestion = {
  readonly organisationId: string
  readonly personId: string
  readonly version: number
}

/** Standings by person, read again when the organisation's access changed. */
export type AccessCache = { readonly find: (question: AccessQuestion) => Promise<Standing | null> }

type Roles = ReadonlyMap<string, ContainerRole>

const PEOPLE_MAX = 5_000
const ORGANISATIONS_MAX = 500

/**
 * A cache in the memory of this process. Nobody who is not active has a standing. What is open to
 * all members is read and kept once for all of them: with thousands of containers it is nearly
 * everything, and a change of access sends everybody here at once.
 */
export function createAccessCache(db: Db): AccessCache {
  const standings = createVersioned<Standing | null>(PEOPLE_MAX)
  const openTo = createVersioned<Roles>(ORGANISATIONS_MAX)

  async function read({ organisationId, personId }: AccessQuestion): Promise<Standing | null> {
    return await inTransaction(db, organisationId, async (tx) => {
      const facts = await loadAccess(tx, { organisationId, personId })
      if (facts?.status !== 'active') return null
      const { org_role: orgRole, version, has_confidential: hasConfidential } = facts
      const keepsPractices = facts.keeps_practices
      if (orgRole === 'owner' || orgRole === 'admin')
        return { orgRole, access: { version, containers: 'all', fields: EVERY_FIELD, hasConfidential } }
      const open = await openTo.find(`${organisationId} ${orgRole}`, version, () =>
        readOpen(tx, organisationId, orgRole),
      )
      const fields = await readFieldRights(tx, { organisationId, personId, facts })
      const containers = rolesOf(facts, open)
      const access = { version, containers, fields, hasConfidential, keepsPractices }
      if (!hasConfidential) return { orgRole, access }
      const managedIds = [...containers].filter(([, role]) => role === 'manager').map(([id]) => id)
      const itemWall = createItemWall({ organisationId, personId, managedIds })
      return { orgRole, access: { ...access, itemWall } }
    })
  }

  return {
    find: (question) =>
      standings.find(`${question.organisationId} ${question.personId}`, question.version, () =>
        read(question),
      ),
  }
}

/** What somebody of this role has without any grant. */
async function readOpen(tx: Tx, organisationId: string, orgRole: OrgRole): Promise<Roles> {
  const role = containerRoleOf({ orgRole, isOpen: true, granted: [] })
  if (role === null) return new Map()
  const { ids } = await loadOpenContainers(tx, organisationId)
  return new Map(ids.map((id) => [id, role]))
}

function rolesOf({ org_role: orgRole, granted }: AccessFacts, open: Roles): Roles {
  if (granted.length === 0) return open
  const roles = new Map(open)
  for (const { id, roles: given } of granted) {
    const role = containerRoleOf({ orgRole, isOpen: open.has(id), granted: given })
    if (role !== null) roles.set(id, role)
  }
  return roles
}

/** Values by key, each good up to the version it was asked for with; those asked least recently go first. */
function createVersioned<Value>(max: number) {
  const kept = new Map<string, { readonly version: number; readonly value: Promise<Value> }>()
  return {
    async find(key: string, version: number, read: () => Promise<Value>): Promise<Value> {
      const known = kept.get(key)
      const entry = known && known.version >= version ? known : { version, value: read() }
      kept.delete(key)
      if (kept.size >= max) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, entry)
      try {
        return await entry.value
      } catch (error) {
        if (kept.get(key) === entry) kept.delete(key)
        throw error
      }
    },
  }
}
