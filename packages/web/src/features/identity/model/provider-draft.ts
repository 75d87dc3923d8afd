import type { ProviderView } from '@millrace/contract'

/** A provider as it is being written; an empty secret is none, or the one there is. */
export type ProviderDraft = Omit<ProviderView, 'id' | 'version' | 'hasSecret'> & {
  readonly clientSecret: string
}

const FRESH: ProviderDraft = {
  name: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  domains: [],
  admits: 'known',
  admittedRole: 'member',
  trustsEmail: false,
  provesFactor: false,
  isListed: true,
  isEnabled: true,
}

/** What is written to begin with. */
export function draftOf(provider: ProviderView | null): ProviderDraft {
  if (provider === null) return FRESH
  const { id: _id, version: _version, hasSecret: _hasSecret, ...said } = provider
  return { ...said, clientSecret: '' }
}

/** What of a draft is sent; an empty secret is left out. */
export function settingsOf({ clientSecret, name, issuer, clientId, domains, ...rest }: ProviderDraft) {
  return {
    admits: rest.admits,
    admittedRole: rest.admittedRole,
    trustsEmail: rest.trustsEmail,
    provesFactor: rest.provesFactor,
    isListed: rest.isListed,
    isEnabled: rest.isEnabled,
    name: name.trim(),
    issuer: issuer.trim(),
    clientId: clientId.trim(),
    domains: domains.map((domain) => domain.trim().replace(/^@/, '').toLowerCase()),
    ...(clientSecret === '' ? {} : { clientSecret }),
  }
}
