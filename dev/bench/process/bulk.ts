import { createBulkJobs } from '../../../packages/server/src/features/process/index.ts'
import { freshId } from '../client.ts'
import { BareSteps, type Standing } from './bare-steps.ts'
import { tasksAfter } from './bpmn-text.ts'
import { changesOf, demandSame } from './changes.ts'
import { goInSlices, printAct, printActHead, timed } from './slices.ts'
import { Stage } from './stage.ts'
import { standingsOf } from './standings.ts'

const INSTANCES = 10_000
const ROUNDS = 3
/** As many as the product leads on in one transaction. */
const SLICE = 200
/** The act itself and the job that carries it out: rows of an act, not of a step. */
const OF_THE_ACT = ['process_bulk', 'job', 'journal_head']

/** 10,000 instances led on by one bulk act, by the server's own worker, against bare SQL in as many transactions. */
export async function run(scale: number): Promise<void> {
  const stage = await Stage.open()
  try {
    const count = Math.round(INSTANCES * scale)
    const xml = tasksAfter(null, ROUNDS + 3)
    const [oursId, bareId] = [await stage.publish('OURS', xml), await stage.publish('BARE', xml)]
    const [audited] = await stage.start(oursId, count + 1)
    const [sample, other] = await stage.start(bareId, count + 2)
    if (!audited || !sample || !other) throw new Error('nothing was started')
    const skip = async (
      containerId: string,
      which: { ids: string[] } | { filter: { elementId: string } },
      at: string,
    ) => {
      const id = freshId()
      const act = { kind: 'skip' as const, at }
      await stage.run('process.repairInstances', { id, containerId, which, act, reason: 'Done by hand' })
      await stage.work(createBulkJobs(stage.deps), async () => {
        const [bulk] = await stage.rows<{ state: string }>('select state from process_bulk where id = $1', [
          id,
        ])
        return bulk?.state === 'finished'
      })
    }
    await skip(bareId, { ids: [sample] }, 't1')
    const bare = await BareSteps.like(stage, { containerId: bareId, instanceId: sample, ending: 'archived' })
    const theirs = (await standingsOf(stage, bareId)).filter(({ instanceId }) => instanceId !== sample)
    const changes = await changesOf(stage, () => skip(oursId, { ids: [audited] }, 't1'))
    demandSame(changes, await changesOf(stage, () => bare.go(theirs.slice(0, 1))), OF_THE_ACT)
    await stage.settle()
    console.log(`\n${count} instances led on by one bulk act, ${SLICE} in a transaction`)
    printActHead('instances')
    let standings: readonly Standing[] = theirs.slice(1)
    for (let round = 1; round <= ROUNDS; round += 1) {
      const at = `t${round}`
      const ours = await timed(() => skip(oursId, { filter: { elementId: at } }, at))
      const { seconds: bareSeconds } = await timed(async () => {
        standings = await goInSlices(bare, standings, SLICE)
      })
      printAct(round, count, { oursSeconds: ours.seconds, bareSeconds, grownMb: ours.grownMb })
    }
  } finally {
    await stage.close()
  }
}
