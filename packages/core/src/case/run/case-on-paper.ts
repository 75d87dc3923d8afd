import type { Instant, Refusal } from '../../kernel/index.ts'
import type { CaseFault, CaseWarning } from '../compile/case-fault.ts'
import { compileCase } from '../compile/compile-case.ts'
import { advanceCase, type CaseAdvance, startCase } from '../engine/advance-case.ts'
import type { CaseCommand, CaseStep, CaseWorld } from '../engine/command.ts'
import type { CaseGraph, CaseVariables } from '../engine/graph.ts'
import type { CasePlanState, PlanItemRow } from '../engine/state.ts'
import { isOver } from '../engine/transitions.ts'
import { caseExpressions } from '../feel/case-expressions.ts'
import type { CaseModel } from '../model/case-model.ts'

/** A command as somebody writes it who knows items by their ids or names, and no rows. */
export type PaperCommand = {
  readonly kind: CaseCommand['kind']
  /** The item, of `file` that of the case file; null: it is about the case. */
  readonly item: string | null
  /** Of `plan`: the stage; null: the case itself. */
  readonly stage: string | null
  readonly values: CaseVariables
  /** Of `file`: what happened; of `fault`: why. */
  readonly text: string
  readonly value: unknown
}

/** What is said, when and by whom. */
export type PaperSaying = {
  readonly at: Instant
  readonly by: CaseWorld['by']
  readonly command: PaperCommand
}

/** What came of one saying, or of a timer that went off. */
export type PaperStep = {
  readonly at: Instant
  readonly by: CaseWorld['by']
  /** What was said; `start` at first, and `due` for timers. */
  readonly kind: CaseCommand['kind'] | 'start'
  readonly item: string | null
  readonly refusal: Refusal | null
  readonly step: CaseStep | null
}

/** A case that was led through its plan on paper. */
export type PaperRun = {
  readonly graph: CaseGraph
  readonly warnings: readonly CaseWarning[]
  readonly steps: readonly PaperStep[]
  /** Null: it could not even begin. */
  readonly state: CasePlanState | null
  /** Timers went off more often than anybody wants to read. */
  readonly isCutShort: boolean
}

/** Where and when a case is led. */
export type PaperSettings = {
  readonly variables: CaseVariables
  readonly sayings: readonly PaperSaying[]
  readonly moment: { readonly now: Instant; readonly zone: string }
  readonly dueOf: CaseWorld['dueOf']
}

/** More steps than this are a timer that never ends. */
export const PAPER_STEPS_MAX = 5_000

/**
 * Leads a case through its plan by the engine of the server, on a clock of its own: what is said is said in its order,
 * and timers go off in between when their moment comes.
 *
 * @returns what happened step by step; or what stands against executing the plan
 */
export function runCaseOnPaper(
  model: CaseModel,
  settings: PaperSettings,
):
  | { readonly ok: true; readonly run: PaperRun }
  | { readonly ok: false; readonly faults: readonly CaseFault[] } {
  const clock = { ...settings.moment }
  const compiled = compileCase(
    model,
    caseExpressions(() => clock),
  )
  if (!compiled.ok) return compiled
  const paper = new Paper(compiled.graph, settings, clock)
  paper.begin()
  for (const saying of settings.sayings) paper.say(saying)
  const { graph, warnings } = compiled
  const { steps, state, isCutShort } = paper
  return { ok: true, run: { graph, warnings, steps, state, isCutShort } }
}

class Paper {
  readonly steps: PaperStep[] = []
  state: CasePlanState | null = null
  isCutShort = false
  readonly #graph: CaseGraph
  readonly #settings: PaperSettings
  readonly #clock: { now: Instant }

  constructor(graph: CaseGraph, settings: PaperSettings, clock: { now: Instant }) {
    this.#graph = graph
    this.#settings = settings
    this.#clock = clock
  }

