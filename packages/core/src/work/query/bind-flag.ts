import type { PlainDate } from '../../kernel/index.ts'
import type { BoundNode, FactName, PlannedFactName } from './bound-query.ts'
import type { QueryFlag } from './query.ts'

const DONE: BoundNode = {
  kind: 'oneOf',
  property: { type: 'id', name: 'stateGroup' },
  values: ['done'],
}
const OPEN: BoundNode = { kind: 'not', node: DONE }

/** What a flag means in terms of the item. */
export function bindFlag(flag: QueryFlag, today: PlainDate): BoundNode {
  switch (flag) {
    case 'open':
      return OPEN
    case 'done':
      return DONE
    case 'blocked':
      return fact('isBlocked')
    case 'waiting':
      return { kind: 'any', nodes: [fact('isWaitingFor'), inGroupWaiting()] }
    case 'overdue':
      return { kind: 'all', nodes: [dueBefore(today), OPEN] }
    case 'ready':
      return fact('isReady')
    case 'milestone':
      return fact('isMilestone')
    case 'critical':
      return planned('isCritical')
    case 'missesDeadline':
      return planned('missesDeadline')
    case 'conflicting':
      return planned('hasConflict')
    case 'archived':
      return { kind: 'not', node: { kind: 'empty', property: { type: 'instant', name: 'archivedAt' } } }
    case 'confidential':
      return fact('isConfidential')
  }
}

function fact(name: FactName): BoundNode {
  return { kind: 'fact', fact: name }
}

function planned(name: PlannedFactName): BoundNode {
  return { kind: 'plannedFact', fact: name }
}

function inGroupWaiting(): BoundNode {
  return { kind: 'oneOf', property: { type: 'id', name: 'stateGroup' }, values: ['waiting'] }
}

function dueBefore(day: PlainDate): BoundNode {
  return { kind: 'compare', property: { type: 'date', name: 'dueOn' }, comparison: '<', value: day }
}
