import { findCallable } from '../queries/find-callable.ts'
import { findCalled } from '../queries/find-called.ts'
import { type Doer, ENGINE, type OthersWork, type RunningSet } from './doer.ts'

/** What is called calls again, and so on: no deeper than this. */
const CALLS_MAX = 50

type Called = Extract<OthersWork, { readonly kind: 'begin-work' | 'end-work' }>
type Begun = Extract<OthersWork, { readonly kind: 'begin-work' }>

/** Call activities: another process is begun, and ended with what called it. */
export const callDoer: Doer = {
  does: (work) =>
    (work.kind === 'begin-work' || work.kind === 'end-work') && work.node.type === 'callActivity',
  carry: async (set, work) => {
    // Only such work gets here.
    const called = work as readonly Called[]
    await endCalled(
      set,
      called.filter(({ kind }) => kind === 'end-work'),
    )
    await beginCalled(
      set,
      called.filter((one): one is Begun => one.kind === 'begin-work'),
    )
  },
}

async function endCalled(set: RunningSet, ended: readonly Called[]): Promise<void> {
  if (ended.length === 0) return
  const { unit } = set
  const ids = await findCalled(unit.tx, unit.organisationId, ended)
  await set.add(ids)
  const over = new Set(ended.map(({ instanceId, tokenId }) => `${instanceId} ${tokenId}`))
  for (const { instance } of set.all()) {
    const { parent, state } = instance
    if (parent && state === 'running' && over.has(`${parent.instanceId} ${parent.tokenId}`))
      set.tell(instance.id, { kind: 'cancel' })
  }
}

/** The newest version of each is called; variables go along, and come back with the end. */
async function beginCalled(set: RunningSet, begun: readonly Begun[]): Promise<void> {
  if (begun.length === 0) return
  const { unit } = set
  const names = [...new Set(begun.map(({ node }) => node.work.calledElement ?? ''))]
  const found = await findCallable(unit, names)
  const processIds = [...new Set([...found.values()].map(({ processId }) => processId))]
  await set.know({ processIds, modelIds: [...found.values()].map(({ modelId }) => modelId) })
  await set.count(processIds)
  for (const { instanceId, tokenId, node, variables } of begun) {
    const callable = found.get(node.work.calledElement ?? '')
    const caller = set.find(instanceId)
    if (!callable || !caller || callable.isSuspended || depthOf(set, instanceId) >= CALLS_MAX) {
      const fault = callable ? (callable.isSuspended ? 'suspended' : 'too_deep') : 'unknown'
      set.tell(instanceId, { kind: 'throw', tokenId, code: `process.call_${fault}`, values: {} })
      continue
    }
    const { title, startedBy, dueAt, businessKey } = caller.instance
    set.start({
      given: {
        ...{ id: unit.newId<'ProcessInstance'>(), processId: callable.processId, modelId: callable.modelId },
        ...{ title, startedBy, dueAt, businessKey, parent: { instanceId, tokenId } },
      },
      values: variables,
      actor: ENGINE,
    })
  }
}

function depthOf(set: RunningSet, id: string): number {
  let depth = 0
  for (let at = set.find(id)?.instance.parent; at; at = set.find(at.instanceId)?.instance.parent) depth++
  return depth
}
