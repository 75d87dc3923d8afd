import type { BpmnAssignment, BpmnFlow, BpmnNode, BpmnNodeType } from '@millrace/core/process'
import { NO_ASSIGNMENT, NO_WORK } from '@millrace/core/process'
import { drawBpmn, writeBpmn } from '@millrace/formats/bpmn'
import type { NewDecisionTable } from '@millrace/formats/dmn'
import type { ProcessScript } from './process-script.ts'

const NODE: Omit<BpmnNode, 'id' | 'name' | 'type'> = {
  ...{ events: [], attachedToId: null, isInterrupting: true, defaultFlowId: null, isForCompensation: false },
  ...{ loop: null, content: null, isEventSubProcess: false, adHoc: null, isInstantiating: false },
  ...{ messageId: null, activation: null, work: NO_WORK },
}

/**
 * The model of a process of the story, with its picture. Its flow is written as `start -> Step -> Way? -> end`, and
 * `Way? -> Step : condition | Yes` for a way that is taken on a condition, with its name: names with a question mark are
 * exclusive gateways, those with a plus parallel ones, and `# Rule` asks a table.
 */
export function processModel(
  { key, name, steps, flow, decisions = {} }: ProcessScript,
  assignmentOf: (name: string) => Partial<BpmnAssignment>,
): string {
  const id = `process_${key.toLowerCase()}`
  const flows = flow.flatMap(readFlow)
  const names = new Set(flow.flatMap((line) => placesOf(line)))
  const known = new Set(steps.map((step) => step.name))
  const nodes = [...names].map((place): BpmnNode => {
    const type = typeOf(place, known)
    const assignment = { ...NO_ASSIGNMENT, ...(type === 'userTask' ? assignmentOf(place) : {}) }
    const unconditional = flows.find((one) => one.sourceId === idOf(place) && one.condition === null)
    const isChoice =
      type === 'exclusiveGateway' && flows.filter((one) => one.sourceId === idOf(place)).length > 1
    const decision = decisions[titleOf(place)]
    const work = {
      ...{ ...NO_WORK, assignment },
      ...(decision === undefined ? {} : { decisionRef: decision.key, resultVariable: resultOf(decision) }),
    }
    return {
      ...NODE,
      ...{ id: idOf(place), name: type === 'parallelGateway' ? '' : titleOf(place), type, work },
      defaultFlowId: isChoice ? (unconditional?.id ?? null) : null,
    }
  })
  const process = { id, name, isExecutable: true, lanes: [], nodes, flows, associations: [] }
  const nothing = { messages: [], signals: [], errors: [], escalations: [], messageFlows: [] }
  const drawn = drawBpmn(writeBpmn({ processes: [process], ...nothing }, `model_${key.toLowerCase()}`))
  if (!drawn.ok) throw new TypeError(`the model of ${key} cannot be drawn: ${drawn.refusal.code}`)
  return drawn.value
}

function placesOf(line: string): readonly string[] {
  const [path = ''] = line.split(/ : | \| /)
  return path.split(' -> ').map((place) => place.trim())
}

function readFlow(line: string): readonly BpmnFlow[] {
  const [said = '', name = ''] = line.split(' | ')
  const [, condition] = said.split(' : ')
  const places = placesOf(line)
  return places.slice(1).map((place, at) => {
    const [sourceId, targetId] = [idOf(places[at] ?? ''), idOf(place)]
    // Condition and name are those of the first way in the line.
    const text = at === 0 ? condition : undefined
    return {
      ...{ id: `flow_${sourceId}_${targetId}`, name: at === 0 ? name : '', sourceId, targetId },
      condition: text === undefined ? null : { text: text.trim(), language: null },
    }
  })
}

function idOf(place: string): string {
  return place
    .toLowerCase()
    .replaceAll('?', ' way')
    .replaceAll('+', 'all')
    .trim()
    .replaceAll(/[^a-z0-9]+/g, '_')
}

/** The variable that gets what a table of one result says. */
function resultOf({ table: { outputs } }: NewDecisionTable): string | null {
  return outputs[0]?.name ?? null
}

function titleOf(place: string): string {
  if (place.startsWith('# ')) return place.slice(2)
  if (place === 'start' || place === 'end') return ''
  return place.startsWith('end ') ? place.slice(4) : place
}

function typeOf(place: string, steps: ReadonlySet<string>): BpmnNodeType {
  if (steps.has(place)) return 'userTask'
  if (place === 'start') return 'startEvent'
  if (place === 'end' || place.startsWith('end ')) return 'endEvent'
  if (place.startsWith('+')) return 'parallelGateway'
  if (place.startsWith('#')) return 'businessRuleTask'
  if (place.endsWith('?')) return 'exclusiveGateway'
  throw new TypeError(`the story has no step ${place}`)
}
