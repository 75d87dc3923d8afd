import { checkClosing, type PlanItemRow, reopenClosing } from '@millrace/core/case'
import type { Event } from '@millrace/core/kernel'
import type { WorkEvent } from '@millrace/core/work'
import {
  accepted,
  askingReaction,
  type Reaction,
  Refused,
  refuse,
  type Unit,
} from '../../platform/commands/index.ts'
import { CaseSet } from './case-set.ts'
import { endCase } from './end-case.ts'
import { endingOf, type HeldCase } from './held-case.ts'
import { findCaseIdsOf } from './queries/find-plans.ts'

/** What this feature makes of what happens elsewhere. */
export const caseReactions: readonly Reaction[] = [
  askingReaction({
    kinds: ['work.moved', 'work.archived', 'work.restored', 'work.placed'],
    ask: findConcerned,
    react: followItems,
  }),
  { kinds: ['work.container_changed'], react: followContainers },
]

async function findConcerned(unit: Unit, events: readonly Event[]): Promise<readonly string[]> {
  const itemIds = [...new Set(told(events).map(({ subject }) => subject.id))]
  return await findCaseIdsOf(unit.tx, unit.organisationId, itemIds)
}

/** Most moves are between states that are not done, and tell a case nothing. */
function told(events: readonly Event[]): readonly WorkEvent[] {
  // The kinds above are those of work.
  return (events as readonly WorkEvent[]).filter(
    (event) =>
      event.kind !== 'work.moved' || (event.data.fromGroup === 'done') !== (event.data.toGroup === 'done'),
  )
}

/** A case goes on when the item of a step is done; it goes back when that is reopened in time. */
async function followItems(unit: Unit, events: readonly Event[], caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const set = await CaseSet.load(unit, caseIds)
  const moves = told(events)
  if (moves.some(isComeBack)) await set.recall(caseIds)
  for (const event of moves) {
    const concerned = set.rowsOf(event.subject.id)
    for (const { held, row } of concerned) follow(set, { event, held, row })
  }
  await set.save()
}

type Followed = { readonly event: WorkEvent; readonly held: HeldCase; readonly row: PlanItemRow }

function isComeBack(event: WorkEvent): boolean {
  return event.kind === 'work.restored' || (event.kind === 'work.moved' && event.data.toGroup !== 'done')
}

function follow(set: CaseSet, { event, held, row }: Followed): void {
  const { id } = held.info
  const isOpen = row.state === 'active'
  const speaker = set.unit.actor
  if (event.kind === 'work.placed' && event.data.to.includes(id)) return
  if (isComeBack(event)) {
    if (!isOpen) comeBack(set, { event, held, row })
    return
  }
  if (!isOpen) return
  const kind = event.kind === 'work.moved' ? ('complete' as const) : ('terminate' as const)
  const refusal =
    kind === 'complete'
      ? set.say(id, { kind, itemId: row.id, values: {} }, speaker)
      : set.say(id, { kind, itemId: row.id }, speaker)
  if (refusal !== null) throw new Refused(refusal)
}

/** What came of an item is taken back when nothing has followed; else the item is open beside its plan. */
function comeBack(set: CaseSet, { held, row }: Followed): void {
  const { id, name, state } = held.info
  if (state === 'closed') refuse('case.closed', { name })
  if (isLatest(set, id, row) && set.takeBack(id, set.unit.actor) === null) return
  const stage = held.standing?.state.items.find((one) => one.id === row.parentId)
  if (row.isRequired && stage && isOver(stage))
    refuse('case.stage_completed', { name: set.nameOf(id, stage.defId) })
}

/** Whether the last that happened was that this was done, or given up. */
function isLatest(set: CaseSet, caseId: string, row: PlanItemRow): boolean {
  const latest = set.historyOf(caseId).at(-1)?.command
  if (latest?.kind !== 'complete' && latest?.kind !== 'terminate') return false
  return latest.itemId === row.id
}

function isOver({ state }: PlanItemRow): boolean {
  return state === 'completed' || state === 'terminated'
}

type ContainerChanged = { readonly container: { readonly state: string }; readonly stateBefore?: string }

/** A case that is closed elsewhere ends its plan, which has to allow that; one that is opened goes on with it. */
async function followContainers(unit: Unit, events: readonly Event[]): Promise<void> {
  const changes = events.map(({ subject, data }) => ({
    id: subject.id,
    ...(data as ContainerChanged), // What work says when it changes a container.
  }))
  const moved = changes.filter(
    ({ container, stateBefore }) => (container.state === 'closed') !== (stateBefore === 'closed'),
  )
  if (moved.length === 0) return
  const set = await CaseSet.load(
    unit,
    moved.map(({ id }) => id),
  )
  for (const { id, container } of moved) {
    const held = set.find(id)
    if (!held?.standing) continue
    if (container.state === 'closed') close(set, held)
    else reopen(set, held)
  }
  await set.save()
}

function close(set: CaseSet, held: HeldCase): void {
  const { id } = held.info
  accepted(checkClosing(held.closing, endingOf(held)))
  const refusal = endCase(set, id, set.unit.actor)
  if (refusal !== null) throw new Refused(refusal)
}

function reopen(set: CaseSet, held: HeldCase): void {
  const { id } = held.info
  if (held.standing?.state.state === 'active') return
  set.setClosing(id, reopenClosing(held.closing))
  const refusal = set.say(id, { kind: 'reactivateCase' }, set.unit.actor)
  if (refusal !== null) throw new Refused(refusal)
}
