import { z } from 'zod'
import { LANGUAGES } from '../languages/index.ts'
import { operation } from '../operation.ts'
import { identityRoutes } from '../routes/identity.ts'
import { id, instant, nothing } from '../schemas/base.ts'
import { containerRole, organisationView, orgRole, personView, teamView } from '../schemas/directory.ts'

const name = z.string().trim().min(1).max(200)
const title = z.string().trim().max(200)
const colour = z.int().min(0).max(11)
const email = z.email().max(254).toLowerCase()
const password = z
  .string()
  .min(10)
  .max(128)
  .meta({ description: 'Ten characters at least', format: 'password', writeOnly: true })
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217 code')
const timeZone = z.string().max(64).describe('IANA name, such as Europe/Berlin')
const slug = z
  .string()
  .regex(/^[a-z0-9](?:-?[a-z0-9]){1,39}$/)
  .describe('How the organisation is called in addresses')

/** What a token may do: `admin` includes `write`, and `write` includes `read`. */
const tokenScope = z.enum(['read', 'write', 'admin'])

/** An organisation as one of its people knows it. */
export const membershipView = organisationView.extend({
  personId: id,
  orgRole,
  lacksSecondFactor: z.boolean().describe('Nothing here can be asked until a second factor is set up'),
  needsProvider: z.boolean().describe('Nothing here can be asked until one signs in by a provider'),
})
/** An organisation as one of its people knows it. */
export type MembershipView = z.infer<typeof membershipView>

/** A place where somebody is signed in. */
export const sessionView = z.object({
  id: z.string(),
  createdAt: instant,
  expiresAt: instant,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
  door: z
    .enum(['password', 'recovery', 'passkey', 'provider'])
    .nullable()
    .describe('How one came in; null: long ago'),
  provider: z.string().nullable().describe('What the provider is called that one came by'),
})
/** A place where somebody is signed in. */
export type SessionView = z.infer<typeof sessionView>

/** An API token without its secret. */
export const tokenView = z.object({
  id,
  personId: id,
  name: z.string(),
  hint: z.string().describe('How the token begins'),
  scopes: z.array(tokenScope),
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable().describe('Exact to the minute'),
  createdAt: instant,
})
/** An API token without its secret. */
export type TokenView = z.infer<typeof tokenView>

const permissions = z.array(z.string())
const language = z.enum(LANGUAGES).describe('BCP 47 tag')

