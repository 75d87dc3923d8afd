import { Client } from 'pg'
import { signUp } from '../client.ts'
import { load } from '../load.ts'
import { cpuOf } from '../process-cpu.ts'
import { startBenchServer } from '../server.ts'
import { openGround, seedProcess } from './seed-instances.ts'

const PORT = 4430
const RUNNING = 10_000
const FINISHED = 90_000
/** Other processes beside it: so many, with so many finished instances each. */
const OTHERS = 9
const FINISHED_EACH = 101_112
const CALLS = 60
const WARM_UP = 8

/** Lists, filters and counts of a process with 100,000 instances, among a million that are finished. */
export async function run(): Promise<void> {
  const server = await startBenchServer(PORT)
  const database = new Client({ connectionString: server.databaseUrl })
  await database.connect()
  try {
    const client = await signUp(server.url)
    const ground = await openGround(client, database)
    const { containerId } = await seedProcess(ground, 'BIG', { running: RUNNING, finished: FINISHED })
    for (let other = 1; other <= OTHERS; other += 1)
      await seedProcess(ground, `OTHER${other}`, { running: 0, finished: FINISHED_EACH })
    await database.query('vacuum analyze')
    const instanceId = await oneRunning(database, containerId)
    console.log(
      `${RUNNING + FINISHED} instances in one process, ${FINISHED + OTHERS * FINISHED_EACH} finished in all`,
    )
    console.log('\n| question | CPU of server and database, ms | p50, ms | p95, ms | p95 at most |')
    console.log('|---|---|---|---|---|')
    for (const { what, path, most } of questionsFor(containerId, instanceId)) {
      const settings = { clients: 1, cpu: () => cpuOf(server.pid) }
      await load({ ...settings, calls: WARM_UP }, () => client.get(path))
      const { p50, p95, cpuPerCall } = await load({ ...settings, calls: CALLS }, () => client.get(path))
      console.log(`| ${what} | ${cpuPerCall.toFixed(1)} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${most} |`)
    }
  } finally {
    await database.end()
    await server.close()
  }
}

async function oneRunning(database: Client, containerId: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `select id from process_instance where process_id = $1 and state = 'running' order by number desc limit 1`,
    [containerId],
  )
  return rows[0]?.id ?? ''
}

/** A question, how it is asked, and how many milliseconds it may take. */
type Question = { readonly what: string; readonly path: string; readonly most: number }

function questionsFor(containerId: string, instanceId: string): readonly Question[] {
  const of = `/processes/${containerId}`
  const list = (what: string, filter: string): Question => ({
    ...{ what: `list: ${what}`, path: `${of}/instances?limit=100${filter}`, most: 100 },
  })
  const others: readonly (readonly [string, string, number])[] = [
    ['the process with its counts', of, 100],
    ['counts by element', `${of}/elements`, 100],
    ['versions with what runs by each', `${of}/versions`, 100],
    ['variants', `${of}/variants`, 300],
    ['incidents of the process', `/process-incidents?containerId=${containerId}`, 100],
    ['incidents by cause, all processes', '/process-incidents/causes', 100],
    ['where an instance is', `/instances/${instanceId}/standing`, 100],
    ['the history of an instance', `/instances/${instanceId}/history`, 100],
  ]
  return [
    list('all', ''),
    list('running', '&state=running'),
    list('running, the oldest page', '&state=running&cursor=90100'),
    list('finished', '&state=finished'),
    list('suspended', '&state=suspended'),
    list('failed, of which there is none', '&state=failed'),
    list('running, at one element', '&state=running&elementId=step3'),
    list('at an element where nothing is', '&elementId=nowhere'),
    list('running and stuck', '&state=running&trouble=incident'),
    list('stuck for one cause', '&state=running&incidentText=cause%203'),
    list('running and late', '&state=running&trouble=late'),
    list('running, older than a week', '&state=running&olderThanMin=10080'),
    list('all, older than ten months', '&olderThanMin=440000'),
    list('by its version', '&state=running&modelNumber=1'),
    list('a word of the title that many have', '&state=finished&text=crane'),
    list('a title that one has', '&text=order%2077777%20'),
    list('a title that none has', '&text=nothing%20like%20it'),
    ...others.map(([what, path, most]) => ({ what, path, most })),
  ]
}
