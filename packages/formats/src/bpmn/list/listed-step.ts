import type { BpmnContent, BpmnLane, BpmnNode } from '@millrace/core/process'

/** Kinds of steps that are a line of a list: what they do is said elsewhere, and goes along with their name. */
const LISTED: ReadonlySet<string> = new Set([
  ...['userTask', 'manualTask', 'task', 'serviceTask', 'scriptTask', 'businessRuleTask', 'callActivity'],
])

/** Whether an element is a line of a list. */
export function isListedStep({ type, events = [], ...rest }: Partial<BpmnNode>): boolean {
  return (
    LISTED.has(type ?? '') &&
    events.length === 0 &&
    !rest.isForCompensation &&
    (rest.messageId ?? null) === null
  )
}

/** A lane for each role, in the order in which they come; what has no role lies where the step before it does. */
export function lanesOfRoles({ nodes }: BpmnContent): readonly BpmnLane[] {
  const roles = nodes.flatMap(({ work }) => work.assignment.role ?? [])
  const lanes = new Map(roles.map((role): [string, string[]] => [role, []]))
  let at = roles[0]
  for (const { id, work } of nodes) {
    at = work.assignment.role ?? at
    lanes.get(at ?? '')?.push(id)
  }
  return [...lanes].map(([name, nodeIds], place) => ({ id: `lane_${place + 1}`, name, nodeIds }))
}
