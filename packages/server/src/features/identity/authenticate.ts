import type { Id } from '@millrace/core/kernel'
import { type OrganisationFacts, type Principal, refuse } from '../../platform/commands/index.ts'
import type { Db } from '../../platform/db/transaction.ts'
import type { AccessCache } from './access-cache.ts'
import { hashOfToken, readBearer } from './api-token.ts'
import { findSession, findSignedIn, type SignedIn } from './queries/find-session.ts'
import { findToken } from './queries/find-token.ts'
import type { SessionCookieReader } from './session-cookie.ts'
import { noteTokenUse } from './store/tokens.ts'

/** The headers that say who asks. */
export type Credentials = {
  readonly cookie?: string | undefined
  readonly authorization?: string | undefined
}

/** What finding out who asks needs. */
export type AuthenticateDeps = {
  readonly db: Db
  readonly readCookie: SessionCookieReader
  readonly accessCache: AccessCache
}

/** Whoever asks, with what was found of their organisation on the way. */
export type Asker = { readonly principal: Principal; readonly organisation: OrganisationFacts }

/**
 * Who asks, in the organisation named by id or slug. A token counts before a cookie. Sessions and
 * tokens are looked up with every request, so that ending one takes effect at once everywhere; only
 * the person's rights are kept, by their version.
 *
 * @throws Refused with `platform.not_signed_in` without a session or token that holds, and with
 *   `platform.not_found` when it holds and its owner does not belong to the organisation, and with
 *   `identity.second_factor_needed` or `identity.provider_needed` when the organisation asks for what
 *   they do not have
 */
export async function authenticate(
  deps: AuthenticateDeps,
  credentials: Credentials,
  organisation: string,
): Promise<Asker> {
  const found = credentials.authorization
    ? await byToken(deps, credentials.authorization, organisation)
    : await bySession(deps, credentials.cookie, organisation)
  const { accessVersion: version } = found.organisation
  const standing = await deps.accessCache.find({ ...found, version })
  if (!standing) return refuse('platform.not_found', { what: 'organisation' })
  // Owners get in without, or an outage of the provider would lock everybody out.
  if (found.lacksProvider && standing.orgRole !== 'owner') return refuse('identity.provider_needed')
  const { userId, personId, organisationId, scopes } = found
  return {
    principal: {
      userId,
      personId,
      organisationId,
      scopes,
      orgRole: standing.orgRole,
      access: standing.access,
    },
    organisation: found.organisation,
  }
}

/** Who is signed in, outside any organisation. Tokens belong to one organisation and do not count here. */
export async function findUser(
  deps: Pick<AuthenticateDeps, 'db' | 'readCookie'>,
  credentials: Credentials,
): Promise<SignedIn | null> {
  const token = deps.readCookie(credentials.cookie)
  return token === null ? null : await findSignedIn(deps.db, token)
}

type Found = {
  readonly userId: string | null
  readonly personId: Id<'Person'>
  readonly organisationId: Id<'Organisation'>
  readonly organisation: OrganisationFacts
  readonly scopes: readonly string[] | null
  readonly lacksProvider: boolean
}

async function bySession(
  deps: AuthenticateDeps,
  cookie: string | undefined,
  organisation: string,
): Promise<Found> {
  const token = deps.readCookie(cookie)
  const session = token === null ? null : await findSession(deps.db, token, organisation)
  if (!session) return refuse('platform.not_signed_in')
  const { organisation_id: organisationId, person_id: personId, facts } = session
  if (organisationId === null || personId === null || facts === null) {
    return refuse('platform.not_found', { what: 'organisation' })
  }
  if (session.lacks_second_factor === true) return refuse('identity.second_factor_needed')
  const lacksProvider = session.lacks_provider === true
  return {
    ...{ userId: session.user_id, personId, organisationId, organisation: facts, lacksProvider },
    scopes: null,
  }
}

async function byToken(deps: AuthenticateDeps, authorization: string, organisation: string): Promise<Found> {
  const secret = readBearer(authorization)
  const token = secret === null ? null : await findToken(deps.db, hashOfToken(secret))
  if (!token) return refuse('platform.not_signed_in')
  if (token.organisation_id !== organisation && token.slug !== organisation) {
    return refuse('platform.not_found', { what: 'organisation' })
  }
  if (token.lacks_second_factor) return refuse('identity.second_factor_needed')
  if (token.is_stale) await noteTokenUse(deps.db, token.id)
  return {
    userId: token.user_id,
    personId: token.person_id,
    organisationId: token.organisation_id,
    organisation: token.facts,
    scopes: token.scopes,
    // Who made it came by the right door.
    lacksProvider: false,
  }
}
