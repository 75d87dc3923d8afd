import {
  type BpmnContent,
  type BpmnFlow,
  type BpmnModel,
  type BpmnNode,
  type BpmnNodeType,
  feelExpressions,
} from '@millrace/core/process'
import { bareNode } from '../write/linear-model.ts'
import { isListedStep, lanesOfRoles } from './listed-step.ts'
import type { ListBranch, ListItem, ListProblem, ListStep, StepList } from './step-list.ts'

/** What a list becomes a process of. */
export type ListedProcess = {
  readonly id: string
  readonly name: string
  /** Steps that are there already: a step of the same name keeps its id. */
  readonly known: readonly KnownStep[]
  /** Whether there is a lane for each role. */
  readonly hasLanes?: boolean
}

/** A step that is there already; what else is said of it, such as its form, goes along with its name. */
export type KnownStep = Pick<BpmnNode, 'id' | 'name'> & Partial<BpmnNode>

/** Makes a list a model. What of it cannot be is added to the problems. */
export function modelOfList(
  list: StepList,
  process: ListedProcess,
): { readonly model: BpmnModel; readonly problems: readonly ListProblem[] } {
  const maker = new ModelMaker(process)
  const content = maker.content(list.items, list.schedule)
  const { id, name, hasLanes = false } = process
  const lanes = hasLanes ? lanesOfRoles(content) : []
  return {
    problems: maker.problems,
    model: {
      processes: [{ id, name, isExecutable: true, lanes, ...content }],
      ...{ messages: [], signals: [], errors: [], escalations: [], messageFlows: [] },
    },
  }
}

/** Something from which it goes on, and by which answer. */
type Exit = { readonly nodeId: string; readonly branch: ListBranch | null }

/** What lies in a process or sub-process, and what is to be linked once all of it is there. */
type Draft = {
  readonly nodes: BpmnNode[]
  readonly flows: BpmnFlow[]
  readonly splits: BpmnNode[]
  readonly backs: { readonly exits: readonly Exit[]; readonly item: Back }[]
}

type Back = Extract<ListItem, { readonly kind: 'back' }>

const compile = feelExpressions(() => ({ now: 0, zone: 'UTC' }))

class ModelMaker {
  readonly problems: ListProblem[] = []
  readonly #taken = new Set<string>()
  readonly #known: Map<string, KnownStep[]>
  readonly #stepOf = new Map<string, string>()

  constructor({ id, known }: ListedProcess) {
    this.#taken.add(id)
    this.#known = Map.groupBy(known, ({ name }) => name)
    for (const step of known) this.#taken.add(step.id)
  }

  content(items: readonly ListItem[], schedule: StepList['schedule']): BpmnContent {
    const draft: Draft = { nodes: [], flows: [], splits: [], backs: [] }
    const start = bareNode('startEvent', { id: this.#id('start'), name: schedule?.written ?? '' })
    draft.nodes.push(schedule ? { ...start, events: [timer('cycle', schedule.rule)] } : start)
    const exits = this.#run(draft, items, [{ nodeId: start.id, branch: null }])
    if (exits.length > 0) this.#place(draft, this.#node('endEvent', ''), exits)
    this.#linkBacks(draft)
    nameDefaults(draft)
    return { nodes: draft.nodes, flows: draft.flows, associations: [] }
  }

  #run(draft: Draft, items: readonly ListItem[], from: readonly Exit[]): readonly Exit[] {
    return items.reduce<readonly Exit[]>((exits, item) => this.#item(draft, item, exits), from)
  }

  #item(draft: Draft, item: ListItem, from: readonly Exit[]): readonly Exit[] {
    switch (item.kind) {
      case 'step':
        return this.#step(draft, item, from)
      case 'choice':
        return this.#choice(draft, item.branches, from)
      case 'parallel':
        return this.#parallel(draft, item.items, from)
      case 'sequence':
        return this.#run(draft, item.items, from)
      case 'wait': {
        const node = this.#node('intermediateCatchEvent', item.name)
        return this.#place(draft, { ...node, events: [timer('duration', item.span)] }, from)
      }
      case 'end':
        this.#place(draft, this.#node('endEvent', item.name), from)
        return []
      case 'back':
        draft.backs.push({ exits: from, item })
        return []
    }
  }

  #step(draft: Draft, step: ListStep, from: readonly Exit[]): readonly Exit[] {
    const { role, expectedMin, effortMin, items, name, number } = step
    const known = this.#known.get(name)?.shift()
    const before = items.length > 0 ? partBefore(known) : stepBefore(known)
    const id = known?.id ?? this.#id('step')
    const assignment = { ...before.work.assignment, role, expectedMin, effortMin }
    const node = { ...before, id, name, work: { ...before.work, assignment } }
    if (number !== '' && !this.#stepOf.has(number)) this.#stepOf.set(number, id)
    return this.#place(draft, items.length > 0 ? { ...node, content: this.content(items, null) } : node, from)
  }

  #choice(draft: Draft, branches: readonly ListBranch[], from: readonly Exit[]): readonly Exit[] {
    const last = branches.at(-1)
    const otherwise = { line: 0, condition: null, items: [] }
    const all = last?.condition === null ? branches : [...branches, otherwise]
    const name = branches[0]?.condition ?? ''
    const split = this.#node('exclusiveGateway', `${name}?`)
    this.#place(draft, split, from)
    const exits = all.flatMap((branch) => this.#run(draft, branch.items, [{ nodeId: split.id, branch }]))
    const met = exits.length > 1 ? this.#place(draft, this.#node('exclusiveGateway', ''), exits) : exits
    draft.splits.push(split)
    return met
  }

  #parallel(draft: Draft, items: readonly ListItem[], from: readonly Exit[]): readonly Exit[] {
    const [split] = this.#place(draft, this.#node('parallelGateway', ''), from)
    if (!split) return []
    const exits = items.flatMap((item) => this.#item(draft, item, [split]))
    return exits.length > 1 ? this.#place(draft, this.#node('parallelGateway', ''), exits) : exits
  }

  #place(draft: Draft, node: BpmnNode, from: readonly Exit[]): readonly Exit[] {
    draft.nodes.push(node)
    this.#link(draft, from, node.id)
    return [{ nodeId: node.id, branch: null }]
  }

