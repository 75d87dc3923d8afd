import { err, ok, type Result } from '../kernel/index.ts'
import type { OrgRole, PersonStatus } from './membership.ts'

/** What an organisation has said about a provider that signs people in. */
export type ProviderRules = {
  /** Domains of e-mail addresses that get in, in lower case; none: any. */
  readonly domains: readonly string[]
  /** `known`: people whose address the organisation has; `everybody` else gets in, too. */
  readonly admits: 'known' | 'everybody'
  /** As what somebody unknown gets in. */
  readonly admittedRole: Extract<OrgRole, 'member' | 'guest'>
  /** Whether addresses count as checked when the provider says nothing about it. */
  readonly trustsEmail: boolean
}

/** What a provider says about somebody. */
export type ProviderClaims = {
  /** In lower case. */
  readonly email: string | null
  /** Null: the provider does not say. */
  readonly isEmailVerified: boolean | null
}

/** A person of the organisation, and the account they sign in with. */
export type KnownPerson = {
  readonly personId: string
  readonly status: PersonStatus
  /** Null: they have no account. */
  readonly userId: string | null
  /** Whether the organisation itself named this account by its address. */
  readonly isVouched: boolean
  /** Whether the provider signs somebody in to this account already. */
  readonly isConnected: boolean
}

/** What is known about somebody who comes from a provider. */
export type ProviderFacts = {
  /** The account that this identity of the provider was connected with, and who it is in the organisation. */
  readonly connected: { readonly userId: string; readonly person: KnownPerson | null } | null
  /** Whoever in the organisation has the address. */
  readonly named: KnownPerson | null
  /** The account of this installation that has the address. */
  readonly accountId: string | null
}

/**
 * How somebody comes in: as whom they came before (`enter`), as somebody whose account is now
 * connected (`connect`), as a placeholder that waited for them (`fill`), or as somebody new (`join`).
 * `userId` is null when an account has to be made.
 */
export type ProviderEntry =
  | { readonly kind: 'enter'; readonly userId: string; readonly personId: string }
  | { readonly kind: 'connect'; readonly userId: string; readonly personId: string }
  | NewEntry

/** The entry of somebody who was not here before. */
export type NewEntry =
  | { readonly kind: 'fill'; readonly userId: string | null; readonly personId: string }
  | { readonly kind: 'join'; readonly userId: string | null; readonly orgRole: 'member' | 'guest' }

/**
 * Whether somebody from a provider gets in, and as whom. An identity is connected with an account by
 * its address only when the provider has checked the address and the organisation itself named the
 * account by it. An account that somebody made by themselves under that address may be a trap: it is
 * connected by signing in with it. An address that moved on to somebody else does not take with it
 * whoever had it before.
 *
 * @returns refused with `identity.provider_email_missing`, `identity.provider_email_unverified`,
 *   `identity.provider_domain`, `identity.provider_person_inactive`, `identity.provider_person_unknown`,
 *   `identity.provider_identity_other` or `identity.provider_account_exists`
 */
export function decideProviderEntry(
  rules: ProviderRules,
  claims: ProviderClaims,
  facts: ProviderFacts,
): Result<ProviderEntry> {
  const { connected } = facts
  const person = connected?.person ?? null
  // Who is connected needs no address, unless it decides who gets in.
  if (person === null || rules.domains.length > 0) {
    const checked = checkAddress(rules, claims)
    if (!checked.ok) return checked
  }
  if (person !== null && connected !== null) {
    if (person.status === 'inactive') return err({ code: 'identity.provider_person_inactive' })
    return ok({ kind: 'enter', userId: connected.userId, personId: person.personId })
  }
  return decideNew(rules, facts)
}

/** The entry of an identity that is nobody of the organisation yet. */
function decideNew(rules: ProviderRules, facts: ProviderFacts): Result<ProviderEntry> {
  const { named } = facts
  const userId = facts.connected?.userId ?? null
  if (named?.status === 'inactive') return err({ code: 'identity.provider_person_inactive' })
  if (named?.status === 'active') return connectNamed(named, userId)
  if (!named && rules.admits === 'known') return err({ code: 'identity.provider_person_unknown' })
  if (facts.accountId !== null && facts.accountId !== userId)
    return err({ code: 'identity.provider_account_exists' })
  if (named) return ok({ kind: 'fill', userId, personId: named.personId })
  return ok({ kind: 'join', userId, orgRole: rules.admittedRole })
}

function connectNamed(named: KnownPerson, connectedId: string | null): Result<ProviderEntry> {
  const { userId, personId } = named
  if (named.isConnected) return err({ code: 'identity.provider_identity_other' })
  if (userId === null || connectedId !== null || !named.isVouched)
    return err({ code: 'identity.provider_account_exists' })
  return ok({ kind: 'connect', userId, personId })
}

function checkAddress(rules: ProviderRules, { email, isEmailVerified }: ProviderClaims): Result<string> {
  if (email === null || !email.includes('@')) return err({ code: 'identity.provider_email_missing' })
  if (!(isEmailVerified ?? rules.trustsEmail)) return err({ code: 'identity.provider_email_unverified' })
  const domain = email.slice(email.lastIndexOf('@') + 1)
  if (rules.domains.length > 0 && !rules.domains.includes(domain))
    return err({ code: 'identity.provider_domain' })
  return ok(email)
}
