import { LANGUAGES, type Language, operations } from '@millrace/contract'
import type { AccessCache } from '../access-cache.ts'
import { presentOrganisation } from '../present.ts'
import { listMemberships, type MembershipRow } from '../queries/list-memberships.ts'
import { visitorOperation } from './account-operation.ts'

/** Who is signed in, and the organisations in which they are active. Nobody is signed in on the way in. */
export function createGetMe(deps: {
  readonly accessCache: AccessCache
  readonly signUp: 'open' | 'closed'
  readonly canMail: boolean
}) {
  const offered = { signUp: deps.signUp, canMail: deps.canMail }
  return visitorOperation(operations['identity.getMe'], async ({ db, user }) => {
    if (!user) return { user: null, organisations: [], ...offered }
    const rows = await listMemberships(db, user)
    const found = await Promise.all(rows.map((row) => presentMembership(deps.accessCache, row)))
    return {
      user: {
        ...{ id: user.userId, name: user.name, email: user.email, provider: user.provider },
        language: spoken(user.language),
      },
      organisations: found.flatMap((membership) => membership ?? []),
      ...offered,
    }
  })
}

function spoken(language: string | null): Language | null {
  return LANGUAGES.find((tag) => tag === language) ?? null
}

/** Roles stand behind the wall of each organisation; the cache has gone there before for nearly everybody. */
async function presentMembership(accessCache: AccessCache, row: MembershipRow) {
  const personId = row.person_id
  const standing = await accessCache.find({ organisationId: row.id, personId, version: row.access_version })
  return (
    standing && {
      ...presentOrganisation(row),
      personId,
      orgRole: standing.orgRole,
      lacksSecondFactor: row.lacks_second_factor,
      needsProvider: row.lacks_provider && standing.orgRole !== 'owner',
    }
  )
}
