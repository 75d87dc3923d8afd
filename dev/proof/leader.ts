import type { KillActor } from './kill-actor.ts'
import type { Command, KillClient } from './kill-client.ts'
import { MESSAGE } from './lift-model.ts'
import type { ProcessLookout } from './process-findings.ts'

/** Instances that one leads at the same time: while one waits, another goes on. */
const AT_ONCE = 4

/** What one of the people was told is done, who lead instances to their end. */
export class Leader implements KillActor {
  readonly mayHear = new Set<string>()
  readonly started: string[] = []
  readonly completed: string[] = []
  /** Instances whose message was sent. */
  readonly approved = new Set<string>()
  look: ProcessLookout | null = null
  /** Nothing new is begun any more. */
  isFinishing = false
  readonly #client: KillClient
  readonly #containerId: string

  constructor(client: KillClient, containerId: string) {
    this.#client = client
    this.#containerId = containerId
  }

  async next(): Promise<Command | null> {
    const waiting = await this.#running()
    const [itemId] = await this.#lookout().openIn(waiting)
    if (itemId !== undefined) return this.#client.command('process.completeStep', { itemId, values: {} })
    const silent = waiting.find((id) => !this.approved.has(id))
    // The message may come before it is waited for.
    if (silent !== undefined)
      return this.#client.command('process.sendMessage', { name: MESSAGE, key: silent, messageId: silent })
    if (this.isFinishing || waiting.length >= AT_ONCE) return null
    const id = this.#client.newId()
    const given = { id, containerId: this.#containerId, title: 'Lift', values: { lift: id } }
    return this.#client.command('process.startInstance', given)
  }

  hear({ name, input }: Command): boolean {
    if (name === 'process.startInstance') this.started.push(String(input['id']))
    else if (name === 'process.completeStep') this.completed.push(String(input['itemId']))
    else this.approved.add(String(input['key']))
    return true
  }

  async #running(): Promise<readonly string[]> {
    return await this.#lookout().running(this.started)
  }

  #lookout(): ProcessLookout {
    if (!this.look) throw new Error('nobody looks into the database')
    return this.look
  }
}
