import type { BpmnContent, BpmnFlow, BpmnModel, BpmnNode } from '../model/bpmn-model.ts'

/** What may differ of an element that is in both versions. */
export const MODEL_ASPECTS = [
  'name',
  'kind',
  'ends',
  'condition',
  'event',
  'loop',
  'who',
  'work',
  'place',
] as const
/** One of them. */
export type ModelAspect = (typeof MODEL_ASPECTS)[number]

/** How an element differs from one version of a model to another. Elements are the same by their id. */
export type ModelDifference = {
  readonly at: string
  readonly name: string
  readonly isFlow: boolean
  /** Moved: it lies in another part or lane, and says the same. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly aspects: readonly ModelAspect[]
}

/**
 * What is different between two versions of a model: elements and flows that came, went, say something else or lie
 * elsewhere. How they are drawn is not looked at.
 *
 * @returns first what the later version has in its order, then what is gone
 */
export function compareModels(earlier: BpmnModel, later: BpmnModel): readonly ModelDifference[] {
  const [before, after] = [placedIn(earlier), placedIn(later)]
  const come = [...after.values()].flatMap((now) => differenceOf(before.get(now.id), now))
  const gone = [...before.values()].filter(({ id }) => !after.has(id))
  return [...come, ...gone.map((one) => ({ ...titleOf(one), kind: 'removed' as const, aspects: [] }))]
}

type Placed = {
  readonly id: string
  readonly node: BpmnNode | null
  readonly flow: BpmnFlow | null
  /** The part it lies in, and its lane. */
  readonly place: string
}

function placedIn(model: BpmnModel): ReadonlyMap<string, Placed> {
  const all = model.processes.flatMap((process) => {
    const laneOf = new Map(
      process.lanes.toReversed().flatMap(({ id, nodeIds }) => nodeIds.map((node) => [node, id])),
    )
    return placedWithin(process, process.id, (id) => laneOf.get(id) ?? '')
  })
  return new Map(all.map((one) => [one.id, one]))
}

function placedWithin(
  { nodes, flows }: BpmnContent,
  part: string,
  laneOf: (id: string) => string,
): readonly Placed[] {
  return [
    ...nodes.flatMap((node): readonly Placed[] => [
      { id: node.id, node, flow: null, place: `${part} ${laneOf(node.id)}` },
      ...(node.content ? placedWithin(node.content, node.id, laneOf) : []),
    ]),
    ...flows.map((flow): Placed => ({ id: flow.id, node: null, flow, place: part })),
  ]
}

function titleOf({ id, node, flow }: Placed): Pick<ModelDifference, 'at' | 'name' | 'isFlow'> {
  return { at: id, name: node?.name ?? flow?.name ?? '', isFlow: flow !== null }
}

function differenceOf(before: Placed | undefined, now: Placed): readonly ModelDifference[] {
  if (!before) return [{ ...titleOf(now), kind: 'added', aspects: [] }]
  const aspects = MODEL_ASPECTS.filter((aspect) => !isSame(said(before, aspect), said(now, aspect)))
  if (aspects.length === 0) return []
  const isMoved = aspects.length === 1 && aspects[0] === 'place'
  return [{ ...titleOf(now), kind: isMoved ? 'moved' : 'changed', aspects }]
}

/** What an element says in one respect. */
function said(placed: Placed, aspect: ModelAspect): unknown {
  if (aspect === 'place') return placed.place
  if (placed.node) return OF_NODES[aspect](placed.node)
  return placed.flow && OF_FLOWS[aspect]?.(placed.flow)
}

type Saying = Exclude<ModelAspect, 'place'>

const OF_NODES: Readonly<Record<Saying, (node: BpmnNode) => unknown>> = {
  name: ({ name }) => name,
  kind: (node) => [node.type, node.isEventSubProcess, node.isInterrupting, node.isForCompensation],
  ends: ({ attachedToId }) => attachedToId,
  condition: ({ defaultFlowId, activation, adHoc }) => [defaultFlowId, activation, adHoc],
  event: ({ events, messageId }) => [events, messageId],
  loop: ({ loop }) => loop,
  who: ({ work }) => work.assignment,
  work: ({ work }) => ({ ...work, assignment: null }),
}

const OF_FLOWS: Partial<Readonly<Record<Saying, (flow: BpmnFlow) => unknown>>> = {
  name: ({ name }) => name,
  ends: ({ sourceId, targetId }) => [sourceId, targetId],
  condition: ({ condition }) => condition?.text,
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
