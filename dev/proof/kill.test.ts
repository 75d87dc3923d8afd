import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '@millrace/core/kernel'
import { afterAll, expect, test } from 'vitest'
import { readRecord } from '../../packages/server/src/platform/postgres/home.ts'
import { inspect } from './findings.ts'
import { KillClient, killAmid } from './kill-client.ts'
import { Ledger, type Write } from './ledger.ts'
import { type MortalServer, startMortal } from './mortal-server.ts'

const KILLS = 20
const WRITERS = 8

const dataDir = await mkdtemp(join(tmpdir(), 'millrace-kill-'))
const random = seededRandom(20)
const client = new KillClient(random)
const containerId = client.newId()
let running: MortalServer | null = null

afterAll(async () => {
  await running?.kill()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(): Promise<MortalServer> {
  running = await startMortal(dataDir)
  return running
}

async function found(url: string): Promise<void> {
  const project = { id: containerId, kind: 'project', key: 'TOWER', name: 'Tower' }
  await client.found(url, [client.command('work.createContainer', project)])
}

type Round = { readonly url: string; readonly dying: AbortSignal; readonly onAcknowledged: () => void }

/** Writes until the dying server does not answer any more; a refusal would be a fault of this test. */
async function writeUntilTheEnd(ledger: Ledger, { url, dying, onAcknowledged }: Round): Promise<void> {
  for (;;) {
    const write = ledger.next()
    ledger.pending = write
    const answer = await client.send(url, write.commands).catch(() => null)
    // The database may go a moment before the server, which then says that it failed.
    if (dying.aborted && (answer === null || answer.status >= 500)) return
    expect(answer).toMatchObject({ status: 200 })
    ledger.acknowledge(write)
    onAcknowledged()
  }
}

/** Lets everybody write, and ends it all in the middle. */
async function writeAndKill(server: MortalServer, ledgers: readonly Ledger[]): Promise<void> {
  await killAmid(server, random, (onAcknowledged, dying) =>
    ledgers.map((ledger) => writeUntilTheEnd(ledger, { url: server.url, dying, onAcknowledged })),
  )
  running = null
}

/** What a writer was told is done, and is not so. */
function lostOf(ledger: Ledger, states: ReadonlyMap<string, string>): readonly string[] {
  const isUnsure = (id: string) => ledger.pending?.after.has(id) ?? false
  return [...ledger.states]
    .filter(([id, state]) => states.get(id) !== state && !isUnsure(id))
    .map(([id, state]) => `${id} should be ${state} and is ${states.get(id)}`)
}

/** How much of an unanswered request is there: of all its items, those that are as it wanted them. */
function shareDone({ after }: Write, states: ReadonlyMap<string, string>): number {
  return [...after].filter(([id, state]) => states.get(id) === state).length / after.size
}

/** Nothing needs saying before it is ready: no repair, no survivor, no complaint. */
function expectCleanStart({ told, complaints }: MortalServer): void {
  expect(complaints).toEqual([])
  // What takes long on a busy machine is told on the way.
  expect(told.find((line) => !line.endsWith('…'))).toMatch(/^Millrace is at /)
}

async function databaseLog(): Promise<string> {
  const record = await readRecord(dataDir)
  return await readFile(join(record?.home ?? dataDir, 'postgres.log'), 'utf8')
}

test('nothing acknowledged is lost and nothing is half done, however often everything is killed', {
  timeout: 900_000,
}, async () => {
  const first = await start()
  await found(first.url)
  // A program that ends in peace leaves its compiled form to the starts after it.
  expect(await first.stop()).toBe(0)
  let server = await start()
  const ledgers = Array.from({ length: WRITERS }, () => new Ledger(containerId, client))
  for (let kill = 1; kill <= KILLS; kill++) {
    await writeAndKill(server, ledgers)
    server = await start()
    expectCleanStart(server)
    const { states, broken } = await inspect(server.databaseUrl)
    expect(broken).toEqual([])
    for (const ledger of ledgers) {
      expect(lostOf(ledger, states)).toEqual([])
      const { pending } = ledger
      if (!pending) continue
      expect([0, 1]).toContain(shareDone(pending, states))
      // Asked again under the same id, it happens now or is known to have happened.
      expect(await client.send(server.url, pending.commands)).toMatchObject({ status: 200 })
      ledger.acknowledge(pending)
    }
  }
  const { states, broken } = await inspect(server.databaseUrl)
  expect(broken).toEqual([])
  expect(states).toEqual(new Map(ledgers.flatMap((ledger) => [...ledger.states])))

  const before = (await databaseLog()).length
  expect(await server.stop()).toBe(0)
  server = await start()
  expectCleanStart(server)
  expect((await databaseLog()).slice(before)).not.toContain('recovery')
  expect(await server.stop()).toBe(0)
  running = null
})
