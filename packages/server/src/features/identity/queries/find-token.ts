import type { OrganisationFacts } from '../../../platform/commands/index.ts'
import type { Db } from '../../../platform/db/transaction.ts'
import { type FactsRow, factsOf } from './organisation-facts.ts'

type TokenRow = FactsRow & {
  readonly id: string
  readonly organisation_id: string
  readonly slug: string
  readonly person_id: string
  readonly user_id: string | null
  readonly scopes: readonly string[]
  /** Whether its last use was noted more than a minute ago. */
  readonly is_stale: boolean
  /** The organisation asks for a second factor, and the user has none, nor a provider that asks for one. */
  readonly lacks_second_factor: boolean
}

/** A token that holds. */
export type FoundToken = Omit<TokenRow, keyof FactsRow> & { readonly facts: OrganisationFacts }

/** The token with this hash, unless it has expired. One statement on tables above organisations only. */
export async function findToken(db: Db, hash: string): Promise<FoundToken | null> {
  const { rows } = await db.pool.query<TokenRow>({
    name: 'identity_find_token',
    text: `
select t.id, t.organisation_id, o.slug, t.person_id, m.user_id, t.scopes,
  o.access_version, o.catalogue_version, o.currency, o.time_zone, o.week_start,
  coalesce(t.last_used_at < now() - interval '1 minute', true) as is_stale,
  o.second_factor_required and not coalesce(u.two_factor_enabled, false)
    and not exists (
      select 1
      from auth_provider p
      join auth_account a on a.provider_id = p.id::text
      where p.organisation_id = t.organisation_id
        and p.proves_factor
        and p.is_enabled
        and a.user_id = m.user_id) as lacks_second_factor
from api_token t
join organisation o on o.id = t.organisation_id
left join auth_member m on m.organisation_id = t.organisation_id and m.person_id = t.person_id
left join auth_user u on u.id = m.user_id
where t.token_hash = $1
  and (t.expires_at is null or t.expires_at > now())`,
    values: [hash],
  })
  const row = rows[0]
  return row ? { ...row, facts: factsOf(row) } : null
}
