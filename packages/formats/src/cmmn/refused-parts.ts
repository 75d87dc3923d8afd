import type { XmlElement } from '../xml/index.ts'
import type { CmmnRefused } from './limits.ts'
import { foreignOf } from './written.ts'

/** Elements that would change how a plan goes on, wherever they stand: rules and code of other programs. */
const ELEMENTS: ReadonlySet<string> = new Set([
  ...['completionNeutralRule', 'parentCompletionRule', 'reactivationRule', 'variableOnPart'],
  ...['planItemLifecycleListener', 'caseLifecycleListener', 'taskListener', 'variableListener'],
  ...['caseExecutionListener', 'parameterMapping', 'caseFileItemStartTrigger'],
])

/** Attributes that say something which is not executed, each with the value that changes nothing. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  repetitionRule: {
    ...{ maxInstanceCount: null, collectionVariable: null, repeatOnStandardEvent: null },
    ignoreRepetitionCounterVariable: 'false',
  },
  exitCriterion: { exitType: 'default', exitEventType: 'exit' },
  casePlanModel: { autoCompleteCondition: null },
  stage: { autoCompleteCondition: null },
  userEventListener: { availableCondition: null, authorizedRoleRefs: null },
  timerEventListener: { availableCondition: null },
  sentry: { triggerMode: 'default' },
  task: { type: null, class: null, expression: null, delegateExpression: null, topic: null },
  in: { variables: null, businessKey: null },
  out: { variables: null },
}

/** Everything within an element that is not executed as it is written. */
export function refusedParts(element: XmlElement, around = ''): readonly CmmnRefused[] {
  const { name, line } = element
  const at = element.attributes.id ?? around
  const own = ELEMENTS.has(name) ? [{ name, at, line }] : []
  const changed = Object.entries(ATTRIBUTES[name] ?? {}).flatMap(([attribute, harmless]) => {
    const written = foreignOf(element, attribute)
    return written === null || written === harmless ? [] : [{ name: `${name}@${attribute}`, at, line }]
  })
  return [...own, ...changed, ...element.children.flatMap((one) => refusedParts(one, at))]
}
