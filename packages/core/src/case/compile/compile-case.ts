import {
  type CaseGraph,
  type CaseNode,
  type CaseQuestion,
  type GraphDiscretionary,
  type GraphMapping,
  type GraphOnPart,
  type GraphSentry,
  type GraphTimer,
} from '../engine/graph.ts'
import type { CompileQuestion } from '../feel/case-expressions.ts'
import type {
  CaseExpression,
  CaseFileItem,
  CaseMapping,
  CaseModel,
  CaseTimer,
  OnPart,
  PlanItem,
  Sentry,
} from '../model/case-model.ts'
import { type CaseFault, type CaseWarning, faultAt } from './case-fault.ts'
import { endsAtOnce, isPerhaps } from './ends-at-once.ts'
import { findNever } from './find-never.ts'
import { findPlanFaults, planSizeFault } from './find-plan-faults.ts'
import { findWarnings } from './find-warnings.ts'
import { graphIndexes } from './graph-indexes.ts'
import { type PlacedItem, planItemsOf } from './plan-items.ts'

/** A plan made ready, with what is probably not meant; or everything that stands against executing it. */
export type CaseCompilation =
  | { readonly ok: true; readonly graph: CaseGraph; readonly warnings: readonly CaseWarning[] }
  | { readonly ok: false; readonly faults: readonly CaseFault[] }

/**
 * Makes a plan ready to be executed, once for all its cases. Nothing that a model says is left out silently: what cannot
 * be executed is named.
 *
 * @param compile how expressions are understood: `caseExpressions`
 */
export function compileCase(model: CaseModel, compile: CompileQuestion): CaseCompilation {
  const tooLarge = planSizeFault(model)
  if (tooLarge) return { ok: false, faults: [tooLarge] }
  const placed = planItemsOf(model)
  const misbuilt = findPlanFaults(model)
  const compiler = new Compiler(model, placed, compile)
  const graph = compiler.graph()
  const faults = [...misbuilt, ...compiler.faults]
  // Where something refers into the void, nothing can be said of what begins.
  if (misbuilt.length === 0) faults.push(...findEndless(placed), ...findNever(model, placed))
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, graph, warnings: findWarnings(model, placed) }
}

/** Repeats without a criterion, and is over as soon as it begins: would go on forever. */
function findEndless(placed: readonly PlacedItem[]): readonly CaseFault[] {
  return placed
    .filter(({ item }) => item.entry.length === 0 && isPerhaps(item.repetition) && endsAtOnce(item))
    .map(({ item }) => faultAt(item.id, 'endless'))
}

class Compiler {
  readonly faults: CaseFault[] = []
  readonly #model: CaseModel
  readonly #placed: readonly PlacedItem[]
  readonly #compile: CompileQuestion
  readonly #indexOf: ReadonlyMap<string, number>
  readonly #parents: readonly number[]

