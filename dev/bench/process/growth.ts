import { load, type Measured } from '../load.ts'
import { cpuOf } from '../process-cpu.ts'
import { tasksAfter } from './bpmn-text.ts'
import { median } from './figures.ts'
import { seedFinished } from './finished-seed.ts'
import { Stage } from './stage.ts'
import { standingsOf } from './standings.ts'

const FEW = 1_000
const MANY = 1_000_000
const INSTANCES = 150
const ROUNDS = 12
const WARM_UP_ROUNDS = 2

/** What a completed step costs after a thousand finished instances, and after a million. */
export async function run(scale: number): Promise<void> {
  const many = Math.round(MANY * scale)
  const stages = [await Stage.open(), await Stage.open()] as const
  try {
    const few = await prepare(stages[0], FEW)
    const lots = await prepare(stages[1], many)
    const rounds: (readonly [Measured, Measured])[] = []
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
      const measured = await measure(few, lots, round % 2 === 0)
      if (round >= 0) rounds.push(measured)
    }
    const growth = (figure: 'cpuPerCall' | 'p50') =>
      median(rounds.map(([less, more]) => more[figure] / less[figure])).toFixed(2)
    const of = (place: 0 | 1, figure: 'cpuPerCall' | 'p50') =>
      median(rounds.map((round) => round[place][figure])).toFixed(2)
    console.log(`\nOne step completed, by finished instances before it, ${ROUNDS} rounds in turn`)
    console.log('\n| figure | after 1,000 | after ' + many.toLocaleString('en') + ' | growth |')
    console.log('|---|---|---|---|')
    console.log(`| CPU ms | ${of(0, 'cpuPerCall')} | ${of(1, 'cpuPerCall')} | ${growth('cpuPerCall')} |`)
    console.log(`| p50 ms | ${of(0, 'p50')} | ${of(1, 'p50')} | ${growth('p50')} |`)
  } finally {
    await Promise.all(stages.map((stage) => stage.close()))
  }
}

type Complete = (place: number) => Promise<unknown>

/** A process with so many finished instances, and some that are under way. */
async function prepare(stage: Stage, finished: number): Promise<Complete> {
  const complete = (itemId: string | null | undefined) =>
    stage.run('process.completeStep', { itemId: itemId ?? '', values: { isDone: true } })
  const shortId = await stage.publish('SHORT', tasksAfter(null, 1))
  const [sample = ''] = await stage.start(shortId, 1)
  const [one] = await standingsOf(stage, shortId)
  await complete(one?.itemId)
  const began = performance.now()
  await seedFinished(stage, sample, finished)
  console.log(`${finished} finished instances in ${Math.round((performance.now() - began) / 1000)} s`)
  const longId = await stage.publish('LONG', tasksAfter(null, WARM_UP_ROUNDS + ROUNDS + 2))
  await stage.start(longId, INSTANCES)
  const items = (await standingsOf(stage, longId)).map(({ itemId }) => itemId)
  await stage.settle()
  return async (place) => {
    const { activities } = await complete(items[place])
    items[place] = activities.find(({ closedAt }) => closedAt === null)?.itemId ?? null
  }
}

async function measure(
  few: Complete,
  lots: Complete,
  isFewFirst: boolean,
): Promise<readonly [Measured, Measured]> {
  const settings = { clients: 1, calls: INSTANCES, cpu: () => cpuOf(process.pid) }
  if (isFewFirst) {
    const less = await load(settings, few)
    return [less, await load(settings, lots)]
  }
  const more = await load(settings, lots)
  return [await load(settings, few), more]
}
