import { type Random, randomBytes10, uuidV7 } from '@millrace/core/kernel'
import type { MortalServer } from './mortal-server.ts'

/** Something that is to be done, under an id by which it is known when it is asked again. */
export type Command = {
  readonly id: string
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

/** What a server says. */
export type Answer = { readonly status: number; readonly text: string }

/** Requests that are acknowledged before the end comes, at least and at most. */
const [ACKNOWLEDGED_MIN, ACKNOWLEDGED_MAX] = [8, 60]

/** Somebody with an organisation of their own, who goes on wherever it is served after a kill. */
export class KillClient {
  readonly random: Random
  readonly organisationId: string
  #cookie = ''

  constructor(random: Random) {
    this.random = random
    this.organisationId = this.newId()
  }

  newId(): string {
    return uuidV7(Date.now(), randomBytes10(this.random))
  }

  command(name: string, input: Command['input']): Command {
    return { id: this.newId(), name, input }
  }

  /** Signs up, and makes the organisation and what is to be there from the start. */
  async found(url: string, commands: readonly Command[]): Promise<void> {
    const account = { name: 'Rosa', email: 'rosa@example.org', password: 'a long enough password' }
    const signedUp = await this.#post(`${url}/api/auth/sign-up/email`, account)
    accepted(signedUp.status)
    this.#cookie = signedUp.headers
      .getSetCookie()
      .map((text) => text.split(';')[0])
      .join('; ')
    const organisation = { id: this.organisationId, slug: 'mill', name: 'Mill' }
    accepted((await this.#post(`${url}/api/v1/organisations`, organisation)).status)
    for (const command of commands) accepted((await this.send(url, [command])).status)
  }

  /** Asks for commands that happen together or not at all. */
  async send(url: string, commands: readonly Command[]): Promise<Answer> {
    const response = await this.#post(`${url}/api/v1/o/${this.organisationId}/commands`, { commands })
    return { status: response.status, text: await response.text() }
  }

  async #post(url: string, body: unknown): Promise<Response> {
    return await fetch(url, {
      method: 'POST',
      headers: { cookie: this.#cookie, origin: new URL(url).origin, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }
}

function accepted(status: number): void {
  if (status !== 200) throw new Error(`the server refused with ${status}`)
}

/**
 * Lets everybody go on, and ends it all in the middle: after as many acknowledged requests as dice say. Until
 * then it answers everybody.
 */
export async function killAmid(
  server: Pick<MortalServer, 'kill'>,
  random: Random,
  goOn: (onAcknowledged: () => void, dying: AbortSignal) => readonly Promise<void>[],
): Promise<void> {
  const dying = new AbortController()
  let left = ACKNOWLEDGED_MIN + Math.floor(random() * (ACKNOWLEDGED_MAX - ACKNOWLEDGED_MIN))
  const killed: Promise<void>[] = []
  const onAcknowledged = () => {
    left--
    if (left > 0) return
    dying.abort()
    if (left === 0) killed.push(server.kill())
  }
  await Promise.all(goOn(onAcknowledged, dying.signal))
  await Promise.all(killed)
}
