import type { Actor } from '@millrace/core/kernel'
import type {
  InstanceSnapshot,
  MigrationProblem,
  NotFitting,
  ProcessCommand,
} from '@millrace/core/process'
import type { InstanceSet } from './instance-set.ts'
import type { BulkAct } from './store/bulks.ts'

/** Who repairs, and why. */
export type Repairer = { readonly actor: Actor; readonly reason: string }

/** Why an instance stays as it was: what does not fit, and the element it is about. */
export type RepairFault = {
  readonly code: NotFitting | 'gone' | MigrationProblem['kind']
  readonly at: string
}

/** Does to one instance of a set what is done to many. */
export function repairOne(
  set: InstanceSet,
  snapshot: InstanceSnapshot,
  { act, by }: { readonly act: BulkAct; readonly by: Repairer },
): RepairFault | null {
  const { instance, engine } = snapshot
  if (instance.state !== 'running') return { code: 'over', at: '' }
  if (act.kind === 'migrate') {
    const [problem] = set.migrate(instance.id, act, by).problems
    return problem ? { code: problem.kind, at: problem.at } : null
  }
  if (act.kind === 'cancel') return tell(set, snapshot, { command: { kind: 'cancel' }, by })
  if (act.kind === 'write') {
    const command = { kind: 'write', scopeId: engine.scopes[0]?.id ?? 0, values: act.values } as const
    const fault = tell(set, snapshot, { command, by })
    if (fault !== null || !act.retries) return fault
    return repairTokens(set, set.find(instance.id) ?? snapshot, { act: { kind: 'retry' }, by, isOptional: true })
  }
  return repairTokens(set, snapshot, { act, by, isOptional: false })
}

type TokenAct = Extract<BulkAct, { readonly kind: 'retry' | 'skip' | 'remove' | 'move' }>

/** To all that is at the named element, else to all that is stuck. What an earlier one took along is well. */
function repairTokens(
  set: InstanceSet,
  snapshot: InstanceSnapshot,
  { act, by, isOptional }: { readonly act: TokenAct; readonly by: Repairer; readonly isOptional: boolean },
): RepairFault | null {
  const { graph } = set.modelOf(snapshot.instance.modelId)
  const at = act.at ?? ''
  const tokens = snapshot.engine.tokens.filter(({ node, state }) => {
    if (act.kind === 'retry' && state !== 'stuck') return false
    return at === '' ? state === 'stuck' : graph.nodes[node]?.id === at
  })
  if (tokens.length === 0) return isOptional ? null : { code: 'gone', at }
  for (const { id: tokenId } of tokens) {
    const command: ProcessCommand =
      act.kind === 'move' ? { kind: 'move', tokenId, at: act.to } : { kind: act.kind, tokenId }
    const fault = set.tell(snapshot.instance.id, command, by)
    if (fault === 'no-node') return { code: fault, at: act.kind === 'move' ? act.to : at }
  }
  return null
}

function tell(
  set: InstanceSet,
  { instance }: InstanceSnapshot,
  { command, by }: { readonly command: ProcessCommand; readonly by: Repairer },
): RepairFault | null {
  const fault = set.tell(instance.id, command, by)
  if (fault === null) return null
  return { code: fault === 'no-instance' ? 'gone' : fault, at: '' }
}
