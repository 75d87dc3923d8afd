import {
  advanceRecurrence,
  type Copy,
  copyWork,
  noteRepeated,
  type Recurrence,
  shiftItemTo,
  type WorkItem,
} from '@millrace/core/work'
import { accepted, type Unit } from '../../platform/commands/index.ts'
import { dayOf } from '../../platform/time-zone.ts'
import { askForNext, type RepeatPayload } from './ask-for-next.ts'
import { ItemSet } from './item-set.ts'
import { loadCopySources, openCopies } from './open-copies.ts'
import { findContainers } from './queries/find-containers.ts'
import { getClock } from './queries/find-recurrences.ts'
import { enterRecurrenceItems, lockRecurrence, saveRecurrences } from './store/recurrences.ts'

/**
 * Makes the next item of a series, if it is time and nobody has. The series is locked meanwhile, and what is
 * archived rests: it goes on when it has been brought back.
 *
 * @throws Refused when the item cannot be opened again as it is
 */
export async function makeNext(unit: Unit, { recurrenceId, itemId, cause }: RepeatPayload): Promise<void> {
  const series = await lockRecurrence(unit, recurrenceId)
  if (series?.itemId !== itemId) return
  const wanted = { id: itemId, subItems: true, checklists: true }
  const [loaded] = await loadCopySources(unit, [wanted], () => true)
  if (!loaded) return
  const [root] = loaded.source.items
  if (await isResting(unit, root)) return
  if (cause === 'done' && root.stateGroup !== 'done') return
  const clock = await getClock(unit.tx, unit.organisationId)
  const context = { today: dayOf(unit.now, clock.timeZone), weekStart: clock.weekStart }
  const next = advanceRecurrence(series, { itemId: unit.newId(), cause }, context)
  // The clock of the organisation may have been changed since this was asked for.
  if (!next) return await askForNext(unit, [series], clock.timeZone)
  const wish = {
    id: next.itemId,
    title: root.title,
    containerId: root.containerIds[0] ?? '',
    isBeside: true,
    shift: shiftItemTo(root, next.dayOn),
  }
  const copy = accepted(
    copyWork(loaded.source, wish, () => unit.newId()),
    0,
  )
  const made = (await openCopies(unit, [asNext(copy, root, next)])).get(next.itemId)
  await saveRecurrences(unit, [next])
  await enterRecurrenceItems(unit, [next])
  if (made) await noteOnPrevious(unit, itemId, made)
  await askForNext(unit, [next], clock.timeZone)
}

async function isResting(unit: Unit, item: WorkItem): Promise<boolean> {
  if (item.archivedAt !== null) return true
  const [home] = await findContainers(unit.tx, unit.organisationId, item.containerIds.slice(0, 1))
  return home?.archived_at !== null
}

/** The next one is asked for by the same person, and has a day even where the days of this one were taken away. */
function asNext(copy: Copy, root: WorkItem, next: Recurrence): Copy {
  const [first, ...below] = copy.items
  if (!first) return copy
  const hasDay = first.dueOn !== null || first.startsOn !== null
  const { requesterId } = root
  return { ...copy, items: [{ ...first, requesterId, ...(hasDay ? {} : { dueOn: next.dayOn }) }, ...below] }
}

async function noteOnPrevious(unit: Unit, itemId: string, made: WorkItem): Promise<void> {
  const set = await ItemSet.load(unit, [itemId])
  const previous = set.find(itemId)
  if (previous) set.put(noteRepeated(previous, made, set.decideContext()))
  set.save()
}
