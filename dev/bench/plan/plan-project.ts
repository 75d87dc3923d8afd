import { seededRandom } from '@millrace/core/kernel'
import { Client } from 'pg'
import { freshId, signUp } from '../client.ts'
import { fillProject } from '../fill.ts'
import { cpuOf } from '../process-cpu.ts'
import { startBenchServer } from '../server.ts'

const PORT = 4390
const ITEMS = 20_000
const LINKS = 60_000
/** How far back in the list a link reaches. */
const WINDOW = 400
const EDITS = 20
const OPENINGS = 5
const ASKED = 15
/** What plans say, beside what items say themselves. */
const QUERIES = [
  'group = ready and title ~ crane order by title',
  'updated > today-1d and open order by updated desc',
  'plannedFinish < today+60d and open order by plannedFinish',
  'critical and open order by plannedStart',
  'totalFloat < 2d order by totalFloat',
  'missesDeadline',
]
const BATCH = 1_000
const DAY_MIN = 480

/**
 * A project of 20,000 items and 60,000 links at a whole server: opening its plan, and from the change of a
 * duration to the new dates in the database.
 */
export async function run(): Promise<void> {
  const server = await startBenchServer(PORT)
  const database = new Client({ connectionString: server.databaseUrl })
  await database.connect()
  try {
    const client = await signUp(server.url)
    const { containerId, itemIds } = await fillProject(client, {
      ...{ key: 'BIG', items: ITEMS, seed: 1 },
      more: () => ({ dueOn: null, effortMin: null, stateId: 'ready' }),
    })
    const random = seededRandom(2)
    const durations = new Map(itemIds.map((id) => [id, (1 + Math.floor(random() * 10)) * DAY_MIN]))
    await tie(database, { organisationId: client.organisationId, itemIds })
    const change = (ids: readonly string[], more: number) =>
      client.run(
        ids.map((itemId) => ({
          name: 'schedule.changePlanItem',
          input: { containerId, itemId, patch: { durationMin: (durations.get(itemId) ?? 0) + more } },
        })),
      )
    for (let at = 0; at < itemIds.length; at += BATCH) await change(itemIds.slice(at, at + BATCH), 0)
    await untilPlanned(database, containerId)
    console.log(`A project of ${ITEMS} items and ${LINKS} links, one server, one client`)
    console.log('\n| what | median ms | largest ms | CPU of the server, ms |')
    console.log('|---|---|---|---|')
    const opened = await repeat(OPENINGS, server.pid, () => client.get(`/projects/${containerId}/plan`))
    console.log(rowOf('open the plan', opened))
    for (const query of QUERIES) {
      const ask = `/items?limit=100&query=${encodeURIComponent(query)}`
      console.log(rowOf(`a page of \`${query}\``, await repeat(ASKED, server.pid, () => client.get(ask))))
    }
    const planned = `/items/planned?containerIds=${containerId}`
    console.log(
      rowOf('what plans say of all items', await repeat(OPENINGS, server.pid, () => client.get(planned))),
    )
    const edited = await repeat(EDITS, server.pid, async (number) => {
      const id = itemIds[Math.floor(random() * itemIds.length)] ?? ''
      await change([id], (number + 1) * DAY_MIN)
      await untilPlanned(database, containerId)
    })
    console.log(rowOf('change a duration, until the new dates stand', edited))
    const answered = await repeat(EDITS, server.pid, async (number) => {
      await change([itemIds[number] ?? ''], 2 * DAY_MIN)
    })
    console.log(rowOf('change a duration, until it is answered', answered))
  } finally {
    await database.end()
    await server.close()
  }
}

/** Three links for each item, from among those before it; their commands would take longer than all the rest. */
async function tie(
  database: Client,
  { organisationId, itemIds }: { readonly organisationId: string; readonly itemIds: readonly string[] },
): Promise<void> {
  const random = seededRandom(3)
  const pairs = new Set<string>()
  while (pairs.size < LINKS) {
    const to = 1 + Math.floor(random() * (itemIds.length - 1))
    const from = Math.max(0, to - 1 - Math.floor(random() * WINDOW))
    pairs.add(`${itemIds[from] ?? ''} ${itemIds[to] ?? ''}`)
  }
  const ends = [...pairs].map((pair) => pair.split(' '))
  await database.query(
    `insert into relation (organisation_id, id, from_id, to_id, kind, link_type, lag, lag_unit)
     select $1, x.id, x.from_id, x.to_id, 'precedes', 'FS', 0, 'workingMin'
     from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as x (id, from_id, to_id)`,
    [organisationId, ends.map(() => freshId()), ends.map(([from]) => from), ends.map(([, to]) => to)],
  )
}

async function untilPlanned(database: Client, projectId: string): Promise<void> {
  for (;;) {
    const { rows } = await database.query<{ done: boolean }>(
      'select version = planned_version as done from project_plan where project_id = $1',
      [projectId],
    )
    if (rows[0]?.done === true) return
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

type Measured = { readonly times: readonly number[]; readonly cpuMs: number }

async function repeat(
  count: number,
  pid: number,
  work: (number: number) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = []
  const before = cpuOf(pid).own
  for (let number = 0; number < count; number += 1) {
    const began = performance.now()
    await work(number)
    times.push(performance.now() - began)
  }
  return { times: times.toSorted((a, b) => a - b), cpuMs: (cpuOf(pid).own - before) / count }
}

function rowOf(what: string, { times, cpuMs }: Measured): string {
  const median = times[times.length >> 1] ?? 0
  return `| ${what} | ${Math.round(median)} | ${Math.round(times.at(-1) ?? 0)} | ${Math.round(cpuMs)} |`
}