  #link(draft: Draft, from: readonly Exit[], targetId: string): void {
    for (const { nodeId, branch } of from) {
      const condition = branch?.condition ? conditionOf(branch.condition) : null
      const name = branch?.condition ?? ''
      draft.flows.push({ id: this.#id('flow'), name, sourceId: nodeId, targetId, condition })
    }
  }

  /** Steps may stand below what goes back to them from within another. */
  #linkBacks(draft: Draft): void {
    for (const { exits, item } of draft.backs) {
      const target = this.#stepOf.get(item.to)
      const isBeside = target !== undefined && draft.nodes.some(({ id }) => id === target)
      if (isBeside) this.#link(draft, exits, target)
      else this.problems.push({ line: item.line, code: 'list.back_unknown', text: item.to })
    }
  }

  #node(type: BpmnNodeType, name: string): BpmnNode {
    return bareNode(type, { id: this.#id(type.replace(/^.*(?=Gateway|Event)/, '').toLowerCase()), name })
  }

  #id(kind: string): string {
    for (let number = 1; ; number += 1) {
      const id = `${kind}_${number}`
      if (this.#taken.has(id)) continue
      this.#taken.add(id)
      return id
    }
  }
}

/** What is known of a step that has been there before: all but where it stands. */
function stepBefore(known: KnownStep | undefined): BpmnNode {
  const bare = bareNode('userTask', { id: '', name: '' })
  return known?.type && isListedStep(known) ? { ...bare, ...known } : bare
}

function partBefore(known: KnownStep | undefined): BpmnNode {
  const bare = bareNode('subProcess', { id: '', name: '' })
  return { ...bare, work: known?.work ?? bare.work }
}

/** Only when all is linked is it known which flow is for all other cases. */
function nameDefaults({ nodes, flows, splits }: Draft): void {
  for (const split of splits) {
    const flow = flows.find(({ sourceId, condition }) => sourceId === split.id && condition === null)
    nodes[nodes.indexOf(split)] = { ...split, defaultFlowId: flow?.id ?? null }
  }
}

function timer(kind: 'cycle' | 'duration', text: string): BpmnNode['events'][number] {
  const counting = { counts: 'clock', calendar: null } as const
  return { kind: 'timer', timer: { kind, expression: { text, language: null }, counting } }
}

/** A formula as it is; other words are a question that is answered with yes or no, by their own name. */
export function conditionOf(written: string): { readonly text: string; readonly language: null } {
  if (compile({ text: written, language: null }).ok) return { text: written, language: null }
  const name = written
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return { text: `${/^\d/.test(name) ? '_' : ''}${name} = true`, language: null }
}
