import { z } from 'zod'
import { type Frozen, operation } from '../operation.ts'
import { identityRoutes } from '../routes/identity.ts'
import { id, instant, nextCursor, nothing, pageInput, plainDate } from '../schemas/base.ts'

/** What somebody did that concerns the organisation. */
export const auditView = z.object({
  seq: z.int().describe('Its place in the journal'),
  at: instant,
  kind: z.string(),
  actorId: id.nullable().describe('The person who did it; null: Millrace itself, or whoever runs it'),
  name: z.string().describe('What it was done to is called; empty when the event does not say'),
  aboutId: id.nullable().describe('The person or team it concerned besides'),
  role: z.string().nullable().describe('A role that was given, or is held since; of a sign-in, by what'),
})
/** What somebody did that concerns the organisation. */
export type AuditView = Frozen<z.infer<typeof auditView>>

const filter = {
  personId: id.optional().describe('Only what this person did'),
  group: z.enum(['signIn', 'people', 'access', 'tokens', 'settings', 'data', 'archive']).optional(),
  fromOn: plainDate.optional().describe('From this day on, in the time zone of the organisation'),
  untilOn: plainDate.optional().describe('Up to and with this day'),
}

export const identityAuditOperations = {
  'identity.listAudit': operation({
    id: 'identity.listAudit',
    route: identityRoutes['identity.listAudit'],
    summary:
      'Who did what in the organisation, newest first: sign-ins, people, access, tokens, settings, imports and exports, what was archived.',
    permission: 'organisation.manage',
    input: z.object({ ...filter, ...pageInput }),
    output: z.object({ entries: z.array(auditView), next: nextCursor }),
    refusals: ['platform.cursor_wrong'],
  }),
  'identity.exportAudit': operation({
    id: 'identity.exportAudit',
    route: identityRoutes['identity.exportAudit'],
    summary: 'The same as a table (CSV), up to 100,000 lines.',
    permission: 'organisation.manage',
    input: z.object(filter),
    output: nothing,
    media: ['text/csv; charset=utf-8'],
    refusals: ['platform.downloads_busy'],
  }),
} as const
