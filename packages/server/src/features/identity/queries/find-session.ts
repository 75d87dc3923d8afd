import type { OrganisationFacts } from '../../../platform/commands/index.ts'
import type { Db } from '../../../platform/db/transaction.ts'
import { type FactsRow, factsOf } from './organisation-facts.ts'

type SessionRow = {
  readonly session_id: string
  readonly user_id: string
  readonly organisation_id: string | null
  readonly person_id: string | null
  readonly access_version: number | null
  readonly catalogue_version: number | null
  readonly currency: string | null
  readonly time_zone: string | null
  readonly week_start: number | null
  /** The organisation asks for a second factor, and the user has none. */
  readonly lacks_second_factor: boolean | null
  /** The organisation asks for a provider, and the session did not come by one. */
  readonly lacks_provider: boolean | null
}

/**
 * A session that holds, and who it makes of its owner in the organisation that was asked for; without facts
 * when they do not belong there.
 */
export type FoundSession = SessionRow & { readonly facts: OrganisationFacts | null }

/**
 * The session of a token with its owner's place in an organisation, named by id or slug; a session
 * without one when its owner does not belong there, or came by a provider of another organisation. One statement outside any transaction, on tables
 * above organisations only: it runs with every request.
 */
export async function findSession(db: Db, token: string, organisation: string): Promise<FoundSession | null> {
  const { rows } = await db.pool.query<SessionRow>({
    name: 'identity_find_session',
    text: `
select s.id as session_id, s.user_id, m.organisation_id, m.person_id, m.lacks_second_factor, m.lacks_provider,
  m.access_version, m.catalogue_version, m.currency, m.time_zone, m.week_start
from auth_session s
left join auth_provider p on p.id = s.provider_id
left join lateral (
  select am.organisation_id, am.person_id, o.access_version, o.catalogue_version, o.currency, o.time_zone, o.week_start,
    o.second_factor_required and not coalesce(p.proves_factor, u.two_factor_enabled) as lacks_second_factor,
    o.provider_required and p.id is null as lacks_provider
  from auth_member am
  join organisation o on o.id = am.organisation_id
  join auth_user u on u.id = am.user_id
  where am.user_id = s.user_id
    and (p.id is null or p.organisation_id = am.organisation_id)
    and (o.id::text = $2 or o.slug = $2)
  limit 1
) m on true
where s.token = $1
  and s.expires_at > now()`,
    values: [token, organisation],
  })
  const row = rows[0]
  if (!row) return null
  // All of them are null together.
  return { ...row, facts: row.organisation_id === null ? null : factsOf(row as FactsRow) }
}

/** Who is signed in by a session, whatever organisation. */
export type SignedIn = {
  readonly sessionId: string
  readonly userId: string
  readonly name: string
  readonly email: string
  /** The provider they came by, and the only organisation it opens; null: they came with their own account. */
  readonly provider: string | null
  readonly providerOrganisationId: string | null
  /** As it was written; one that is no longer spoken is like none. */
  readonly language: string | null
}

/** The owner of a session that holds. */
export async function findSignedIn(db: Db, token: string): Promise<SignedIn | null> {
  const { rows } = await db.pool.query<SignedIn>({
    name: 'identity_find_signed_in',
    text: `
select s.id as "sessionId", u.id as "userId", u.name, u.email, u.language, p.name as provider,
  p.organisation_id as "providerOrganisationId"
from auth_session s
join auth_user u on u.id = s.user_id
left join auth_provider p on p.id = s.provider_id
where s.token = $1
  and s.expires_at > now()`,
    values: [token],
  })
  return rows[0] ?? null
}
