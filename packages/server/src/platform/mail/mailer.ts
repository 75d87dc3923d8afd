import { createTransport } from 'nodemailer'
import { messageOf } from '../fault.ts'

/** One message in plain words to one person. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string }

/** A way to send mail. */
export type Mailer = {
  /** @throws MailFault when the mail server did not take it */
  readonly send: (mail: Mail) => Promise<void>
  /**
   * Connects and signs in, without sending anything.
   *
   * @throws MailFault when that fails
   */
  readonly check: () => Promise<void>
  readonly close: () => void
}

/** The mail server did not take a message. */
export class MailFault extends Error {
  /** Whether it would say the same again, as about an address that it does not know. */
  readonly isFinal: boolean

  constructor(message: string, options: { readonly isFinal: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'MailFault'
    this.isFinal = options.isFinal
  }
}

const PATIENCE_MS = 20_000
/** RFC 5321 §4.2.1: 5yz is a permanent negative reply. */
const PERMANENT = 500
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Sends through an SMTP server. A password is never sent in the clear, except to this very machine.
 *
 * @param settings `url` such as `smtp://user:password@host:587`, or `smtps://` for TLS from the start
 */
export function createMailer(settings: { readonly url: string; readonly from: string }): Mailer {
  const { protocol, username, hostname } = new URL(settings.url)
  const isOpen = protocol === 'smtp:' && username !== '' && !LOOPBACK.has(hostname)
  const transport = createTransport({
    url: settings.url,
    ...(isOpen ? { requireTLS: true } : {}),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text }) {
      await asMailFault(
        transport.sendMail({ from: settings.from, to: { name: '', address: to }, subject, text }),
      )
    },
    async check() {
      await asMailFault(transport.verify())
    },
    close: () => transport.close(),
  }
}

async function asMailFault(done: Promise<unknown>): Promise<void> {
  try {
    await done
  } catch (error) {
    throw new MailFault(`the mail server did not take it: ${messageOf(error)}`, {
      isFinal: replyOf(error) >= PERMANENT,
      cause: error,
    })
  }
}

function replyOf(error: unknown): number {
  return error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
}
