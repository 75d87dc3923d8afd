import { z } from 'zod'
import { operation } from '../operation.ts'
import { identityRoutes } from '../routes/identity.ts'
import { id, instant, nothing } from '../schemas/base.ts'

/** A passkey, as its owner tells it from others. */
const passkeyView = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: instant,
  isSynced: z.boolean().describe('Whether it may be on several devices'),
})

export const identitySecurityOperations = {
  'identity.getSecurity': operation({
    id: 'identity.getSecurity',
    route: identityRoutes['identity.getSecurity'],
    summary: 'How you prove who you are, besides your password.',
    permission: 'session',
    input: z.object({}),
    output: z.object({
      secondFactor: z.enum(['on', 'off']),
      passkeys: z.array(passkeyView),
      connections: z
        .array(
          z.object({
            providerId: id,
            name: z.string(),
            organisation: z.string(),
            isConnected: z.boolean().describe('Whether the provider signs you in'),
          }),
        )
        .describe('The providers of your organisations'),
      connectProof: z.string().describe('Shows that connecting begins on a page of ours; holds an hour'),
    }),
    refusals: ['platform.not_signed_in'],
  }),
  'identity.removePasskey': operation({
    id: 'identity.removePasskey',
    route: identityRoutes['identity.removePasskey'],
    summary: 'Forget a passkey: it signs nobody in any more.',
    permission: 'session',
    input: z.object({ id: z.string().max(100) }),
    output: nothing,
    refusals: ['platform.not_signed_in', 'platform.not_found', 'identity.provider_session'],
  }),
  'identity.disconnectProvider': operation({
    id: 'identity.disconnectProvider',
    route: identityRoutes['identity.disconnectProvider'],
    summary: 'Forget who a provider knows you as: it signs you in no more.',
    permission: 'session',
    input: z.object({ id }),
    output: nothing,
    refusals: ['platform.not_signed_in', 'platform.not_found', 'identity.provider_session'],
  }),
  'identity.revokeOtherSessions': operation({
    id: 'identity.revokeOtherSessions',
    route: identityRoutes['identity.revokeOtherSessions'],
    summary: 'Sign out everywhere but here.',
    permission: 'session',
    input: z.object({}),
    output: nothing,
    refusals: ['platform.not_signed_in', 'identity.provider_session'],
  }),
} as const
