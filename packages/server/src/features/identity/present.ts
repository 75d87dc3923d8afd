import type { OrganisationView, PersonView, ProviderView, TeamView, TokenView } from '@millrace/contract'
import type { OrganisationRow } from './store/organisations.ts'
import type { PersonRow } from './store/people.ts'
import type { ProviderRow } from './store/providers.ts'
import type { TeamRow } from './store/teams.ts'
import type { TokenRow } from './store/tokens.ts'

/** An organisation as its people see it. */
export function presentOrganisation(row: OrganisationRow): OrganisationView {
  const { id, slug, name, currency } = row
  return {
    id,
    slug,
    name,
    currency,
    timeZone: row.time_zone,
    weekStart: row.week_start,
    isSecondFactorRequired: row.second_factor_required,
    isProviderRequired: row.provider_required,
  }
}

/** A person as colleagues see them. */
export function presentPerson(row: PersonRow): PersonView {
  const { id, name, email, status, title, colour, origin, version } = row
  return { id, name, email, orgRole: row.org_role, status, title, colour, origin, version }
}

/** A person as guests see them: named, but not to be written to from outside. */
export function presentToGuest(row: PersonRow): PersonView {
  return { ...presentPerson(row), email: null }
}

/** A team with its members. */
export function presentTeam(row: TeamRow): TeamView {
  const { id, name, origin, version } = row
  return {
    id,
    parentId: row.parent_id,
    name,
    memberIds: [...row.member_ids],
    origin,
    archivedAt: row.archived_at,
    version,
  }
}

/** A token without its secret. */
export function presentToken(row: TokenRow): TokenView {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    hint: row.hint,
    scopes: [...row.scopes],
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    createdAt: row.created_at,
  }
}

/** A provider without its secret. */
export function presentProvider(row: ProviderRow): ProviderView {
  return {
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    hasSecret: row.client_secret !== null,
    domains: [...row.domains],
    admits: row.admits,
    admittedRole: row.admitted_role,
    trustsEmail: row.trusts_email,
    provesFactor: row.proves_factor,
    isListed: row.is_listed,
    isEnabled: row.is_enabled,
    version: row.version,
  }
}
