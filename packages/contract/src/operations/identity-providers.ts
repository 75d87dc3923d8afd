import { z } from 'zod'
import { type Frozen, operation } from '../operation.ts'
import { identityRoutes } from '../routes/identity.ts'
import { id, nothing, version } from '../schemas/base.ts'

const domain = z.string().trim().min(1).max(253).toLowerCase()
const issuer = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .describe('Where the provider describes itself, below /.well-known/openid-configuration')

const settings = {
  name: z.string().trim().min(1).max(60).describe('What stands on the button'),
  issuer,
  clientId: z.string().trim().min(1).max(300),
  domains: z.array(domain).max(50).describe('Domains of e-mail addresses that get in; none: any'),
  admits: z
    .enum(['known', 'everybody'])
    .describe('`known`: people whose address is among the people here; `everybody`: others get in, too'),
  admittedRole: z.enum(['member', 'guest']).describe('As what somebody unknown gets in'),
  trustsEmail: z
    .boolean()
    .describe('Addresses count as checked even if the provider does not say that it has checked them'),
  provesFactor: z.boolean().describe('The provider asks for a second factor itself'),
  isListed: z.boolean().describe('Whether the button stands on the sign-in page of the installation'),
  isEnabled: z.boolean().describe('Whether it signs anybody in'),
}
const clientSecret = z.string().min(1).max(1000).nullable().meta({
  description: 'Kept encrypted and never shown again; null: none',
  format: 'password',
  writeOnly: true,
})

/** A provider that signs people in, without its secret. */
export const providerView = z.object({ id, ...settings, hasSecret: z.boolean(), version })
/** A provider that signs people in, without its secret. */
export type ProviderView = Frozen<z.infer<typeof providerView>>

const refusedSettings = [
  'platform.not_found',
  'identity.owner_only',
  'identity.provider_address_insecure',
  'identity.provider_domain_wrong',
] as const

export const identityProviderOperations = {
  'identity.listDoors': operation({
    id: 'identity.listDoors',
    route: identityRoutes['identity.listDoors'],
    summary:
      'The providers that stand on the sign-in page; with an organisation, those of it alone, listed or not.',
    permission: 'anyone',
    input: z.object({ organisation: z.string().max(60).optional().describe('Its name in addresses') }),
    output: z.object({ doors: z.array(z.object({ id, name: z.string() })) }),
    refusals: ['platform.too_many_requests'],
  }),
  'identity.listProviders': operation({
    id: 'identity.listProviders',
    route: identityRoutes['identity.listProviders'],
    summary: 'The OpenID Connect providers that sign people in to this organisation.',
    permission: 'organisation.manage',
    input: z.object({}),
    output: z.object({
      providers: z.array(
        providerView.extend({
          callback: z.string().describe('The address to register at the provider, after the host'),
        }),
      ),
    }),
    refusals: [],
  }),
  'identity.createProvider': operation({
    id: 'identity.createProvider',
    route: identityRoutes['identity.createProvider'],
    summary: 'Let an OpenID Connect provider sign people in. Owners alone may: whoever names it lets it in.',
    permission: 'organisation.manage',
    input: z.object({
      ...{ id, name: settings.name, issuer, clientId: settings.clientId },
      clientSecret: clientSecret.default(null),
      domains: settings.domains.default([]),
      admits: settings.admits.default('known'),
      admittedRole: settings.admittedRole.default('member'),
      trustsEmail: settings.trustsEmail.default(false),
      provesFactor: settings.provesFactor.default(false),
      isListed: settings.isListed.default(true),
      isEnabled: settings.isEnabled.default(true),
    }),
    output: providerView,
    refusals: ['platform.exists', ...refusedSettings, 'identity.providers_many'],
  }),
  'identity.changeProvider': operation({
    id: 'identity.changeProvider',
    route: identityRoutes['identity.changeProvider'],
    summary:
      'Change a provider. Whoever came by it is signed out when it is switched off or becomes another.',
    permission: 'organisation.manage',
    input: z.object({ id, patch: z.object({ ...settings, clientSecret }).partial() }),
    output: providerView,
    refusals: [...refusedSettings, 'identity.provider_last'],
  }),
  'identity.removeProvider': operation({
    id: 'identity.removeProvider',
    route: identityRoutes['identity.removeProvider'],
    summary: 'Forget a provider, with who it knows people as. Whoever came by it is signed out.',
    permission: 'organisation.manage',
    input: z.object({ id }),
    output: nothing,
    refusals: ['platform.not_found', 'identity.owner_only', 'identity.provider_last'],
  }),
  'identity.testProvider': operation({
    id: 'identity.testProvider',
    route: identityRoutes['identity.testProvider'],
    summary: 'Ask a provider whether it is there, knows the secret and the address to come back to.',
    permission: 'session',
    input: z.object({ organisationId: id, id }),
    output: z.object({
      issuer: z.literal('ok'),
      secret: z.enum(['ok', 'unknown']).describe('`unknown`: the provider does not tell'),
      redirect: z.enum(['ok', 'unknown']),
      callback: z.string().describe('The address to come back to'),
    }),
    refusals: [
      'platform.not_signed_in',
      'platform.not_found',
      'platform.not_allowed',
      'platform.too_many_requests',
      'identity.provider_unreachable',
      'identity.provider_issuer_wrong',
      'identity.provider_secret_wrong',
      'identity.provider_redirect_wrong',
      'identity.provider_address_insecure',
      'identity.provider_answer_wrong',
    ],
  }),
} as const
