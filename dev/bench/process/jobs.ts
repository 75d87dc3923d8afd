import { BareSteps, type Standing } from './bare-steps.ts'
import { tasksAfter } from './bpmn-text.ts'
import { changesOf, demandSame } from './changes.ts'
import { shown } from './figures.ts'
import { Stage } from './stage.ts'
import { standingsOf } from './standings.ts'

const JOBS = 30_000
/** What a worker fetches at once, and hands back in one transaction. */
const FETCHED = 100
const WORKERS = 2
/** Ours and bare SQL take turns with so many. */
const TURN = 3_000
const SERVICE = `<serviceTask id="serve"><extensionElements>
  <millrace:service kind="worker" topic="bench"/></extensionElements></serviceTask>`

/** 30,000 due jobs drained by outside workers, against bare SQL that leases and ends as many at a time. */
export async function run(scale: number): Promise<void> {
  const stage = await Stage.open()
  try {
    const xml = tasksAfter({ id: 'serve', xml: SERVICE }, 1)
    const oursId = await stage.publish('OURS', xml)
    const bareId = await stage.publish('BARE', xml.replace('"bench"/>', '"bare"/>'))
    const bare = await audited(stage, oursId, bareId)
    const count = Math.round(JOBS * scale)
    await stage.start(oursId, count)
    await stage.start(bareId, count)
    await stage.settle()
    const waiting = new Map((await waitingOf(stage, bareId)).map((one) => [one.jobId ?? '', one]))
    console.log(`\n${count} due jobs drained by ${WORKERS} workers, ${FETCHED} at a time`)
    console.log('\n| of them | jobs / s | bare SQL / s | ratio |')
    console.log('|---|---|---|---|')
    const sums = { ours: 0, bare: 0 }
    for (let done = 0; done < count; done += TURN) {
      const turn = Math.min(TURN, count - done)
      const ours = await seconds(() => drain(turn, (worker) => work(stage, worker)))
      const theirs = await seconds(() => drain(turn, () => workBare(stage, bare, waiting)))
      sums.ours += ours
      sums.bare += theirs
      console.log(rowOf(String(done + turn), turn, { ours, bare: theirs }))
    }
    console.log(rowOf('all', count, sums))
  } finally {
    await stage.close()
  }
}

function rowOf(name: string, count: number, of: { readonly ours: number; readonly bare: number }): string {
  const ratio = (of.bare / of.ours).toFixed(2)
  return `| ${name} | ${shown(count / of.ours)} | ${shown(count / of.bare)} | ${ratio} |`
}

async function audited(stage: Stage, oursId: string, bareId: string): Promise<BareSteps> {
  await stage.start(oursId, 1)
  const [sample = ''] = await stage.start(bareId, 1)
  const { jobs } = await stage.run('process.fetchJobs', { workerId: 'w', topics: ['bare'], maxJobs: 1 })
  await stage.run('process.completeJob', {
    id: jobs[0]?.id ?? '',
    workerId: 'w',
    values: { isPrinted: true },
  })
  const bare = await BareSteps.like(stage, { containerId: bareId, instanceId: sample, ending: 'none' })
  await stage.start(bareId, 1)
  const waiting = new Map((await waitingOf(stage, bareId)).map((one) => [one.jobId ?? '', one]))
  const changes = await changesOf(stage, () => work(stage, 'w'))
  demandSame(changes, await changesOf(stage, () => workBare(stage, bare, waiting)), ['journal_head'])
  return bare
}

async function waitingOf(stage: Stage, containerId: string): Promise<readonly Standing[]> {
  return (await standingsOf(stage, containerId)).filter(({ jobId }) => jobId !== null)
}

async function seconds(something: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await something()
  return (performance.now() - began) / 1000
}

/** Workers go on until so many jobs are done. */
async function drain(count: number, one: (worker: string) => Promise<number>): Promise<void> {
  let left = count
  const worker = async (name: string): Promise<void> => {
    while (left > 0) {
      left -= FETCHED
      await one(name)
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, (_, place) => worker(`w${place}`)))
}

/** What an outside worker asks for, and what it says. */
async function work(stage: Stage, workerId: string): Promise<number> {
  const { jobs } = await stage.run('process.fetchJobs', { workerId, topics: ['bench'], maxJobs: FETCHED })
  await stage.runAll(
    jobs.map(({ id }) => ({
      name: 'process.completeJob' as const,
      input: { id, workerId, values: { isPrinted: true } },
    })),
  )
  return jobs.length
}

const LEASE = `
with due as (
  select d.id
  from process_job d
  where d.organisation_id = $1 and d.kind = 'worker' and d.state = 'waiting' and d.topic = 'bare' and d.due_at <= now()
  order by d.due_at, d.id
  limit $2
  for update skip locked
)
update process_job j
set lease_owner = 'w', due_at = now() + interval '1 minute'
from due
where j.organisation_id = $1 and j.id = due.id
returning j.id, j.payload`

async function workBare(
  stage: Stage,
  bare: BareSteps,
  waiting: ReadonlyMap<string, Standing>,
): Promise<number> {
  const client = await stage.pool.connect()
  try {
    await client.query(`begin; set local app.organisation_id = '${stage.organisationId}'`)
    const leased = await client.query<{ id: string }>({
      ...{ name: 'bare_lease', text: LEASE, values: [stage.organisationId, FETCHED] },
    })
    await client.query('commit')
    const standings = leased.rows.flatMap(({ id }) => waiting.get(id) ?? [])
    await bare.goOn(client, standings)
    return standings.length
  } finally {
    client.release()
  }
}
