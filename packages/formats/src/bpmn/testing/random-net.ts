import type { BpmnFlow, BpmnLane, BpmnModel, BpmnNode, BpmnNodeType } from '@millrace/core/process'
import fc from 'fast-check'
import { bareNode } from '../write/linear-model.ts'

const TYPES: readonly BpmnNodeType[] = [
  ...(['userTask', 'userTask', 'exclusiveGateway', 'parallelGateway'] as const),
  ...(['startEvent', 'endEvent', 'intermediateCatchEvent', 'subProcess'] as const),
]

const anyType = fc.constantFrom(...TYPES)
const anyPlace = fc.nat({ max: 50 })

type Shape = {
  readonly types: readonly BpmnNodeType[]
  readonly links: readonly (readonly [number, number])[]
  readonly hosts: readonly number[]
  readonly lanes: readonly number[]
  readonly names: readonly string[]
}

/** Names of every length: none, short, in several lines, and longer than a line. */
const anyName = fc.constantFrom(
  ...[
    '',
    '',
    'Yes',
    'Approved?',
    'Costs more than the desk may spend',
    'Instandhaltungsrückstellungsprüfung',
  ],
)

/**
 * A model in which anything leads to anything: forks and joins without order, ways back, to itself, twice the same,
 * events on edges, pieces that nothing leads to, sub-processes, lanes or none.
 */
export const anyNet: fc.Arbitrary<BpmnModel> = fc
  .record<Shape>({
    types: fc.array(anyType, { minLength: 1, maxLength: 14 }),
    links: fc.array(fc.tuple(anyPlace, anyPlace), { maxLength: 24 }),
    hosts: fc.array(anyPlace, { maxLength: 4 }),
    names: fc.array(anyName, { minLength: 42, maxLength: 42 }),
    lanes: fc.oneof(fc.constant([]), fc.array(fc.nat({ max: 2 }), { minLength: 14, maxLength: 14 })),
  })
  .map(modelOfShape)

function modelOfShape({ types, links, hosts, lanes, names }: Shape): BpmnModel {
  const nodes = types.map((type, place) => ({ ...nodeOf(type, `n${place}`), name: names[place] ?? '' }))
  const tasks = nodes.filter(({ type }) => type === 'userTask' || type === 'subProcess')
  const boundaries = hosts.flatMap((host, place): readonly BpmnNode[] => {
    const task = tasks[host % Math.max(1, tasks.length)]
    const event = bareNode('boundaryEvent', { id: `b${place}`, name: names[14 + place] ?? '' })
    return task ? [{ ...event, attachedToId: task.id }] : []
  })
  const all = [...nodes, ...boundaries]
  const flows = links.map(([from, to], place): BpmnFlow => {
    const [source, target] = [all[from % all.length], nodes[to % nodes.length]]
    return {
      ...{
        id: `f${place}`,
        name: names[18 + place] ?? '',
        sourceId: source?.id ?? '',
        targetId: target?.id ?? '',
      },
      condition: null,
    }
  })
  const named = [0, 1, 2].map((lane): BpmnLane => {
    const nodeIds = nodes.flatMap(({ id }, place) => (lanes[place] === lane ? id : []))
    return { id: `lane${lane}`, name: '', nodeIds }
  })
  const process = {
    ...{ id: 'p', name: '', isExecutable: false, nodes: all, flows, associations: [] },
    lanes: lanes.length > 0 ? named : [],
  }
  const none = { messages: [], signals: [], errors: [], escalations: [], messageFlows: [] }
  return { processes: [process], ...none }
}

function nodeOf(type: BpmnNodeType, id: string): BpmnNode {
  const node = bareNode(type, { id, name: '' })
  if (type !== 'subProcess') return node
  const inside = [
    bareNode('task', { id: `${id}.a`, name: '' }),
    bareNode('task', { id: `${id}.b`, name: '' }),
  ]
  const flow = { id: `${id}.f`, name: '', sourceId: `${id}.a`, targetId: `${id}.b`, condition: null }
  return { ...node, content: { nodes: inside, flows: [flow], associations: [] } }
}
