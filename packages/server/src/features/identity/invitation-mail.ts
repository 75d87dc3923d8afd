import { pickLanguage } from '@millrace/contract'
import { z } from 'zod'
import { type Db, inTransaction } from '../../platform/db/transaction.ts'
import type { Job, JobHandler } from '../../platform/jobs/index.ts'
import { type Mail, type Mailer, MailFault } from '../../platform/mail/index.ts'
import { makeInvitationSecret } from './invitation-secret.ts'
import { invitationWords } from './invitation-words.ts'
import { type InvitationLetter, keepMailedSecret, noteInvitationMail } from './store/invitations.ts'

/** The kind of job that sends an invitation. */
export const INVITATION_JOB = 'identity.send_invitation'

const payload = z.object({ invitationId: z.uuid(), version: z.int() })

/** What sending invitations needs; without a mailer none are asked for. */
export type InvitationMailDeps = {
  readonly db: Db
  readonly mailer: Mailer | null
  /** The address people type. */
  readonly publicUrl: string | null
}

/**
 * The jobs that send invitations. The secret is made here and goes into the mail alone: neither the
 * queue nor any table holds it. A repeated attempt makes another, and the link before it ends.
 */
export function createInvitationJobs({
  db,
  mailer,
  publicUrl,
}: InvitationMailDeps): ReadonlyMap<string, JobHandler> {
  if (mailer === null || publicUrl === null) return new Map()
  return new Map([[INVITATION_JOB, (job) => sendInvitation({ db, mailer, publicUrl }, job)]])
}

type Sending = { readonly db: Db; readonly mailer: Mailer; readonly publicUrl: string }

async function sendInvitation({ db, mailer, publicUrl }: Sending, job: Job): Promise<void> {
  const { invitationId: id, version } = payload.parse(job.payload)
  const organisationId = job.organisation_id ?? ''
  const { secret, hash } = makeInvitationSecret()
  const letter = await inTransaction(db, organisationId, (tx) =>
    keepMailedSecret(tx, { organisationId, id, version, hash }),
  )
  if (letter === null) return
  const note = (mail: 'sent' | 'failed') =>
    inTransaction(db, organisationId, (tx) => noteInvitationMail(tx, { organisationId, id, mail }))
  try {
    await mailer.send(write(letter, `${publicUrl}/join/${organisationId}#${secret}`))
  } catch (error) {
    await note('failed')
    if (error instanceof MailFault && error.isFinal) return
    throw error
  }
  await note('sent')
}

function write(letter: InvitationLetter, link: string): Mail {
  const organisation = oneLine(letter.organisation)
  const words = invitationWords[pickLanguage([letter.language ?? ''])]
  const until = new Date(letter.expires_at).toISOString().slice(0, 10)
  return {
    to: letter.email,
    subject: words.subject(organisation),
    text: [
      words.invites(oneLine(letter.inviter), organisation),
      '',
      words.open(until),
      '',
      link,
      '',
      words.otherwise,
      '',
    ].join('\n'),
  }
}

/** Names are people's own words: they must not look like more than a name. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}
