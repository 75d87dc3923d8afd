import { type BareWriter, openBareWriter } from './bare-writes.ts'
import { type BenchClient, freshId } from './client.ts'
import { load, type Measured, WARM_UP_CALLS } from './load.ts'
import type { CpuTime } from './process-cpu.ts'
import type { Pair } from './reads.ts'

type At = {
  readonly databaseUrl: string
  readonly cpu: () => CpuTime
  readonly calls: number
  readonly containerId: string
}

const CLIENTS_MAX = 8

/** Creating and finishing items one at a time, durably, against bare SQL that writes the same rows. */
export async function benchWrites(client: BenchClient, at: At): Promise<readonly Pair[]> {
  const place = { organisationId: client.organisationId, containerId: at.containerId }
  const writers = await Promise.all(
    Array.from({ length: CLIENTS_MAX }, () => openBareWriter(at.databaseUrl, place)),
  )
  const pairs: Pair[] = []
  for (const clients of [1, CLIENTS_MAX]) {
    const ours = await runOurs(client, { ...at, clients })
    const bare = await runBare(writers.slice(0, clients), at)
    pairs.push({ name: 'create', clients, ours: ours.created, bare: bare.created })
    pairs.push({ name: 'complete', clients, ours: ours.completed, bare: bare.completed })
  }
  await Promise.all(writers.map((writer) => writer.close()))
  return pairs
}

type Both = { readonly created: Measured; readonly completed: Measured }

async function runOurs(client: BenchClient, at: At & { readonly clients: number }): Promise<Both> {
  const ids: string[] = []
  const createOne = async (): Promise<void> => {
    const id = freshId()
    await client.post('/items', { id, containerId: at.containerId, title: 'Set out grid line C' })
    ids.push(id)
  }
  await load({ ...at, calls: WARM_UP_CALLS }, createOne)
  const created = await load(at, createOne)
  const completed = await load({ ...at, calls: ids.length }, (index) =>
    client.post(`/items/${ids[index]}/move`, { stateId: 'done' }),
  )
  return { created, completed }
}

async function runBare(writers: readonly BareWriter[], at: At): Promise<Both> {
  const free = [...writers]
  const using = async (work: (writer: BareWriter) => Promise<void>): Promise<void> => {
    const writer = free.pop()
    if (!writer) throw new Error('one connection a client')
    await work(writer)
    free.push(writer)
  }
  const ids: string[] = []
  const settings = { clients: writers.length, calls: at.calls, cpu: at.cpu }
  const created = await load(settings, () =>
    using(async (writer) => {
      const id = freshId()
      await writer.create(id)
      ids.push(id)
    }),
  )
  const completed = await load(settings, (index) => using((writer) => writer.complete(ids[index] ?? '')))
  return { created, completed }
}
