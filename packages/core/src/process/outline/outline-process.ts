import type { BpmnContent, BpmnFlow, BpmnNode, BpmnProcess } from '../model/bpmn-model.ts'
import { type FlowOrder, orderFlows } from './flow-order.ts'
import type { OutlineBranch, OutlineEntry, OutlineOnward } from './outline.ts'

/**
 * What a process says as an ordered, nested list: every element once, in the order of the flow; ways of a split under
 * it, up to where they meet; what lies in sub-processes and what follows events on an edge under them. Says the same
 * as the picture.
 */
export function outlineProcess(process: BpmnProcess): readonly OutlineEntry[] {
  const laneOf = new Map<string, string>()
  for (const { name, nodeIds } of process.lanes)
    for (const id of nodeIds) if (!laneOf.has(id)) laneOf.set(id, name)
  return outlineContent(process, laneOf)
}

/** Depth is bounded by the readers of models. */
function outlineContent(content: BpmnContent, laneOf: ReadonlyMap<string, string>): readonly OutlineEntry[] {
  return new Outliner(content, laneOf).outline()
}

/** Where a way ends that others meet: elements from there on are not its own. */
type Bound = { readonly meet: string | null; readonly beyond: ReadonlySet<string> }

const UNBOUND: Bound = { meet: null, beyond: new Set() }

class Outliner {
  readonly #content: BpmnContent
  readonly #laneOf: ReadonlyMap<string, string>
  readonly #order: FlowOrder
  readonly #nodes: ReadonlyMap<string, BpmnNode>
  readonly #placed = new Set<string>()

  constructor(content: BpmnContent, laneOf: ReadonlyMap<string, string>) {
    this.#content = content
    this.#laneOf = laneOf
    this.#order = orderFlows(content)
    this.#nodes = new Map(content.nodes.map((node) => [node.id, node]))
  }

  outline(): readonly OutlineEntry[] {
    const led = new Set(this.#content.flows.map(({ targetId }) => targetId))
    const isHosted = ({ attachedToId }: BpmnNode) => attachedToId !== null && this.#nodes.has(attachedToId)
    const rank = (node: BpmnNode) => (node.type === 'startEvent' ? 0 : led.has(node.id) ? 2 : 1)
    const roots = this.#content.nodes.toSorted((a, b) => rank(a) - rank(b))
    // What nothing leads to comes after what begins; what only leads in a circle, last.
    return roots.flatMap((node) =>
      this.#placed.has(node.id) || isHosted(node) ? [] : this.#sequence(node, UNBOUND),
    )
  }

  /** An element and all that follows it, up to where other ways come in. */
  #sequence(first: BpmnNode, bound: Bound): readonly OutlineEntry[] {
    const entries: OutlineEntry[] = []
    for (let node: BpmnNode | undefined = first; node; ) {
      this.#placed.add(node.id)
      const { entry, next } = this.#entry(node, bound)
      entries.push(entry)
      node = next
    }
    return entries
  }

  #entry(
    node: BpmnNode,
    bound: Bound,
  ): { readonly entry: OutlineEntry; readonly next: BpmnNode | undefined } {
    const flows = this.#order.outOf.get(node.id) ?? []
    const [only] = flows.length === 1 ? flows : []
    const meet = only && this.#order.isBack(only) ? null : this.#order.meetOf(node.id)
    const entry = {
      ...{ node, lane: this.#laneOf.get(node.id) ?? null },
      branches: this.#branches(node, { flows, meet, bound }),
      attached: this.#attached(node, meet, bound),
      onward: only ? this.#onward(only, bound) : null,
      content: node.content ? outlineContent(node.content, this.#laneOf) : [],
    }
    return { entry, next: meet !== null && this.#isOpen(meet, bound) ? this.#nodes.get(meet) : undefined }
  }

  #branches(
    node: BpmnNode,
    {
      flows,
      meet,
      bound,
    }: { readonly flows: readonly BpmnFlow[]; readonly meet: string | null; readonly bound: Bound },
  ): readonly OutlineBranch[] {
    if (flows.length < 2) return []
    const inner = meet === null || !this.#isOpen(meet, bound) ? bound : this.#boundAt(meet, bound)
    return flows.map((flow) => {
      const onward = this.#onward(flow, inner)
      const target = onward.kind === 'next' ? this.#nodes.get(flow.targetId) : undefined
      return {
        ...{ flow, isDefault: node.defaultFlowId === flow.id },
        ...{ entries: target ? this.#sequence(target, inner) : [], onward: target ? null : onward },
      }
    })
  }

  /** What the activity itself leads to comes after it, not under what may happen meanwhile. */
  #attached(node: BpmnNode, next: string | null, bound: Bound): OutlineEntry['attached'] {
    const inner = next === null ? bound : this.#boundAt(next, bound)
    return this.#content.nodes
      .filter(({ id, attachedToId }) => attachedToId === node.id && !this.#placed.has(id))
      .map((event) => this.#sequence(event, inner))
  }

  #boundAt(meet: string, { beyond }: Bound): Bound {
    return { meet, beyond: new Set([...beyond, ...this.#order.after(meet)]) }
  }

  #onward(flow: BpmnFlow, bound: Bound): OutlineOnward {
    const { targetId } = flow
    if (this.#order.isBack(flow)) return { kind: 'back', flow }
    if (targetId === bound.meet && !this.#placed.has(targetId)) return { kind: 'join', flow }
    return { kind: this.#isOpen(targetId, bound) ? 'next' : 'elsewhere', flow }
  }

  #isOpen(id: string, { beyond }: Bound): boolean {
    return !this.#placed.has(id) && !beyond.has(id)
  }
}
