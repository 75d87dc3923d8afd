import type { BpmnEventDefinition, BpmnModel, BpmnNode } from '../model/bpmn-model.ts'
import type { BpmnService } from '../model/bpmn-service.ts'
import { type AllowedOrigin, isAllowedOrigin, originOf } from '../service/allowed-origin.ts'
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
    ...{ at: node.id, rule, detail, weight: MAY_COME.has(rule) ? 'warning' : 'error' },
  })
  const { calledElement, decisionRef, script, service, assignment } = node.work
  switch (node.type) {
    case 'sendTask':
    case 'receiveTask':
      if (service !== null) return hostFindings(service, around.known.origins, finding)
      return around.named.message.has(node.messageId ?? '')
        ? []
        : [finding('no-message', node.messageId ?? '')]
    case 'businessRuleTask':
      return referTo(decisionRef, around.known.decisions, (is) =>
        finding(`${is}-decision`, decisionRef ?? ''),
      )
    case 'callActivity':
      return around.inside.has(calledElement ?? '')
        ? []
        : referTo(calledKey(calledElement, around.known), around.known.processes, (is) =>
            finding(`${is}-called-process`, calledElement ?? ''),
          )
    case 'startEvent':
    case 'task':
    case 'manualTask':
    case 'userTask':
      // Whoever starts by an event is asked for nothing.
      return assignment.formKey === null || node.events.length > 0
        ? []
        : referTo(assignment.formKey, around.known.forms, () =>
            finding('unknown-form', assignment.formKey ?? ''),
          )
    case 'scriptTask':
      return script === null ? [finding('no-script', '')] : []
    case 'serviceTask':
      return service === null
        ? [finding('no-service', '')]
        : hostFindings(service, around.known.origins, finding)
    default:
      return []
  }
}

/** What stands in nobody's way of publishing: it may be there by the time somebody comes to it. */
const MAY_COME: ReadonlySet<LintRule> = new Set([
  ...(['unknown-called-process', 'unknown-host', 'no-script', 'no-service'] as const),
])

/** Calls go only where an administrator lets them. */
function hostFindings(
  { kind, url }: BpmnService,
  origins: readonly AllowedOrigin[] | null,
  finding: (rule: LintRule, detail: string) => ProcessFinding,
): readonly ProcessFinding[] {
  const origin = kind === 'http' && url !== null ? originOf(url) : null
  if (origin === null || origins === null || isAllowedOrigin(origins, origin)) return []
  const { protocol, hostname, port } = origin
  return [finding('unknown-host', `${protocol}//${hostname}${port === '' ? '' : `:${port}`}`)]
}

/** Keys are written in capitals, and found however somebody writes them. */
function calledKey(written: string | null, { processes }: KnownReferences): string | null {
  const key = written?.toUpperCase() ?? ''
  return processes?.has(key) ? key : written
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
