import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '../../packages/server/src/platform/fault.ts'
import type { Answer, Command, KillClient } from './kill-client.ts'

const LOOK_MS = 20
const BUSY = 503

/** Somebody who asks for one thing after the other, of which each may be the one that is never answered. */
export type KillActor = {
  /** Thinks of what comes next; null: there is nothing to be done at the moment. Throws when nobody is there. */
  readonly next: () => Promise<Command | null>
  /** Refusals that it has to reckon with. */
  readonly mayHear: ReadonlySet<string>
  /** What was asked is answered. @returns whether something was done by it */
  readonly hear: (command: Command, answer: Answer) => boolean
}

/** A server and what is to be done with it. */
export type Round = {
  readonly url: string
  readonly dying: AbortSignal
  readonly onDone: () => void
  readonly isOver: () => Promise<boolean>
}

/** Lets somebody go on with a server, and remembers what was not answered. */
export class Conversation<Actor extends KillActor> {
  readonly actor: Actor
  readonly #client: KillClient
  /** Sent, and not answered so far. */
  #pending: Command | null = null

  constructor(client: KillClient, actor: Actor) {
    this.#client = client
    this.actor = actor
  }

  /** Goes on until the server is dying and does not answer any more, or everything is over. */
  async goOn({ url, dying, onDone, isOver }: Round): Promise<void> {
    for (;;) {
      try {
        if (await isOver()) return
        this.#pending ??= await this.actor.next()
        if (this.#pending === null) await sleep(LOOK_MS)
        else await this.#ask(url, this.#pending, onDone)
      } catch (error) {
        if (dying.aborted && isGone(error)) return
        await sitOut(error)
      }
    }
  }

  /** Asks once more for what was not answered, under its id: it happens now, or is known to have happened. */
  async askAgain(url: string): Promise<void> {
    const pending = this.#pending
    if (pending) await patiently(() => this.#ask(url, pending, () => {}))
  }

  /** Forgets what was asked, as if it had been killed, too. */
  forget(): void {
    this.#pending = null
  }

  async #ask(url: string, command: Command, onDone: () => void): Promise<void> {
    const answer = await this.#client.send(url, [command])
    if (answer.status >= 500) throw new NotAnswered(answer)
    this.#pending = null
    if (answer.status !== 200 && !this.actor.mayHear.has(codeOf(answer)))
      throw new Error(`${command.name} was refused: ${answer.text}`)
    if (this.actor.hear(command, answer)) onDone()
  }
}

class NotAnswered extends Error {
  readonly status: number

  constructor({ status, text }: Answer) {
    super(text)
    this.status = status
  }
}

/** Asks until the database is there: it may end and come back by itself, while its server lives. */
export async function patiently<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      await sitOut(error)
    }
  }
}

async function sitOut(error: unknown): Promise<void> {
  const isBusy = error instanceof NotAnswered && error.status === BUSY
  if (!isBusy && !isDatabaseAway(error)) throw error
  await sleep(LOOK_MS)
}

/** The server is dying: the connection is lost, or its database went a moment before it and it says that it failed. */
function isGone(error: unknown): boolean {
  return error instanceof NotAnswered || error instanceof TypeError || isDatabaseAway(error)
}

function codeOf({ text }: Answer): string {
  return (JSON.parse(text) as { readonly code: string }).code // Any refusal names its code.
}
