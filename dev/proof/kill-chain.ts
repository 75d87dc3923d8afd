import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '@millrace/core/kernel'
import { type Compiled, compileModel } from '../../packages/server/src/features/process/graphs.ts'
import { EffectPeer } from './effect-peer.ts'
import { Conversation, patiently } from './kill-actor.ts'
import { KillClient, killAmid } from './kill-client.ts'
import { Leader } from './leader.ts'
import { COMPLETED, ELEMENTS, HAPPENED, liftModel } from './lift-model.ts'
import { type MortalServer, startMortal } from './mortal-server.ts'
import { OutsideWorker } from './outside-worker.ts'
import { ProcessLookout } from './process-findings.ts'

const [LEADERS, WORKERS] = [8, 3]
/** With every so manyth kill a worker is killed, too. */
const WORKER_DIES_EVERY = 3

type Alive = { readonly server: MortalServer; readonly look: ProcessLookout }

/** One Millrace after the other on the same data, each of which is killed while everybody is at work. */
export class KillChain {
  readonly #dataDir: string
  readonly #client: KillClient
  readonly #peer: EffectPeer
  readonly #compiled: Compiled
  readonly #leaders: readonly Conversation<Leader>[]
  readonly #workers: readonly Conversation<OutsideWorker>[]
  #alive: Alive | null = null

  private constructor(dataDir: string, client: KillClient, peer: EffectPeer) {
    const containerId = client.newId()
    const made = compileModel(liftModel(peer.origin))
    if (!made.ok) throw new TypeError(JSON.stringify(made.why))
    this.#compiled = made.compiled
    this.#dataDir = dataDir
    this.#client = client
    this.#peer = peer
    this.#leaders = Array.from(
      { length: LEADERS },
      () => new Conversation(client, new Leader(client, containerId)),
    )
    this.#workers = Array.from(
      { length: WORKERS },
      () => new Conversation(client, new OutsideWorker(client, peer.origin)),
    )
    this.#containerId = containerId
  }

  readonly #containerId: string

  /** Founds everything that is to be there. */
  static async open(seed: number): Promise<KillChain> {
    const random = seededRandom(seed)
    const dataDir = await mkdtemp(join(tmpdir(), 'millrace-kill-processes-'))
    const chain = new KillChain(dataDir, new KillClient(random), await EffectPeer.open(random))
    await chain.#found()
    return chain
  }

  async close(): Promise<void> {
    await this.#alive?.look.close()
    await this.#alive?.server.kill()
    this.#peer.close()
    await rm(this.#dataDir, { recursive: true, force: true })
  }

  /**
   * Lets everybody work, ends it in the middle, and starts it again.
   *
   * @returns what is not there, or twice, before and after everything is asked again that was not answered
   */
  async trial(nth: number): Promise<readonly string[]> {
    const { server, look } = this.#now()
    const { url } = server
    const isOver = async () => false
    await killAmid(server, this.#client.random, (onDone, dying) =>
      this.#everybody().map((one) => one.goOn({ url, dying, onDone, isOver })),
    )
    await look.close()
    if (nth % WORKER_DIES_EVERY === 0) this.#kill(this.#workers[nth % WORKERS])
    await this.#start()
    const found = await patiently(() => this.#wrong())
    for (const one of this.#everybody()) await one.askAgain(this.#now().server.url)
    return [...found, ...(await patiently(() => this.#wrong()))]
  }

  /** Leads everything that was begun to its end, and stops in peace. @returns what was not done, or twice */
  async finish(): Promise<readonly string[]> {
    const { server, look } = this.#now()
    for (const { actor } of this.#leaders) actor.isFinishing = true
    const isOver = async () => (await look.running(this.#all('started'))).length === 0
    const round = { url: server.url, dying: new AbortController().signal, onDone: () => {}, isOver }
    await Promise.all(this.#everybody().map((one) => one.goOn(round)))
    const found = await patiently(() => this.#notDoneOnce())
    await look.close()
    this.#alive = null
    await stopped(server)
    return found
  }

  async #notDoneOnce(): Promise<readonly string[]> {
    const { look } = this.#now()
    const instances = this.#all('started')
    const { length } = instances
    const wanted = instances.flatMap((id) => [`/charge/${id}`, `/print/${id}`])
    const told = { complete: COMPLETED * length, happen: HAPPENED * length, start: length }
    return [
      ...(await this.#wrong()),
      ...named('did not leave every element', await look.notThrough(ELEMENTS)),
      ...differences('told', await look.told(), told),
      ...differences('asked of the peer', [...this.#peer.effects.keys()].toSorted(), wanted.toSorted()),
    ]
  }

  async #found(): Promise<void> {
    await this.#start()
    const { server, look } = this.#now()
    const process = { id: this.#containerId, kind: 'process', key: 'LIFT', name: 'Lift repair' }
    const model = { containerId: this.#containerId, xml: liftModel(this.#peer.origin) }
    await this.#client.found(server.url, [
      this.#client.command('work.createContainer', process),
      this.#client.command('process.publishModel', model),
    ])
    await look.close()
    // A program that ends in peace leaves its compiled form to the starts after it.
    await stopped(server)
    await this.#start()
  }

  async #start(): Promise<void> {
    this.#alive = null
    const since = new Date()
    const server = await startMortal(this.#dataDir, {
      OUTGOING_HOSTS: this.#peer.origin,
      OUTGOING_PRIVATE: '127.0.0.1',
    })
    const look = new ProcessLookout(server.databaseUrl)
    await patiently(() => look.endLeasesOfBefore(since))
    for (const { actor } of this.#leaders) actor.look = look
    this.#alive = { server, look }
  }

  /** What was acknowledged and is lost, what is there twice, and what is not as its history says. */
  async #wrong(): Promise<readonly string[]> {
    const { look } = this.#now()
    const done = this.#workers.flatMap(({ actor }) => actor.completed)
    return [
      ...(await look.broken()),
      ...named('was not started', await look.missing(this.#all('started'))),
      ...named('was not completed', await look.notClosed(this.#all('completed'))),
      ...named('is a job still', await look.openJobs(done)),
      ...(new Set(done).size === done.length ? [] : ['a job was completed twice']),
      ...named(
        'is not where its history says',
        await look.unlikeHistory(this.#client.organisationId, this.#compiled),
      ),
      ...named('was done twice', this.#peer.doubled()),
    ]
  }

  #kill(worker: Conversation<OutsideWorker> | undefined): void {
    worker?.forget()
    worker?.actor.die()
  }

  #everybody(): readonly Conversation<Leader | OutsideWorker>[] {
    return [...this.#leaders, ...this.#workers]
  }

  #all(what: 'started' | 'completed'): readonly string[] {
    return this.#leaders.flatMap(({ actor }) => actor[what])
  }

  #now(): Alive {
    if (!this.#alive) throw new Error('everything is dead')
    return this.#alive
  }
}

function named(fault: string, found: readonly string[]): readonly string[] {
  return found.map((what) => `${what} ${fault}`)
}

function differences(what: string, found: unknown, wanted: unknown): readonly string[] {
  const [is, was] = [JSON.stringify(found), JSON.stringify(wanted)]
  return is === was ? [] : [`${what}: ${is} instead of ${was}`]
}

async function stopped(server: MortalServer): Promise<void> {
  const code = await server.stop()
  if (code !== 0) throw new Error(`the server ended with ${code}`)
}
