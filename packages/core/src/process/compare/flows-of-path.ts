import { nodesWithin } from '../lint/part.ts'
import type { BpmnContent, BpmnModel, BpmnNode } from '../model/bpmn-model.ts'

/**
 * The flows that an instance must have gone by, from the steps it went through: between each two the shortest way that
 * passes no other step. Where the model has no such way any more, nothing is said.
 *
 * @param stepIds elements in the order in which they were begun
 * @returns ids of flows, in no order, each once
 */
export function flowsOfPath(model: BpmnModel, stepIds: readonly string[]): ReadonlySet<string> {
  const flows = new Set<string>()
  for (const process of model.processes) {
    const net = netOf(process, new Set(stepIds))
    const [first, last] = [stepIds[0], stepIds.at(-1)]
    for (const start of first === undefined ? [] : net.starts) addWay(net, { from: start, to: first }, flows)
    for (const [place, id] of stepIds.entries()) {
      // With branches at once, the step before may be any that was begun earlier.
      const before = stepIds.slice(0, place).toReversed()
      before.some((from) => addWay(net, { from, to: id }, flows))
    }
    if (last !== undefined) net.ends.some((to) => addWay(net, { from: last, to }, flows))
  }
  return flows
}

type Way = { readonly from: string; readonly to: string | undefined }
type Net = {
  readonly next: ReadonlyMap<string, readonly { readonly flowId: string | null; readonly to: string }[]>
  readonly isStep: (id: string) => boolean
  readonly starts: readonly string[]
  readonly ends: readonly string[]
}

function netOf(content: BpmnContent, steps: ReadonlySet<string>): Net {
  const nodes = nodesWithin(content)
  const flows = [content, ...nodes.flatMap((node) => node.content ?? [])].flatMap((one) => one.flows)
  const bySource = Map.groupBy(flows, ({ sourceId }) => sourceId)
  const next = nodes.map((node) => {
    const own = (bySource.get(node.id) ?? []).map(({ id, targetId }) => ({ flowId: id, to: targetId }))
    const beside = nodes.filter(({ attachedToId }) => attachedToId === node.id)
    const jumps = [...beside, ...startsOf(node.content)].map(({ id }) => ({ flowId: null, to: id }))
    return [node.id, [...own, ...jumps]] as const
  })
  return {
    next: new Map(next),
    isStep: (id) => steps.has(id),
    starts: startsOf(content).map(({ id }) => id),
    ends: content.nodes.filter(({ type }) => type === 'endEvent').map(({ id }) => id),
  }
}

function startsOf(content: BpmnContent | null): readonly BpmnNode[] {
  return content?.nodes.filter(({ type }) => type === 'startEvent') ?? []
}

/** True: there is a way, and its flows were added. */
function addWay({ next, isStep }: Net, { from, to }: Way, flows: Set<string>): boolean {
  const cameBy = new Map<string, { readonly from: string; readonly flowId: string | null }>()
  const open = [from]
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const step of next.get(at) ?? []) {
      if (cameBy.has(step.to)) continue
      cameBy.set(step.to, { from: at, flowId: step.flowId })
      if (step.to !== to && !isStep(step.to)) open.push(step.to)
    }
    if (to !== undefined && cameBy.has(to)) break
  }
  let way = to === undefined ? undefined : cameBy.get(to)
  if (way === undefined) return false
  while (way) {
    if (way.flowId !== null) flows.add(way.flowId)
    way = way.from === from ? undefined : cameBy.get(way.from)
  }
  return true
}
