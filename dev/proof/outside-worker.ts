import type { KillActor } from './kill-actor.ts'
import type { Answer, Command, KillClient } from './kill-client.ts'
import { TOPIC } from './lift-model.ts'

type HeldJob = { readonly id: string; readonly instanceId: string; readonly idempotencyKey: string }

const LEASE_MS = 3_000

/** A program outside that fetches jobs, has them done by somebody else yet, and says that they are done. */
export class OutsideWorker implements KillActor {
  /** A job may have gone to another worker while the server was away, who may have done it. */
  readonly mayHear = new Set(['process.job_not_held', 'platform.not_found'])
  /** Jobs of which it was told that they are done. */
  readonly completed: string[] = []
  readonly #client: KillClient
  readonly #peerOrigin: string
  #workerId: string
  #held: HeldJob[] = []
  #isIdle = false

  constructor(client: KillClient, peerOrigin: string) {
    this.#client = client
    this.#peerOrigin = peerOrigin
    this.#workerId = client.newId()
  }

  async next(): Promise<Command | null> {
    const job = this.#held.shift()
    if (job) {
      await this.#work(job)
      const { id } = job
      return this.#client.command('process.completeJob', { id, workerId: this.#workerId, values: {} })
    }
    this.#isIdle = !this.#isIdle
    if (this.#isIdle) return null
    const wanted = { workerId: this.#workerId, topics: [TOPIC], maxJobs: 3, leaseMs: LEASE_MS }
    return this.#client.command('process.fetchJobs', wanted)
  }

  hear({ name, input }: Command, { status, text }: Answer): boolean {
    if (status !== 200) return false
    if (name === 'process.completeJob') {
      this.completed.push(String(input['id']))
      return true
    }
    // What the operation promises.
    const [{ jobs }] = (JSON.parse(text) as { readonly results: readonly [{ readonly jobs: HeldJob[] }] })
      .results
    this.#held = jobs
    this.#isIdle = jobs.length > 0
    return jobs.length > 0
  }

  /** Is killed itself: another one comes in its place, which knows nothing of what it held. */
  die(): void {
    this.#workerId = this.#client.newId()
    this.#held = []
  }

  /** Asks until it is said to be done. */
  async #work({ instanceId, idempotencyKey }: HeldJob): Promise<void> {
    const headers = { 'idempotency-key': idempotencyKey }
    for (;;) {
      const url = `${this.#peerOrigin}/print/${instanceId}`
      const { ok } = await fetch(url, { method: 'POST', headers })
      if (ok) return
    }
  }
}
