import { createProcessTimeJobs } from '../../../packages/server/src/features/process/index.ts'
import { BareSteps, type Standing } from './bare-steps.ts'
import { tasksAfter } from './bpmn-text.ts'
import { changesOf, demandSame } from './changes.ts'
import { goInSlices, printAct, printActHead, timed } from './slices.ts'
import { Stage } from './stage.ts'
import { standingsOf } from './standings.ts'

const INSTANCES = 10_000
const ROUNDS = 2
/** As many as the product leads on in one transaction. */
const SLICE = 250
/** Jobs that wake a worker: rows of a moment, not of a step. */
const OF_THE_MOMENT = ['job', 'process_wait']
const TIMER = `<intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition></intermediateCatchEvent>`

/** 10,000 instances led on by timers of one moment, by the server's own worker, against bare SQL in as many transactions. */
export async function run(scale: number): Promise<void> {
  const stage = await Stage.open()
  try {
    const count = Math.round(INSTANCES * scale)
    const xml = tasksAfter({ id: 'wait', xml: TIMER }, 1)
    const [oursId, bareId] = [await stage.publish('OURS', xml), await stage.publish('BARE', xml)]
    const bare = await audited(stage, oursId, bareId)
    console.log(`\n${count} instances led on by timers of one moment, ${SLICE} in a transaction`)
    printActHead('instances')
    for (let round = 1; round <= ROUNDS; round += 1) {
      await stage.start(oursId, count)
      await stage.start(bareId, count)
      const standings = await waitingOf(stage, bareId)
      await come(stage, oursId)
      await stage.settle()
      const ours = await timed(() => fire(stage, oursId))
      const { seconds: bareSeconds } = await timed(() => goInSlices(bare, standings, SLICE))
      printAct(round, count, { oursSeconds: ours.seconds, bareSeconds, grownMb: ours.grownMb })
    }
  } finally {
    await stage.close()
  }
}

async function audited(stage: Stage, oursId: string, bareId: string): Promise<BareSteps> {
  await stage.start(oursId, 1)
  const [sample = ''] = await stage.start(bareId, 1)
  await come(stage, bareId)
  await fire(stage, bareId)
  const bare = await BareSteps.like(stage, { containerId: bareId, instanceId: sample, ending: 'none' })
  await stage.start(bareId, 1)
  const [other] = await waitingOf(stage, bareId)
  if (!other) throw new Error('nothing was started')
  await come(stage, oursId)
  const changes = await changesOf(stage, () => fire(stage, oursId))
  demandSame(changes, await changesOf(stage, () => bare.go([other])), OF_THE_MOMENT)
  return bare
}

async function waitingOf(stage: Stage, containerId: string): Promise<readonly Standing[]> {
  return (await standingsOf(stage, containerId)).filter(({ waitId }) => waitId !== null)
}

/** The moment comes that the instances of a process wait for. */
async function come(stage: Stage, containerId: string): Promise<void> {
  await stage.rows(
    `update process_wait w set due_at = now() - interval '1 second'
     from process_instance i where i.id = w.instance_id and i.process_id = $1`,
    [containerId],
  )
}

async function fire(stage: Stage, containerId: string): Promise<void> {
  await stage.rows(`update job set run_at = now() where kind = 'process.timers'`)
  await stage.work(createProcessTimeJobs(stage.deps), async () => {
    const [left] = await stage.rows(
      `select w.id from process_wait w join process_instance i on i.id = w.instance_id where i.process_id = $1 limit 1`,
      [containerId],
    )
    return left === undefined
  })
}
