import { z } from 'zod'
import { type Frozen, operation } from '../operation.ts'
import { identityRoutes } from '../routes/identity.ts'
import { id, instant, nextCursor, nothing, pageInput, version } from '../schemas/base.ts'
import { containerRole, orgRole } from '../schemas/directory.ts'

const email = z.email().max(254).toLowerCase()
const place = z.object({ containerId: id, role: containerRole })
const delivery = z
  .enum(['mail', 'link'])
  .describe('`mail` sends the link to the address; `link` answers with its secret, for you to pass on')
const secret = z.string().max(100).describe('What stands in the link after the hash')

/** An invitation without its secret. */
export const invitationView = z.object({
  id,
  email: z.string(),
  orgRole,
  containers: z.array(place),
  invitedById: id,
  createdAt: instant,
  expiresAt: instant,
  state: z.enum(['open', 'expired', 'accepted', 'revoked']),
  mail: z
    .enum(['none', 'waiting', 'sent', 'failed'])
    .describe('`none`: the link is passed on by hand; `failed`: the mail server did not take it'),
  version,
})
/** An invitation without its secret. */
export type InvitationView = Frozen<z.infer<typeof invitationView>>

const withSecret = invitationView.extend({
  secret: z
    .string()
    .nullable()
    .describe('Null when the link goes by mail, and when the same request is repeated: it was shown before'),
})

export const identityInvitationOperations = {
  'identity.createInvitation': operation({
    id: 'identity.createInvitation',
    route: identityRoutes['identity.createInvitation'],
    summary:
      'Invite somebody by e-mail address. Who manages people invites in any role; who manages a container invites guests into it. The invitation is a link that expires.',
    permission: 'organisation.read',
    input: z.object({
      id,
      email,
      orgRole: orgRole.default('member'),
      containers: z.array(place).max(50).default([]),
      delivery: delivery.default('link'),
    }),
    output: withSecret,
    refusals: [
      'platform.not_found',
      'platform.not_allowed',
      'platform.scope_missing',
      'platform.exists',
      'identity.owner_only',
      'identity.email_taken',
      'identity.invitation_guest_only',
      'identity.mail_missing',
    ],
  }),
  'identity.renewInvitation': operation({
    id: 'identity.renewInvitation',
    route: identityRoutes['identity.renewInvitation'],
    summary: 'Make a new link for an invitation that was not accepted. Earlier links of it end.',
    permission: 'organisation.read',
    input: z.object({ id, delivery: delivery.default('link') }),
    output: withSecret,
    refusals: [
      'platform.not_found',
      'platform.not_allowed',
      'platform.scope_missing',
      'identity.owner_only',
      'identity.invitation_guest_only',
      'identity.mail_missing',
    ],
  }),
  'identity.revokeInvitation': operation({
    id: 'identity.revokeInvitation',
    route: identityRoutes['identity.revokeInvitation'],
    summary: 'Take an invitation back: its link ends at once.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: nothing,
    refusals: ['platform.not_found', 'platform.scope_missing'],
  }),
  'identity.listInvitations': operation({
    id: 'identity.listInvitations',
    route: identityRoutes['identity.listInvitations'],
    summary:
      'Invitations that nobody has accepted or taken back, newest first: all of them for who manages people, their own for everybody else.',
    permission: 'organisation.read',
    input: z.object(pageInput),
    output: z.object({ invitations: z.array(invitationView), next: nextCursor }),
    refusals: ['platform.cursor_wrong'],
  }),
  'identity.openInvitation': operation({
    id: 'identity.openInvitation',
    route: identityRoutes['identity.openInvitation'],
    summary: 'What a link invites to, for whoever has it.',
    permission: 'anyone',
    input: z.object({ organisationId: id, secret }),
    output: z.object({
      organisation: z.object({ id, slug: z.string(), name: z.string() }),
      email: z.string(),
      orgRole,
      invitedBy: z.string().describe('The name of whoever invites'),
      expiresAt: instant,
    }),
    refusals: ['identity.invitation_void', 'platform.too_many_requests'],
  }),
  'identity.acceptInvitation': operation({
    id: 'identity.acceptInvitation',
    route: identityRoutes['identity.acceptInvitation'],
    summary:
      'Accept an invitation with the account you are signed in with, or with a new one for the invited address.',
    permission: 'anyone',
    input: z.object({
      organisationId: id,
      secret,
      account: z
        .object({
          name: z.string().trim().min(1).max(200),
          password: z.string().min(10).max(128).meta({ format: 'password', writeOnly: true }),
        })
        .optional()
        .describe('For whoever is not signed in: the account to make'),
    }),
    output: z.object({ slug: z.string(), personId: id, email: z.string() }),
    refusals: [
      'platform.not_signed_in',
      'platform.too_many_requests',
      'identity.invitation_void',
      'identity.invitation_sign_in',
      'identity.invitation_known',
    ],
  }),
} as const
