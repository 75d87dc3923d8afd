import { load, type Measured } from '../load.ts'
import { cpuOf } from '../process-cpu.ts'
import { BareSteps, type Standing } from './bare-steps.ts'
import { tasksAfter } from './bpmn-text.ts'
import { changesOf, demandSame } from './changes.ts'
import { median, shown } from './figures.ts'
import { Stage } from './stage.ts'
import { standingsOf } from './standings.ts'

const INSTANCES = 200
const ROUNDS = 8
const WARM_UP_ROUNDS = 2
const CLIENTS = [1, 8]

/** Steps completed one at a time, durably, by one client and by eight, against bare SQL that writes the same rows. */
export async function run(): Promise<void> {
  const stage = await Stage.open()
  try {
    const runners = await prepare(stage)
    console.log(
      '\n| clients | completions / s | p95 ms | CPU ms each | bare SQL / s | CPU ms each | ratio | bare SQL, pipelined / s | ratio |',
    )
    console.log('|---|---|---|---|---|---|---|---|---|')
    for (const clients of CLIENTS) {
      const rounds: Readonly<Record<keyof typeof runners, Measured>>[] = []
      for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
        const measured = await measure(runners, clients, round)
        if (round >= 0) rounds.push(measured)
      }
      console.log(rowOf(clients, rounds))
    }
  } finally {
    await stage.close()
  }
}

type Runner = (place: number) => Promise<unknown>
type Runners = { readonly ours: Runner; readonly bare: Runner; readonly piped: Runner }

/** Instances of each way at the same place of the same model. */
async function prepare(stage: Stage): Promise<Runners> {
  const xml = tasksAfter(null, CLIENTS.length * (WARM_UP_ROUNDS + ROUNDS) + 3)
  const oursId = await stage.publish('OURS', xml)
  const bareId = await stage.publish('BARE', xml)
  await stage.start(oursId, INSTANCES + 1)
  await stage.start(bareId, 2 * INSTANCES + 2)
  const [another, ...ours] = await standingsOf(stage, oursId)
  const [first, second, ...rest] = await standingsOf(stage, bareId)
  if (!another || !first || !second) throw new Error('nothing was started')
  const complete = ({ itemId }: { readonly itemId: string | null }) =>
    stage.run('process.completeStep', { itemId: itemId ?? '', values: { isDone: true } })
  await complete(first)
  const bare = await BareSteps.like(stage, {
    ...{ containerId: bareId, instanceId: first.instanceId, ending: 'done' },
  })
  const changes = await changesOf(stage, () => complete(another))
  demandSame(changes, await changesOf(stage, () => bare.go([second])))
  await stage.settle()
  const items = ours.map(({ itemId }) => ({ itemId }))
  return {
    ours: async (place) => {
      const { activities } = await complete(items[place] ?? { itemId: null })
      items[place] = { itemId: activities.find(({ closedAt }) => closedAt === null)?.itemId ?? null }
    },
    bare: byStanding(bare, rest.slice(0, INSTANCES)),
    piped: byStanding(bare.pipelined(), rest.slice(INSTANCES)),
  }
}

function byStanding(bare: BareSteps, standings: readonly Standing[]): Runner {
  const now = [...standings]
  return async (place) => {
    const [next] = await bare.go(now.slice(place, place + 1))
    if (next) now[place] = next
  }
}

/** Each way in turn begins, so that none always has the quiet moment. */
async function measure(runners: Runners, clients: number, round: number) {
  const names = ['ours', 'bare', 'piped'] as const
  const measured = {} as Record<(typeof names)[number], Measured> // Filled below.
  for (const [place] of names.entries()) {
    const name = names[(place + round + names.length * WARM_UP_ROUNDS) % names.length] ?? 'ours'
    const settings = { clients, calls: INSTANCES, cpu: () => cpuOf(process.pid) }
    measured[name] = await load(settings, runners[name])
  }
  return measured
}

function rowOf(clients: number, rounds: readonly Readonly<Record<keyof Runners, Measured>>[]): string {
  const of = (name: keyof Runners, figure: keyof Measured) =>
    median(rounds.map((round) => round[name][figure]))
  const ratio = (name: keyof Runners) =>
    median(rounds.map((round) => round.ours.perSecond / round[name].perSecond)).toFixed(2)
  return `| ${[
    ...[
      clients,
      shown(of('ours', 'perSecond')),
      of('ours', 'p95').toFixed(1),
      of('ours', 'cpuPerCall').toFixed(2),
    ],
    ...[shown(of('bare', 'perSecond')), of('bare', 'cpuPerCall').toFixed(2), ratio('bare')],
    ...[shown(of('piped', 'perSecond')), ratio('piped')],
  ].join(' | ')} |`
}
