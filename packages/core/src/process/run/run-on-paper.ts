import { WorkingClocks } from '../../calendar/index.ts'
import type { Instant } from '../../kernel/index.ts'
import { advanceProcess, type NotFitting, type ProcessCommand } from '../engine/advance-process.ts'
import { compileProcess } from '../engine/compile-process.ts'
import type { GraphNode, ProcessGraph, Variables } from '../engine/graph.ts'
import type { ProcessDemand, ProcessHappening } from '../engine/machine.ts'
import type { ProcessFault } from '../engine/process-fault.ts'
import { NOT_STARTED, type ProcessState } from '../engine/state.ts'
import { type FeelMoment, feelExpressions } from '../feel/feel-expressions.ts'
import type { BpmnModel, BpmnWork } from '../model/bpmn-model.ts'
import { timerDues } from '../time/timer-dues.ts'
import { type BegunWork, nextMove } from './next-move.ts'
import { AnswerBook, type RunAnswers } from './run-answers.ts'

/** What a rule task asks, of whoever knows the decisions. */
export type AskedRule = {
  readonly work: BpmnWork
  readonly variables: Variables
  readonly moment: FeelMoment
}

/** How a run on paper goes. */
export type RunSettings = {
  readonly variables: Variables
  /** The event that it begins with; null: by hand. */
  readonly at: string | null
  readonly answers: RunAnswers
  /** Whether work of people waits for them where no answer is given; else it is done at once. */
  readonly waitsForPeople: boolean
  /** Where the clock stands at first, and on which wall. */
  readonly moment: FeelMoment
  /** Values by which a decision is answered, or why it is not. */
  readonly decide: (asked: AskedRule) => { readonly values: Variables } | { readonly fault: string }
}

/** One thing that was said, asked for, or happened, and when. */
export type RunEvent = { readonly at: Instant } & (
  | { readonly said: ProcessCommand }
  | { readonly happened: ProcessHappening }
  | { readonly asked: ProcessDemand }
)

/** A run as far as it came. */
export type RunOutcome = {
  readonly graph: ProcessGraph
  readonly state: ProcessState
  readonly events: readonly RunEvent[]
  /** When it came to rest. */
  readonly endedAt: Instant
  /** Whether it went on for longer than anybody wants to read. */
  readonly isCutShort: boolean
}

/** More than this is said to no instance on paper. */
export const RUN_COMMANDS_MAX = 10_000

/**
 * Runs a process by itself, on a clock of its own: work is done as the answers say, or at once with nothing coming of
 * it; events happen that answers are given for; and when nothing else is to be done, the clock goes on to the timer
 * that is due next. The same model, settings and answers always give the same run.
 *
 * @returns the run; everything that stands against executing the model; or that it does not begin there (`no-node`)
 */
export function runOnPaper(
  model: BpmnModel,
  processId: string,
  settings: RunSettings,
):
  | { readonly ok: true; readonly outcome: RunOutcome }
  | { readonly ok: false; readonly faults: readonly ProcessFault[] }
  | { readonly ok: false; readonly fault: NotFitting } {
  const clock = new PaperClock(settings.moment)
  const compile = feelExpressions(() => clock.moment)
  const compiled = compileProcess(model, processId, compile)
  if (!compiled.ok) return compiled
  const run = new PaperRun(compiled.graph, settings, clock)
  const fault = run.begin()
  if (fault !== null) return { ok: false, fault }
  run.goOn()
  return { ok: true, outcome: run.outcome() }
}

/** The time of one run: it only goes forward. */
class PaperClock {
  #moment: FeelMoment

  constructor(moment: FeelMoment) {
    this.#moment = moment
  }

  get moment(): FeelMoment {
    return this.#moment
  }

  goTo(at: Instant): void {
    this.#moment = { ...this.#moment, now: Math.max(this.#moment.now, at) }
  }
}

class PaperRun {
  readonly #graph: ProcessGraph
  readonly #settings: RunSettings
  readonly #clock: PaperClock
  readonly #book: AnswerBook
  readonly #dueOf: ReturnType<typeof timerDues>
  readonly #work = new Map<number, BegunWork>()
  readonly #armed = new Map<number, Instant>()
  readonly #events: RunEvent[] = []
  #state: ProcessState = NOT_STARTED
  #said = 0

  constructor(graph: ProcessGraph, settings: RunSettings, clock: PaperClock) {
    this.#graph = graph
    this.#settings = settings
    this.#clock = clock
    this.#book = new AnswerBook(settings.answers)
    const { now, zone } = settings.moment
    this.#dueOf = timerDues({ timeZone: zone, clocks: new WorkingClocks([], now / 60_000), calendar: null })
  }

  begin(): NotFitting | null {
    const { variables, at } = this.#settings
    if (!this.#beginsAt(at)) return 'no-node'
    return this.#tell({ kind: 'start', variables, ...(at === null ? {} : { at }) })
  }

  #beginsAt(at: string | null): boolean {
    const [root] = this.#graph.nodes
    const starts = (root?.starts ?? []).flatMap((index) => this.#graph.nodes[index] ?? [])
    if (at !== null) return starts.some(({ id }) => id === at)
    return starts.some(({ event }) => event.kind === 'none') || (root?.implicitStarts.length ?? 0) > 0
  }

  /** Until nothing is left that happens by itself. */
  goOn(): void {
    while (this.#state.status === 'running' && this.#said < RUN_COMMANDS_MAX) {
      const move = nextMove(this.#graph, this.#state, {
        ...{ book: this.#book, work: this.#work, armed: this.#armed, dueOf: this.#dueOf },
        now: this.#clock.moment.now,
        waitsForPeople: this.#settings.waitsForPeople,
      })
      if (move === null) return
      this.#clock.goTo(move.at)
      if (move.element !== null) this.#book.take(move.element)
      const fault = this.#tell(move.rule === null ? move.command : this.#answered(move.rule))
      if (fault !== null) throw new TypeError(`what comes next does not fit: ${fault}`)
    }
  }

  outcome(): RunOutcome {
    return {
      ...{ graph: this.#graph, state: this.#state, events: this.#events },
      endedAt: this.#clock.moment.now,
      isCutShort: this.#state.status === 'running' && this.#said >= RUN_COMMANDS_MAX,
    }
  }

  /** What a decision says, or that somebody has to look. */
  #answered({ tokenId, node }: { readonly tokenId: number; readonly node: GraphNode }): ProcessCommand {
    const variables = this.#work.get(tokenId)?.variables ?? {}
    const answer = this.#settings.decide({ work: node.work, variables, moment: this.#clock.moment })
    return 'fault' in answer
      ? { kind: 'fail', tokenId, text: answer.fault }
      : { kind: 'complete', tokenId, values: answer.values }
  }

  #tell(command: ProcessCommand): NotFitting | null {
    const at = this.#clock.moment.now
    const world = { now: at, dueOf: this.#dueOf }
    const advanced = advanceProcess({ graph: this.#graph, state: this.#state, world }, command)
    if (!advanced.ok) return advanced.fault
    const { state, history, demands } = advanced.step
    this.#said += 1
    this.#state = state
    this.#events.push({ at, said: command })
    for (const happened of history) this.#events.push({ at, happened })
    for (const asked of demands) {
      this.#events.push({ at, asked })
      if (asked.kind === 'begin-work')
        this.#work.set(asked.tokenId, { since: at, variables: asked.variables })
    }
    for (const { id } of state.waits) if (!this.#armed.has(id)) this.#armed.set(id, at)
    return null
  }
}
