import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { benchArchive } from './archive.ts'
import { benchBootstrap } from './bootstrap.ts'
import { benchBrowser } from './browser/bench-browser.ts'
import { signUp } from './client.ts'
import { benchExports } from './exports.ts'
import { fillProject } from './fill.ts'
import { cpuOf } from './process-cpu.ts'
import { benchList } from './reads.ts'
import { pairTable, performancePage, type Section } from './report.ts'
import { benchSearch } from './search.ts'
import { startBenchServer } from './server.ts'
import { benchWrites } from './writes.ts'

const PAGE = new URL('../../docs/performance.md', import.meta.url)
const ITEMS = 100_000
const BOARD_ITEMS = 10_000

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4790' },
    calls: { type: 'string', default: '1000' },
    only: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
})

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function isMeant(part: 'server' | 'export' | 'search' | 'browser'): boolean {
  return values.only === undefined || values.only === part
}

async function run(): Promise<readonly Section[]> {
  const port = Number(values.port)
  return [
    ...(isMeant('server') ? await benchServer(port) : []),
    ...(isMeant('export') ? await benchExport(port) : []),
    ...(isMeant('search') ? await benchSearch(port, say) : []),
    ...(isMeant('browser') ? await benchBrowser(port, say) : []),
  ]
}

async function benchExport(port: number): Promise<readonly Section[]> {
  const server = await startBenchServer(port)
  try {
    const client = await signUp(server.url)
    say(`Filling ${ITEMS} items …`)
    await fillProject(client, { key: 'LARGE', items: ITEMS, seed: 1 })
    await analyze(server.databaseUrl)
    return [
      { title: `Export of ${ITEMS} items`, text: await benchExports(client, server) },
      { title: `An organisation of ${ITEMS} items as one archive`, text: await benchArchive(client, server) },
    ]
  } finally {
    await server.close()
  }
}

async function benchServer(port: number): Promise<readonly Section[]> {
  const server = await startBenchServer(port)
  try {
    const calls = Number(values.calls)
    const client = await signUp(server.url)
    const at = { databaseUrl: server.databaseUrl, cpu: () => cpuOf(server.pid), calls }
    say(`Filling ${ITEMS} items …`)
    const start = performance.now()
    const large = await fillProject(client, { key: 'LARGE', items: ITEMS - BOARD_ITEMS, seed: 1 })
    const board = await fillProject(client, { key: 'BOARD', items: BOARD_ITEMS, seed: 2 })
    const fillSeconds = (performance.now() - start) / 1000
    await analyze(server.databaseUrl)
    say('List …')
    const lists = await benchList(client, at)
    say('Create and complete …')
    const writes = await benchWrites(client, { ...at, containerId: large.containerId })
    say('Snapshot …')
    const snapshot = await benchBootstrap(client, { ...at, containerId: board.containerId })
    return [
      { title: 'Reading', text: pairTable(lists) },
      { title: 'Writing', text: pairTable(writes) },
      {
        title: 'Bulk',
        text:
          `Creating ${ITEMS} items in batches of 1,000 commands, each batch one transaction: ${fillSeconds.toFixed(1)} s, ` +
          `${(ITEMS / fillSeconds).toFixed(0)} items per second.`,
      },
      {
        title: 'Snapshot of 10,000 items',
        text:
          `p50 ${snapshot.measured.p50.toFixed(0)} ms, CPU ${snapshot.measured.cpuPerCall.toFixed(0)} ms, ` +
          `${(snapshot.bytes / 1e6).toFixed(2)} MB, ${(snapshot.gzipBytes / 1000).toFixed(0)} kB compressed.`,
      },
    ]
  } finally {
    await server.close()
  }
}

/** What autovacuum does within a minute of such a load; the bench does not wait for it. */
async function analyze(connectionString: string): Promise<void> {
  const connection = new Client({ connectionString })
  await connection.connect()
  await connection.query('analyze')
  await connection.end()
}

const page = performancePage(await run(), new Date().toISOString().slice(0, 10))
say(page)
// A page with a part of the figures would pass for the whole.
if (!values.dry && values.only === undefined) writeFileSync(PAGE, page)
