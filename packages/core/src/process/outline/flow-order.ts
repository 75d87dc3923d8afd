import type { BpmnContent, BpmnFlow } from '../model/bpmn-model.ts'

/** The ways of a process or sub-process without those back. */
export type FlowOrder = {
  readonly outOf: ReadonlyMap<string, readonly BpmnFlow[]>
  readonly isBack: (flow: BpmnFlow) => boolean
  /** Where all ways from a split meet; else where those do that do not just end. */
  readonly meetOf: (id: string) => string | null
  /** An element with all that comes after it. */
  readonly after: (id: string) => ReadonlySet<string>
}

/** Puts the elements of a process or sub-process in order. Flows that lead nowhere are left out. */
export function orderFlows({ nodes, flows }: BpmnContent): FlowOrder {
  const known = new Set(nodes.map(({ id }) => id))
  const outOf = new Map<string, BpmnFlow[]>(nodes.map(({ id }) => [id, []]))
  for (const flow of flows) if (known.has(flow.targetId)) outOf.get(flow.sourceId)?.push(flow)
  const led = new Set(flows.map(({ targetId }) => targetId))
  const rank = (type: string, id: string) => (type === 'startEvent' ? 0 : led.has(id) ? 2 : 1)
  const roots = nodes.toSorted((a, b) => rank(a.type, a.id) - rank(b.type, b.id)).map(({ id }) => id)
  const { back, finished } = walkDepth(roots, withEdges(nodes, outOf))
  const forward = (id: string) => (outOf.get(id) ?? []).filter((flow) => !back.has(flow))
  const meets = new Meets(finished, forward)
  return {
    outOf,
    isBack: (flow) => back.has(flow),
    meetOf: (id) => meets.of(id),
    after: (id) => allAfter(id, forward),
  }
}

/** What follows an event on the edge of something comes after that. */
function withEdges(
  nodes: BpmnContent['nodes'],
  outOf: ReadonlyMap<string, readonly BpmnFlow[]>,
): ReadonlyMap<string, readonly BpmnFlow[]> {
  const ways = new Map([...outOf].map(([id, flows]) => [id, [...flows]]))
  for (const { id, attachedToId } of nodes) {
    const flow = { id: '', name: '', sourceId: attachedToId ?? '', targetId: id, condition: null }
    ways.get(attachedToId ?? '')?.push(flow)
  }
  return ways
}

/** Flows to where one has come by; and all elements, each after those that follow it. */
function walkDepth(roots: readonly string[], outOf: ReadonlyMap<string, readonly BpmnFlow[]>) {
  const [seen, open, back] = [new Set<string>(), new Set<string>(), new Set<BpmnFlow>()]
  const finished: string[] = []
  for (const root of roots) {
    if (seen.has(root)) continue
    const trail = [{ id: root, next: 0 }]
    seen.add(root)
    open.add(root)
    for (let at = trail.at(-1); at; at = trail.at(-1)) {
      const flow = outOf.get(at.id)?.[at.next]
      at.next += 1
      if (!flow) {
        finished.push(at.id)
        open.delete(at.id)
        trail.pop()
        continue
      }
      if (open.has(flow.targetId)) back.add(flow)
      if (seen.has(flow.targetId)) continue
      seen.add(flow.targetId)
      open.add(flow.targetId)
      trail.push({ id: flow.targetId, next: 0 })
    }
  }
  return { back, finished }
}

type Forward = (id: string) => readonly BpmnFlow[]

/** Where ways meet again: the nearest element that every way comes through. */
class Meets {
  readonly #meet = new Map<string, string | null>()
  readonly #depth = new Map<string, number>()
  readonly #reach = new Map<string, number>()
  constructor(finished: readonly string[], forward: Forward) {
    for (const id of finished) {
      const targets = forward(id).map(({ targetId }) => targetId)
      const common = targets.reduce<string | null | undefined>(
        (met, target) => (met === undefined ? target : this.#common(met, target)),
        undefined,
      )
      const meet = common ?? this.#meetOfMost(targets)
      this.#meet.set(id, meet)
      this.#depth.set(id, 1 + (meet === null ? 0 : (this.#depth.get(meet) ?? 0)))
      this.#reach.set(id, Math.max(0, ...targets.map((target) => 1 + this.#reachOf(target))))
    }
  }

  of(id: string): string | null {
    return this.#meet.get(id) ?? null
  }

  /** Ways that just end are left beside those that go on: these meet where the furthest does. */
  #meetOfMost(targets: readonly string[]): string | null {
    const [furthest = null] = targets.toSorted((a, b) => this.#reachOf(b) - this.#reachOf(a))
    return targets.reduce((met, target) => this.#common(met, target) ?? met, furthest)
  }

  #reachOf(id: string): number {
    return this.#reach.get(id) ?? 0
  }

  #common(one: string | null, other: string): string | null {
    let [a, b]: [string | null, string | null] = [one, other]
    while (a !== b) {
      if (a === null || b === null) return null
      const isDeeper = (this.#depth.get(a) ?? 0) >= (this.#depth.get(b) ?? 0)
      if (isDeeper) a = this.of(a)
      else b = this.of(b)
    }
    return a
  }
}

function allAfter(id: string, forward: Forward): ReadonlySet<string> {
  const found = new Set([id])
  for (const one of found) for (const { targetId } of forward(one)) found.add(targetId)
  return found
}
