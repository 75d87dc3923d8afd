import type {
  BpmnContent,
  BpmnFlow,
  BpmnLane,
  BpmnMessageFlow,
  BpmnModel,
  BpmnNode,
  BpmnProcess,
} from '@millrace/core/process'
import { BpmnModdle } from 'bpmn-moddle'
import { isElement, type ModdleElement, manyOf, oneOf, textOf, typeOf } from './moddle-element.ts'
import { readExpression, readNode } from './read-node.ts'

/** Larger models, and deeper ones, are not read: nobody has drawn them. */
export const BPMN_LIMITS = { characters: 20_000_000, depth: 100 } as const

/** A model, or why there is none. */
export type ReadBpmn =
  | { readonly ok: true; readonly model: BpmnModel; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly code: 'bpmn.too_large' | 'bpmn.unreadable'; readonly detail: string }

/**
 * Reads a BPMN 2.0 file as far as it is executed.
 *
 * @returns the model with what the reader could not make sense of; or why the text is none
 * @see BPMN 2.0.2, clause 15 (exchange formats)
 */
export async function readBpmn(xml: string): Promise<ReadBpmn> {
  const { characters, depth } = BPMN_LIMITS
  if (xml.length > characters) return { ok: false, code: 'bpmn.too_large', detail: `${characters}` }
  const read = await parse(xml)
  if (!read.ok) return read
  const { root, warnings } = read
  if (depthOf(root) > depth) return { ok: false, code: 'bpmn.too_large', detail: `${depth}` }
  return { ok: true, model: modelOf(manyOf(root, 'rootElements')), warnings }
}

type Parsed =
  | { readonly ok: true; readonly root: ModdleElement; readonly warnings: readonly string[] }
  | Extract<ReadBpmn, { readonly ok: false }>

async function parse(xml: string): Promise<Parsed> {
  try {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(xml, 'bpmn:Definitions')
    if (!isElement(rootElement)) return { ok: false, code: 'bpmn.unreadable', detail: '' }
    return { ok: true, root: rootElement, warnings: warnings.map(({ message }) => message) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, code: 'bpmn.unreadable', detail }
  }
}

function modelOf(roots: readonly ModdleElement[]): BpmnModel {
  const typed = (type: string) => roots.filter((element) => typeOf(element) === type)
  const named = (type: string) =>
    typed(type).map((element) => ({ id: element.id ?? '', name: element.name ?? '' }))
  const coded = (type: string, property: string) =>
    typed(type).map((element) => ({
      ...{ id: element.id ?? '', name: element.name ?? '' },
      code: textOf(element, property),
    }))
  return {
    processes: typed('process').map(readProcess),
    messages: named('message'),
    signals: named('signal'),
    errors: coded('error', 'errorCode'),
    escalations: coded('escalation', 'escalationCode'),
    messageFlows: typed('collaboration').flatMap((collaboration) => readMessageFlows(collaboration)),
  }
}

function readMessageFlows(collaboration: ModdleElement): readonly BpmnMessageFlow[] {
  // A pool stands for its process.
  const endOf = (element: ModdleElement | null) =>
    element && (oneOf(element, 'processRef')?.id ?? element.id ?? '')
  return manyOf(collaboration, 'messageFlows').map((flow) => ({
    id: flow.id ?? '',
    sourceId: endOf(oneOf(flow, 'sourceRef')) ?? '',
    targetId: endOf(oneOf(flow, 'targetRef')) ?? '',
    messageId: oneOf(flow, 'messageRef')?.id ?? null,
  }))
}

function readProcess(element: ModdleElement): BpmnProcess {
  return {
    id: element.id ?? '',
    name: element.name ?? '',
    isExecutable: element.isExecutable === true,
    lanes: manyOf(element, 'laneSets').flatMap(readLanes),
    ...readContent(element),
  }
}

/** The innermost lanes: those within say more. */
function readLanes(set: ModdleElement): readonly BpmnLane[] {
  return manyOf(set, 'lanes').flatMap((lane) => {
    const inner = oneOf(lane, 'childLaneSet')
    const own = {
      ...{ id: lane.id ?? '', name: lane.name ?? '' },
      nodeIds: manyOf(lane, 'flowNodeRef').map(({ id }) => id ?? ''),
    }
    return inner ? [...readLanes(inner), own] : [own]
  })
}

function readContent(element: ModdleElement): BpmnContent {
  const elements = manyOf(element, 'flowElements')
  return {
    nodes: elements.flatMap((one): BpmnNode | readonly BpmnNode[] => {
      const node = readNode(one)
      return node
        ? { ...node, content: Array.isArray(one.flowElements) || isSub(one) ? readContent(one) : null }
        : []
    }),
    flows: elements.filter((one) => typeOf(one) === 'sequenceFlow').map(readFlow),
    associations: manyOf(element, 'artifacts')
      .filter((one) => typeOf(one) === 'association')
      .map((one) => ({
        sourceId: oneOf(one, 'sourceRef')?.id ?? '',
        targetId: oneOf(one, 'targetRef')?.id ?? '',
      })),
  }
}

function isSub(element: ModdleElement): boolean {
  return ['subProcess', 'transaction', 'adHocSubProcess'].includes(typeOf(element))
}

function readFlow(element: ModdleElement): BpmnFlow {
  return {
    id: element.id ?? '',
    name: element.name ?? '',
    sourceId: oneOf(element, 'sourceRef')?.id ?? '',
    targetId: oneOf(element, 'targetRef')?.id ?? '',
    condition: readExpression(oneOf(element, 'conditionExpression')),
  }
}

/** How deep sub-processes lie within each other, counted without going deep. */
function depthOf(root: ModdleElement): number {
  let level: readonly ModdleElement[] = manyOf(root, 'rootElements')
  let depth = 0
  while (level.length > 0 && depth <= BPMN_LIMITS.depth) {
    level = level.flatMap((element) => manyOf(element, 'flowElements'))
    depth += 1
  }
  return depth
}