  begin(): void {
    const { variables } = this.#settings
    const begun = startCase({ graph: this.#graph, world: this.#world(null) }, { variables })
    this.#keep({ by: null, kind: 'start', item: null }, begun)
  }

  say({ at, by, command }: PaperSaying): void {
    this.#wait(at)
    if (this.state === null || this.isCutShort) return
    const { kind, item } = command
    const found = this.#commandOf(command, this.state)
    if (found === null) {
      const refusal = { code: 'case.item_not_found', params: { id: item } }
      this.#keep({ by, kind, item }, { ok: false, refusal })
      return
    }
    this.#advance({ by, kind, item }, found)
  }

  /** Lets time pass, and timers go off. */
  #wait(until: Instant): void {
    for (let due = this.#nextDue(until); due; due = this.#nextDue(until)) {
      if (this.steps.length >= PAPER_STEPS_MAX) {
        this.isCutShort = true
        return
      }
      this.#clock.now = Math.max(this.#clock.now, due.timer?.dueAt ?? 0)
      this.#advance({ by: null, kind: 'due', item: due.defId }, { kind: 'due', itemId: due.id })
    }
    this.#clock.now = Math.max(this.#clock.now, until)
  }

  #nextDue(until: Instant): PlanItemRow | undefined {
    const { state } = this
    if (state?.state !== 'active') return undefined
    // What rests with its stage goes off when that goes on.
    const isResting = new Set(state.items.filter((row) => row.state !== 'active').map(({ id }) => id))
    return state.items
      .filter((row) => row.state === 'available' && !isResting.has(row.parentId))
      .filter(({ timer }) => timer !== null && timer.dueAt <= until)
      .toSorted((a, b) => (a.timer?.dueAt ?? 0) - (b.timer?.dueAt ?? 0))[0]
  }

  #advance(said: Pick<PaperStep, 'by' | 'kind' | 'item'>, command: CaseCommand): void {
    if (this.state === null) return
    this.#keep(
      said,
      advanceCase({ graph: this.#graph, state: this.state, world: this.#world(said.by) }, command),
    )
  }

  #keep(said: Pick<PaperStep, 'by' | 'kind' | 'item'>, advanced: CaseAdvance): void {
    const at = this.#clock.now
    if (!advanced.ok) {
      this.steps.push({ at, ...said, refusal: advanced.refusal, step: null })
      // A timer that is refused would be due for ever.
      if (said.kind === 'due') this.isCutShort = true
      return
    }
    this.state = advanced.step.state
    this.steps.push({ at, ...said, refusal: null, step: advanced.step })
  }

  #world(by: CaseWorld['by']): CaseWorld {
    return { now: this.#clock.now, by, dueOf: this.#settings.dueOf }
  }

  /** Null: there is nothing of this name. */
  #commandOf(paper: PaperCommand, state: CasePlanState): CaseCommand | null {
    const { kind, values, text, value } = paper
    if (kind === 'change') return { kind, values }
    if (kind === 'plan') return this.#planning(paper, state)
    if (kind === 'file') {
      const fileItemId = this.#fileItem(paper.item)
      // Which transitions there are was asked when the script was read.
      const transition = text as Extract<CaseCommand, { readonly kind: 'file' }>['transition']
      return fileItemId === null ? null : { kind, fileItemId, transition, value }
    }
    if (paper.item === null) return { kind } as CaseCommand // About the case: it has its kind alone.
    const itemId = this.#row(paper.item, state)?.id
    if (itemId === undefined) return null
    if (kind === 'recount') return { kind, itemIds: [itemId] }
    return { kind, itemId, values, text }
  }

  #planning({ item, stage }: PaperCommand, state: CasePlanState): CaseCommand | null {
    const node =
      this.#graph.nodes.find(({ id }) => id === item) ?? this.#graph.nodes.find(({ name }) => name === item)
    const stageId = stage === null ? 0 : this.#row(stage, state)?.id
    return node === undefined || stageId === undefined ? null : { kind: 'plan', defId: node.id, stageId }
  }

  #fileItem(named: string | null): string | null {
    const items = [...this.#graph.file.values()]
    return (items.find(({ id }) => id === named) ?? items.find(({ name }) => name === named))?.id ?? null
  }

  /** The youngest row that is not over, or the youngest at all; by the id of its item before its name. */
  #row(named: string, { items }: CasePlanState): PlanItemRow | undefined {
    const nameOf = ({ defId }: PlanItemRow) => this.#graph.nodes[this.#graph.indexOf.get(defId) ?? -1]?.name
    const byId = items.filter(({ defId }) => defId === named)
    const rows = byId.length > 0 ? byId : items.filter((row) => nameOf(row) === named)
    return rows.findLast(({ state }) => !isOver(state)) ?? rows.at(-1)
  }
}