  constructor(model: CaseModel, placed: readonly PlacedItem[], compile: CompileQuestion) {
    this.#model = model
    this.#placed = placed
    this.#compile = compile
    this.#indexOf = new Map([
      [model.id, 0],
      ...placed.map(({ item }, place) => [item.id, place + 1] as const),
    ])
    this.#parents = [-1, ...placed.map(({ parentId }) => this.#place(parentId))]
  }

  graph(): CaseGraph {
    const { id, name, file, roles } = this.#model
    const nodes = [this.#root(), ...this.#placed.map((one, place) => this.#node(one, place + 1))]
    return {
      ...{ id, name, nodes, indexOf: this.#indexOf },
      ...graphIndexes(nodes),
      file: new Map(fileEntries(file)),
      roles,
    }
  }

  #root(): CaseNode {
    const { id, name, description, exit, root } = this.#model
    return {
      ...EMPTY,
      ...{ index: 0, id, name, description, kind: 'case', parent: -1, depth: 0 },
      exit: exit.map((sentry) => this.#sentry(sentry, 0)),
      autoComplete: root.autoComplete,
      ...this.#inside(0),
    }
  }

  #node({ item, parentId, discretionary }: PlacedItem, index: number): CaseNode {
    const { id, name, description, kind, content, work } = item
    return {
      ...EMPTY,
      ...{ index, id, name, description, kind, parent: this.#place(parentId), depth: this.#depth(index) },
      isDiscretionary: discretionary !== null,
      entry: item.entry.map((sentry) => this.#sentry(sentry, index)),
      exit: item.exit.map((sentry) => this.#sentry(sentry, index)),
      manualActivation: this.#question(item.manualActivation, id),
      required: this.#question(item.required, id),
      repetition: this.#question(item.repetition, id),
      isBlocking: item.isBlocking,
      autoComplete: content?.autoComplete ?? false,
      ...(content ? this.#inside(index) : {}),
      timer: this.#timer(item.timer, index),
      inputs: this.#mappings(work?.inputs ?? [], id),
      outputs: this.#mappings(work?.outputs ?? [], id),
      otherThan: this.#otherThan(item),
      work,
    }
  }

  #inside(index: number): Pick<CaseNode, 'children' | 'discretionary'> {
    const children: number[] = []
    const discretionary: GraphDiscretionary[] = []
    for (const [place, { item, discretionary: entry }] of this.#placed.entries()) {
      if (this.#parents[place + 1] !== index) continue
      if (entry === null) children.push(place + 1)
      else
        discretionary.push({
          node: place + 1,
          roles: entry.roles,
          applicability: this.#question(entry.applicability, item.id),
          beside: entry.besideId === null ? -1 : this.#place(entry.besideId),
        })
    }
    return { children, discretionary }
  }

  #sentry({ id, name, onParts, ifPart }: Sentry, waiting: number): GraphSentry {
    return {
      ...{ id, name },
      onParts: onParts.map((part) => this.#onPart(part, waiting)),
      ifPart: this.#question(ifPart, id),
    }
  }

  #onPart(part: OnPart, waiting: number): GraphOnPart {
    if (part.on === 'file') return part
    const { sourceId, transition, exitCriterionId } = part
    const source = this.#place(sourceId)
    return { on: 'plan', source, transition, exitCriterionId, shared: this.#shared(source, waiting) }
  }

  #timer(timer: CaseTimer | null, index: number): GraphTimer | null {
    if (timer === null) return null
    const question = this.#question(timer.expression, this.#placed[index - 1]?.item.id ?? '')
    if (question === null) return null
    if (timer.from === null) return { question, from: null }
    const source = this.#place(timer.from.sourceId)
    const { transition } = timer.from
    return { question, from: { source, transition, shared: this.#shared(source, index) } }
  }

  #mappings(mappings: readonly CaseMapping[], at: string): readonly GraphMapping[] {
    return mappings.flatMap(({ source, target }) => {
      const question = this.#question(source, at)
      return question ? [{ source: question, target }] : []
    })
  }

  /** Whoever has to be somebody else than another is somebody that the other has to be different from. */
  #otherThan({ id, work }: PlanItem): readonly number[] {
    const back = this.#placed
      .filter(({ item }) => item.work?.otherThan.includes(id))
      .map(({ item }) => item.id)
    return [...new Set([...(work?.otherThan ?? []), ...back])].map((other) => this.#place(other))
  }

  #question(text: CaseExpression | null, at: string): CaseQuestion | null {
    if (text === null) return null
    const compiled = this.#compile(text)
    if (compiled.ok) return compiled.question
    const { fault: detail, from, to } = compiled
    this.faults.push({ at, kind: 'expression', detail, place: { from, to } })
    return null
  }

  /** Unknown ids are faults found elsewhere; until then they stand for the case. */
  #place(id: string): number {
    return this.#indexOf.get(id) ?? 0
  }

  #depth(index: number): number {
    return this.#around(index).length - 1
  }

  /** The item and all stages around it, from the case inwards. */
  #around(index: number): readonly number[] {
    const way: number[] = []
    for (let at = index; at >= 0; at = this.#parents[at] ?? -1) way.unshift(at)
    return way
  }

  /** Whoever waits for itself waits for another round, in the stage around. */
  #shared(source: number, waiting: number): number {
    if (source === waiting) return this.#parents[waiting] ?? 0
    const [one, other] = [this.#around(source), this.#around(waiting)]
    let shared = 0
    for (let depth = 0; depth < one.length && one[depth] === other[depth]; depth++) shared = one[depth] ?? 0
    return shared
  }
}

function fileEntries(file: readonly CaseFileItem[]): readonly (readonly [string, CaseFileItem])[] {
  return file.flatMap((item) => [[item.id, item] as const, ...fileEntries(item.children)])
}

const EMPTY = {
  ...{ isDiscretionary: false, entry: [], exit: [], manualActivation: null, required: null },
  ...{ repetition: null, isBlocking: true, children: [], autoComplete: false, discretionary: [] },
  ...{ timer: null, inputs: [], outputs: [], otherThan: [], work: null },
} as const