export const identityOperations = {
  'identity.getMe': operation({
    id: 'identity.getMe',
    route: identityRoutes['identity.getMe'],
    summary: 'Who is signed in, and the organisations they belong to. Nobody is told that they are nobody.',
    permission: 'anyone',
    input: z.object({}),
    output: z.object({
      user: z
        .object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          provider: z.string().nullable().describe('The provider one came by, which opens one organisation'),
          language: language.nullable().describe('Null: as the browser prefers'),
        })
        .nullable(),
      organisations: z.array(membershipView),
      signUp: z.enum(['open', 'closed']),
      canMail: z.boolean().describe('Whether this installation sends e-mail'),
    }),
    refusals: [],
  }),
  'identity.changeAccount': operation({
    id: 'identity.changeAccount',
    route: identityRoutes['identity.changeAccount'],
    summary: 'Change what goes with your account wherever you sign in.',
    permission: 'session',
    input: z.object({ language: language.nullable().optional().describe('Null: as the browser prefers') }),
    output: nothing,
    refusals: ['platform.not_signed_in'],
  }),
  'identity.listSessions': operation({
    id: 'identity.listSessions',
    route: identityRoutes['identity.listSessions'],
    summary: 'Where you are signed in.',
    permission: 'session',
    input: z.object({}),
    output: z.object({ sessions: z.array(sessionView) }),
    refusals: ['platform.not_signed_in'],
  }),
  'identity.revokeSession': operation({
    id: 'identity.revokeSession',
    route: identityRoutes['identity.revokeSession'],
    summary: 'Sign out somewhere else.',
    permission: 'session',
    input: z.object({ id: z.string().max(100) }),
    output: nothing,
    refusals: ['platform.not_signed_in', 'platform.not_found'],
  }),
  'identity.createOrganisation': operation({
    id: 'identity.createOrganisation',
    route: identityRoutes['identity.createOrganisation'],
    summary: 'Found an organisation; you become its owner.',
    permission: 'session',
    input: z.object({ id, slug, name, currency: currency.default('EUR'), timeZone: timeZone.default('UTC') }),
    output: membershipView,
    refusals: [
      'platform.not_signed_in',
      'platform.exists',
      'identity.provider_session',
      'identity.organisations_closed',
      'identity.slug_taken',
      'identity.currency_unknown',
      'identity.time_zone_unknown',
    ],
  }),
  'identity.changeOrganisation': operation({
    id: 'identity.changeOrganisation',
    route: identityRoutes['identity.changeOrganisation'],
    summary: 'Change what holds for the whole organisation. Amounts of money are not converted.',
    permission: 'organisation.manage',
    input: z.object({
      patch: z
        .object({
          ...{ name, currency, timeZone, weekStart: z.int().min(1).max(7) },
          isSecondFactorRequired: z.boolean(),
          isProviderRequired: z.boolean(),
        })
        .partial(),
    }),
    output: organisationView,
    refusals: [
      'identity.currency_unknown',
      'identity.time_zone_unknown',
      'identity.second_factor_off',
      'identity.owner_only',
      'identity.provider_none',
    ],
  }),
  'identity.addPerson': operation({
    id: 'identity.addPerson',
    route: identityRoutes['identity.addPerson'],
    summary:
      'Add somebody. With a password they get an account; without one they get access if their e-mail has an account, and stay a placeholder otherwise. A placeholder with the same e-mail becomes this person.',
    permission: 'people.manage',
    input: z.object({
      id,
      name,
      email: email.nullable().default(null),
      orgRole: orgRole.default('member'),
      title: title.default(''),
      colour: colour.optional(),
      password: password.optional(),
    }),
    output: personView,
    refusals: [
      'platform.exists',
      'identity.owner_only',
      'identity.email_missing',
      'identity.email_taken',
      'identity.account_exists',
    ],
  }),
  'identity.changePerson': operation({
    id: 'identity.changePerson',
    route: identityRoutes['identity.changePerson'],
    summary:
      'Change a person; your own name, title and colour are yours to change. Who becomes inactive is signed out and loses their tokens.',
    permission: 'organisation.read',
    input: z.object({
      id,
      patch: z.object({ name, title, colour, orgRole, status: z.enum(['active', 'inactive']) }).partial(),
    }),
    output: personView,
    refusals: ['platform.not_found', 'platform.not_allowed', 'identity.owner_only', 'identity.last_owner'],
  }),
  'identity.createTeam': operation({
    id: 'identity.createTeam',
    route: identityRoutes['identity.createTeam'],
    summary: 'Add a team, if need be below another.',
    permission: 'people.manage',
    input: z.object({ id, name, parentId: id.nullable().default(null) }),
    output: teamView,
    refusals: [
      'platform.exists',
      'platform.reference_unknown',
      'identity.team_cycle',
      'identity.team_archived',
    ],
  }),
  'identity.changeTeam': operation({
    id: 'identity.changeTeam',
    route: identityRoutes['identity.changeTeam'],
    summary: 'Rename, move, archive or restore a team.',
    permission: 'people.manage',
    input: z.object({
      id,
      patch: z.object({ name, parentId: id.nullable(), isArchived: z.boolean() }).partial(),
    }),
    output: teamView,
    refusals: [
      'platform.not_found',
      'platform.reference_unknown',
      'identity.team_cycle',
      'identity.team_has_teams',
      'identity.team_archived',
    ],
  }),
  'identity.setTeamMembers': operation({
    id: 'identity.setTeamMembers',
    route: identityRoutes['identity.setTeamMembers'],
    summary: 'Say who belongs to a team.',
    permission: 'people.manage',
    input: z.object({ id, memberIds: z.array(id).max(5000) }),
    output: teamView,
    refusals: ['platform.not_found', 'platform.reference_unknown', 'identity.team_archived'],
  }),
  'identity.listTokens': operation({
    id: 'identity.listTokens',
    route: identityRoutes['identity.listTokens'],
    summary: 'Your API tokens; who manages people sees those of everybody.',
    permission: 'session',
    input: z.object({}),
    output: z.object({ tokens: z.array(tokenView) }),
    refusals: [],
  }),
  'identity.createToken': operation({
    id: 'identity.createToken',
    route: identityRoutes['identity.createToken'],
    summary: 'Make an API token that acts as you, within its scopes. The secret is shown once.',
    permission: 'session',
    input: z.object({
      id,
      name,
      scopes: z.array(tokenScope).min(1).max(3),
      expiresAt: instant.nullable().default(null),
    }),
    output: tokenView.extend({
      secret: z.string().nullable().describe('Null when the same request is repeated: it was shown before'),
    }),
    refusals: ['platform.exists', 'identity.session_needed', 'identity.expiry_past'],
  }),
  'identity.revokeToken': operation({
    id: 'identity.revokeToken',
    route: identityRoutes['identity.revokeToken'],
    summary: 'Make a token worthless, at once.',
    permission: 'session',
    input: z.object({ id }),
    output: nothing,
    refusals: ['platform.not_found'],
  }),
  'identity.listPermissions': operation({
    id: 'identity.listPermissions',
    route: identityRoutes['identity.listPermissions'],
    summary: 'What each role may do, in the organisation and in a container.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({
      organisation: z.record(orgRole, permissions),
      container: z.record(containerRole, permissions),
    }),
    refusals: [],
  }),
} as const
