import {
  adaptCase,
  advanceCase,
  type CaseCommand,
  type CaseGraph,
  type CaseModel,
  type CasePlanState,
  type CaseQuestion,
  startCase,
  viewPlan,
} from '@millrace/core/case'
import { compileQuestion, graphOf, worldAt } from '../../packages/core/src/case/testing/case-walk.ts'
import { NaiveCase } from '../../packages/core/src/case/testing/naive-case.ts'
import { planFromText } from '../../packages/core/src/case/testing/plan-text.ts'

const CHAINS = 7
const REPEATS = 15
const WORLD = worldAt(1)

/** Stages that go on side by side, each with chains of work that wait for each other, also across stages. */
function planText(count: number): string {
  const stages = Array.from({ length: count }, (_, stage) => {
    const chains = Array.from({ length: CHAINS }, (_, chain) => {
      const name = (part: string) => `${part}${stage}x${chain}`
      const other = `M${(stage + 1) % count}x${chain}`
      return [
        `  task ${name('A')}; exit if isStopped`,
        `  task ${name('B')}; required; enter on ${name('A')} complete if amount > ${chain}`,
        `  milestone ${name('M')}; enter on ${name('B')} complete`,
        `  task ${name('C')}; manual isCareful; enter on ${name('M')} occur + ${other} occur; enter on file Report update`,
      ].join('\n')
    })
    return `stage S${stage}; auto\n${chains.join('\n')}\n  task D${stage}; manual`
  })
  return `file Report\n${stages.join('\n')}`
}

/** One plan that is led to its end. */
class Subject {
  readonly model: CaseModel
  readonly graph: CaseGraph
  readonly course: readonly CaseCommand[]
  readonly #questions = new Map<string, CaseQuestion>()

  constructor(stages: number) {
    this.model = planFromText(planText(stages))
    this.graph = graphOf(this.model)
    this.course = this.#courseToTheEnd()
  }

  begin(): CasePlanState {
    const begun = startCase({ graph: this.graph, world: WORLD }, { variables: { amount: 0 } })
    if (!begun.ok) throw new TypeError(begun.refusal.code)
    return begun.step.state
  }

  tell(state: CasePlanState, command: CaseCommand): CasePlanState {
    const advanced = advanceCase({ graph: this.graph, state, world: WORLD }, command)
    if (!advanced.ok) throw new TypeError(advanced.refusal.code)
    return advanced.step.state
  }

  after(commands: readonly CaseCommand[]): CasePlanState {
    return commands.reduce((state, command) => this.tell(state, command), this.begin())
  }

  naiveAfter(commands: readonly CaseCommand[]): NaiveCase {
    const naive = new NaiveCase(this.model, { amount: 0 }, (text) => this.#question(text))
    for (const command of commands) naive.tell(command)
    return naive
  }

  /** Whatever is active is done, the first first. */
  #courseToTheEnd(): readonly CaseCommand[] {
    const said: CaseCommand[] = [{ kind: 'change', values: { amount: 100 } }]
    let state = this.after(said)
    for (;;) {
      const next = state.items.find((row) => row.state === 'active' && !row.defId.startsWith('S'))
      if (!next) return said
      const command: CaseCommand = { kind: 'complete', itemId: next.id, values: {} }
      said.push(command)
      state = this.tell(state, command)
    }
  }

  #question(text: string): CaseQuestion {
    const known = this.#questions.get(text)
    if (known) return known
    const compiled = compileQuestion(text)
    if (!compiled.ok) throw new TypeError(text)
    this.#questions.set(text, compiled.question)
    return compiled.question
  }
}

/** CPU milliseconds a time, the median of several rounds. */
function measure(times: number, act: () => void): number {
  const found: number[] = []
  for (let round = 0; round < REPEATS; round++) {
    const before = process.cpuUsage()
    for (let time = 0; time < times; time++) act()
    const { user, system } = process.cpuUsage(before)
    found.push((user + system) / times / 1000)
  }
  return found.toSorted((a, b) => a - b)[REPEATS >> 1] ?? 0
}

function report(stages: number): void {
  const subject = new Subject(stages)
  const { graph, course } = subject
  const half = course.slice(0, course.length >> 1)
  const state = subject.after(half)
  const naive = subject.naiveAfter(half)
  const size = graph.nodes.length - 1
  const row = (what: string, indexed: number, plain: number | null) =>
    console.log(
      `| ${size} | ${what} | ${indexed.toFixed(3)} | ${plain === null ? '' : plain.toFixed(3)} | ${plain === null ? '' : (plain / indexed).toFixed(1)} |`,
    )
  let amount = 100
  const nextAmount = (): CaseCommand => ({ kind: 'change', values: { amount: ++amount } })
  row(
    'a command, on the way to the end',
    measure(1, () => subject.after(course)) / course.length,
    measure(1, () => subject.naiveAfter(course)) / course.length,
  )
  row(
    'a value that a fifth of the criteria ask for',
    measure(20, () => subject.tell(state, nextAmount())),
    measure(4, () => naive.tell(nextAmount())),
  )
  row(
    'the whole plan evaluated anew',
    measure(20, () => adaptCase({ from: graph, to: graph, state, world: WORLD })),
    null,
  )
  row(
    'where each step stands, for a page',
    measure(20, () => viewPlan({ model: subject.model, graph, state }, null)),
    null,
  )
}

console.log(`Plans of cases: CPU of the process, median of ${REPEATS}\n`)
console.log('| items | | ms | looking at everything, ms | ratio |\n|---|---|---|---|---|')
for (const stages of [10, 40]) report(stages)
