import type { Actor } from '@millrace/core/kernel'
import {
  carryOn,
  carryOver,
  type InstanceSnapshot,
  type MigrationPlan,
  type MigrationProblem,
  type NotFitting,
  type ProcessCommand,
} from '@millrace/core/process'
import type { InstanceSet } from './instance-set.ts'
import type { BulkAct } from './store/bulks.ts'

/** Who repairs, and why. */
export type Repairer = { readonly actor: Actor; readonly reason: string }

/** Why an instance stays as it was: what does not fit, and the element it is about. */
export type RepairFault = {
  readonly code: NotFitting | 'gone' | 'same-version' | MigrationProblem['kind']
  readonly at: string
}

/**
 * Says something to an instance by hand, with a reason that stays in its history.
 *
 * @returns what does not fit, and nothing has changed
 */
export function tellByHand(
  set: InstanceSet,
  snapshot: InstanceSnapshot,
  { command, by }: { readonly command: ProcessCommand; readonly by: Repairer },
): NotFitting | null {
  const told = carryOn(snapshot, command, contextFor(set, snapshot, by))
  if (!told.ok) return told.fault
  set.put(told.decision)
  return null
}

function contextFor(
  set: InstanceSet,
  { instance }: Pick<InstanceSnapshot, 'instance'>,
  { actor, reason }: Repairer,
) {
  return { ...set.contextOf(instance, actor), reason }
}

/** Takes an instance to a version that is known to the set, as a whole or not at all. */
function migrate(
  set: InstanceSet,
  snapshot: InstanceSnapshot,
  { act, by }: { readonly act: Extract<BulkAct, { readonly kind: 'migrate' }>; readonly by: Repairer },
): RepairFault | null {
  const { instance } = snapshot
  const { modelId } = act
  if (instance.modelId === modelId) return { code: 'same-version', at: '' }
  const plan: MigrationPlan = act.plan
  const migration = { from: set.modelOf(instance.modelId).graph, to: set.modelOf(modelId).graph, plan }
  const context = contextFor(set, { instance: { ...instance, modelId } }, by)
  const stepIds = set.stepIdsOf(instance.processId, modelId)
  const carried = carryOver(snapshot, { migration, modelId, stepIds }, context)
  if (carried.ok) {
    set.put(carried.decision)
    return null
  }
  const [problem] = carried.report.problems
  return problem ? { code: problem.kind, at: problem.at } : null
}

/** Does to one instance of a set what is done to many. */
export function repairOne(
  set: InstanceSet,
  snapshot: InstanceSnapshot,
  { act, by }: { readonly act: BulkAct; readonly by: Repairer },
): RepairFault | null {
  const { instance, engine } = snapshot
  if (instance.state !== 'running') return { code: 'over', at: '' }
  if (act.kind === 'migrate') return migrate(set, snapshot, { act, by })
  if (isAboutWhole(act)) return faultOf(tellByHand(set, snapshot, { command: { kind: act.kind }, by }))
  if (act.kind === 'write') {
    const command = { kind: 'write', scopeId: engine.scopes[0]?.id ?? 0, values: act.values } as const
    const fault = faultOf(tellByHand(set, snapshot, { command, by }))
    if (fault !== null || !act.retries) return fault
    return repairTokens(set, set.find(instance.id) ?? snapshot, {
      act: { kind: 'retry' },
      by,
      isOptional: true,
    })
  }
  return repairTokens(set, snapshot, { act, by, isOptional: false })
}

type WholeAct = Extract<BulkAct, { readonly kind: 'cancel' | 'suspend' | 'resume' }>

function isAboutWhole(act: BulkAct): act is WholeAct {
  return act.kind === 'cancel' || act.kind === 'suspend' || act.kind === 'resume'
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
    const fault = tellByHand(set, set.find(snapshot.instance.id) ?? snapshot, { command, by })
    if (fault === 'suspended') return { code: fault, at }
    if (fault === 'no-node') return { code: fault, at: act.kind === 'move' ? act.to : at }
  }
  return null
}

function faultOf(code: NotFitting | null): RepairFault | null {
  return code === null ? null : { code, at: '' }
}
