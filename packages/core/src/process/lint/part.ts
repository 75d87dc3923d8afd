import { beginsWithScope } from '../engine/content-places.ts'
import type { BpmnContent, BpmnFlow, BpmnModel, BpmnNode, BpmnProcess } from '../model/bpmn-model.ts'

/** A process or a sub-process as rules look at it: what lies in it, and how it hangs together. */
export type Part = {
  /** The element itself; null for the process. */
  readonly owner: BpmnNode | null
  readonly id: string
  readonly content: BpmnContent
  readonly incoming: (nodeId: string) => readonly BpmnFlow[]
  readonly outgoing: (nodeId: string) => readonly BpmnFlow[]
  readonly nodeOf: (nodeId: string) => BpmnNode | undefined
  readonly boundariesOf: (nodeId: string) => readonly BpmnNode[]
}

/** A process and every sub-process in it, from the outside in. */
export function partsOf(process: BpmnProcess): readonly Part[] {
  return [partOf(null, process.id, process), ...innerParts(process)]
}

function innerParts({ nodes }: BpmnContent): readonly Part[] {
  return nodes.flatMap((node) =>
    node.content ? [partOf(node, node.id, node.content), ...innerParts(node.content)] : [],
  )
}

function partOf(owner: BpmnNode | null, id: string, content: BpmnContent): Part {
  const nodes = new Map(content.nodes.map((node) => [node.id, node]))
  const byTarget = Map.groupBy(content.flows, ({ targetId }) => targetId)
  const bySource = Map.groupBy(content.flows, ({ sourceId }) => sourceId)
  const byHost = Map.groupBy(content.nodes, ({ attachedToId }) => attachedToId)
  return {
    ...{ owner, id, content },
    incoming: (nodeId) => byTarget.get(nodeId) ?? [],
    outgoing: (nodeId) => bySource.get(nodeId) ?? [],
    nodeOf: (nodeId) => nodes.get(nodeId),
    boundariesOf: (nodeId) => byHost.get(nodeId) ?? [],
  }
}

/** Where tokens go on from a throwing link: the catching ones of its name. */
export function linkTargets({ content }: Part, node: BpmnNode): readonly BpmnNode[] {
  const [event] = node.events
  if (event?.kind !== 'link' || node.type === 'intermediateCatchEvent') return []
  return content.nodes.filter(({ type, events: [other] }) => {
    return type === 'intermediateCatchEvent' && other?.kind === 'link' && other.name === event.name
  })
}

/** What begins with its part although nothing leads there, and is no start event. */
export function beginsByItself({ incoming }: Part, node: BpmnNode): boolean {
  return beginsWithScope(node) && incoming(node.id).length === 0
}

/** Whether somebody or something is at work there. */
export function isActivity({ type }: BpmnNode): boolean {
  return !type.endsWith('Event') && !type.endsWith('Gateway')
}

/** Everything that lies in a model, at any depth. */
export function allNodes(model: BpmnModel): readonly BpmnNode[] {
  return model.processes.flatMap(nodesWithin)
}

/** Everything that lies in a process or sub-process, at any depth. */
export function nodesWithin({ nodes }: BpmnContent): readonly BpmnNode[] {
  return nodes.flatMap((node) => [node, ...(node.content ? nodesWithin(node.content) : [])])
}
