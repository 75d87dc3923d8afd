import type { Event } from '@millrace/core/kernel'
import type { WorkEvent } from '@millrace/core/work'
import { askingReaction, type Reaction, refuse, type Unit } from '../../platform/commands/index.ts'
import { FormFiller } from './fill-forms.ts'
import { InstanceSet } from './instance-set.ts'
import { findFollowing, findOpenSteps, type InstanceOfProcess } from './queries/find-instances.ts'
import { suspendedRefusal } from './refuse-suspended.ts'
import { causeReaction } from './tell-causes.ts'
import { levelReactions } from './times/level-follow.ts'
import { modelScheduleReaction } from './times/model-schedules.ts'
import { calendarReactions } from './times/recount.ts'

/** What this feature makes of what happens elsewhere. */
export const processReactions: readonly Reaction[] = [
  askingReaction({ kinds: ['work.moved'], ask: findInstances, react: followItems }),
  { kinds: ['work.archived'], react: keepOpenSteps },
  causeReaction,
  ...levelReactions,
  ...calendarReactions,
  modelScheduleReaction,
]

type Moved = Extract<WorkEvent, { kind: 'work.moved' }>

/** The moves by which items are done, or are so no more. */
function movesOf(events: readonly Event[]): readonly Moved[] {
  return events
    .filter(isMoved)
    .filter(({ data }) => (data.fromGroup === 'done') !== (data.toGroup === 'done'))
}

/** Where a step was completed by its own operation, its instance has gone on already: nothing follows any more. */
async function findInstances(unit: Unit, events: readonly Event[]): Promise<readonly InstanceOfProcess[]> {
  const moves = movesOf(events)
  const idsOf = (some: readonly Moved[]) => [...new Set(some.map(({ subject }) => subject.id))]
  if (moves.length === 0) return []
  return await findFollowing(unit.tx, unit.organisationId, {
    ...{ itemIds: idsOf(moves), againIds: idsOf(moves.filter(({ data }) => data.toGroup !== 'done')) },
  })
}

/** An instance goes on when the item of its step is done, and back when it is reopened in time. */
async function followItems(
  unit: Unit,
  events: readonly Event[],
  instances: readonly InstanceOfProcess[],
): Promise<void> {
  if (instances.length === 0) return
  const set = await InstanceSet.loadOf(unit, instances)
  const forms = await FormFiller.load(
    unit,
    set,
    set.all().map(({ instance }) => instance.modelId),
  )
  const moves = movesOf(events)
  const reopened = moves.filter(({ data }) => data.toGroup !== 'done')
  await set.recall(reopened.map(({ subject }) => subject.id))
  const refuseSuspended = await suspendedRefusal(set)
  for (const { subject, data } of moves) {
    for (const snapshot of set.findByItem(subject.id)) refuseSuspended(snapshot)
    if (data.toGroup === 'done') complete(set, forms, subject.id)
    else set.takeBack(subject.id)
  }
  await set.save()
}

/** An instance would wait for ever for an item that nobody can work on. */
async function keepOpenSteps(unit: Unit, events: readonly Event[]): Promise<void> {
  const [open] = await findOpenSteps(
    unit.tx,
    unit.organisationId,
    events.map((event) => event.subject.id),
  )
  if (open) refuse('process.step_open', { key: open.key, title: open.title })
}

function isMoved(event: Event): event is Moved {
  return event.kind === 'work.moved'
}

function complete(set: InstanceSet, forms: FormFiller, itemId: string): void {
  for (const snapshot of set.findByItem(itemId)) {
    const { instance, activities } = snapshot
    const open = activities.find((activity) => activity.itemId === itemId && activity.closedAt === null)
    if (!open) continue
    const { tokenId } = open
    const values = forms.moved(snapshot, tokenId)
    if (values === null) {
      const name = forms.formOf(snapshot, tokenId)?.name ?? ''
      refuse('process.form_required', { name, title: instance.title, itemId })
    }
    set.tell(instance.id, { kind: 'complete', tokenId, values })
  }
}
