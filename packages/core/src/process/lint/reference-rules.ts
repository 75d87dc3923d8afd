import type { BpmnEventDefinition, BpmnModel, BpmnNode } from '../model/bpmn-model.ts'
import type { KnownReferences, LintRule, ProcessFinding } from './finding.ts'
import { allNodes } from './part.ts'

/** What is referred to and is not there, or should be referred to and is not. */
export function referenceFindings(model: BpmnModel, known: KnownReferences): readonly ProcessFinding[] {
  const named: Named = {
    message: new Set(model.messages.map(({ id }) => id)),
    signal: new Set(model.signals.map(({ id }) => id)),
    error: new Set(model.errors.map(({ id }) => id)),
    escalation: new Set(model.escalations.map(({ id }) => id)),
  }
  const inside = new Set(model.processes.map(({ id }) => id))
  return allNodes(model).flatMap((node) => [
    ...node.events.flatMap((event) => eventReference(node, event, named)),
    ...taskReference(node, { known, named, inside }),
  ])
}

type Named = Readonly<Record<'message' | 'signal' | 'error' | 'escalation', ReadonlySet<string>>>

const RULES = {
  message: 'no-message',
  signal: 'no-signal',
  error: 'no-error-code',
  escalation: 'no-escalation-code',
} as const satisfies Record<keyof Named, LintRule>

function eventReference(node: BpmnNode, event: BpmnEventDefinition, named: Named): readonly ProcessFinding[] {
  if (!('refId' in event)) return []
  const isThrown = node.type === 'endEvent' || node.type === 'intermediateThrowEvent'
  // Whoever catches an error or an escalation without a code catches every one.
  const mayBeOpen = (event.kind === 'error' || event.kind === 'escalation') && !isThrown
  if (event.refId === null && mayBeOpen) return []
  if (event.refId !== null && named[event.kind].has(event.refId)) return []
  return [{ at: node.id, rule: RULES[event.kind], weight: 'error', detail: event.refId ?? '' }]
}

type Around = {
  readonly known: KnownReferences
  readonly named: Named
  /** Processes of the same file. */
  readonly inside: ReadonlySet<string>
}

function taskReference(node: BpmnNode, around: Around): readonly ProcessFinding[] {
  const finding = (rule: LintRule, detail: string): ProcessFinding => ({
    ...{ at: node.id, rule, detail },
    weight: rule.startsWith('unknown') ? 'warning' : 'error',
  })
  const { calledElement, decisionRef, script, service, assignment } = node.work
  switch (node.type) {
    case 'sendTask':
    case 'receiveTask':
      return service !== null || around.named.message.has(node.messageId ?? '')
        ? []
        : [finding('no-message', node.messageId ?? '')]
    case 'businessRuleTask':
      return referTo(decisionRef, around.known.decisions, (is) =>
        finding(`${is}-decision`, decisionRef ?? ''),
      )
    case 'callActivity':
      return around.inside.has(calledElement ?? '')
        ? []
        : referTo(calledElement, around.known.processes, (is) =>
            finding(`${is}-called-process`, calledElement ?? ''),
          )
    case 'userTask':
      return assignment.formKey === null
        ? []
        : referTo(assignment.formKey, around.known.forms, () =>
            finding('unknown-form', assignment.formKey ?? ''),
          )
    case 'scriptTask':
      return script === null ? [{ ...finding('no-script', ''), weight: 'warning' }] : []
    case 'serviceTask':
      return service === null ? [{ ...finding('no-service', ''), weight: 'warning' }] : []
    default:
      return []
  }
}

/** What is not named is missing; what is not known where all are known, too. */
function referTo(
  id: string | null,
  known: ReadonlySet<string> | null,
  find: (is: 'no' | 'unknown') => ProcessFinding,
): readonly ProcessFinding[] {
  if (id === null) return [find('no')]
  return known === null || known.has(id) ? [] : [find('unknown')]
}
