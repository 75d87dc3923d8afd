import { containerRoleOf, type OrgRole } from '@millrace/core/people'
import type { Access, ContainerRole } from '../../platform/commands/index.ts'
import { type Db, inTransaction } from '../../platform/db/transaction.ts'
import { type AccessFacts, loadAccess } from './queries/load-access.ts'

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

/** People with access to a thousand containers take about 100 KB each; those asked least recently go first. */
const KEPT_MAX = 2_000

/** A cache in the memory of this process. Nobody who is not active has a standing. */
export function createAccessCache(db: Db): AccessCache {
  const kept = new Map<string, { readonly version: number; readonly standing: Promise<Standing | null> }>()

  async function read({ organisationId, personId }: AccessQuestion): Promise<Standing | null> {
    const facts = await inTransaction(db, organisationId, (tx) =>
      loadAccess(tx, { organisationId, personId }),
    )
    return facts && facts.status === 'active' ? toStanding(facts) : null
  }

  return {
    async find(question) {
      const key = `${question.organisationId}/${question.personId}`
      const known = kept.get(key)
      kept.delete(key)
      if (known && known.version >= question.version) {
        kept.set(key, known)
        return await known.standing
      }
      const fresh = { version: question.version, standing: read(question) }
      if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, fresh)
      try {
        return await fresh.standing
      } catch (error) {
        if (kept.get(key) === fresh) kept.delete(key)
        throw error
      }
    },
  }
}

function toStanding({ version, org_role: orgRole, containers }: AccessFacts): Standing {
  if (containers === null) return { orgRole, access: { version, containers: 'all' } }
  const roles = new Map<string, ContainerRole>()
  for (const { id, isOpen, granted } of containers) {
    const role = containerRoleOf({ orgRole, isOpen, granted })
    if (role !== null) roles.set(id, role)
  }
  return { orgRole, access: { version, containers: roles } }
}
