import { operations } from '@millrace/contract'
import { beginRecurrence, changeWorkItem, setRepeating } from '@millrace/core/work'
import { accepted, command, refuse } from '../../../platform/commands/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { askForNext } from '../ask-for-next.ts'
import { ItemSet } from '../item-set.ts'
import { findRecurrencesOf, getClock, presentRecurrence } from '../queries/find-recurrences.ts'
import { deleteRecurrences, enterRecurrenceItems, saveRecurrences } from '../store/recurrences.ts'

/** Lets items be done again and again, or in another way than before. */
export const repeatItem = command(operations['work.repeatItem'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const ids = inputs.map(({ id }) => id)
  const set = await ItemSet.load(unit, ids)
  const [before, clock] = [
    await findRecurrencesOf(tx, organisationId, ids),
    await getClock(tx, organisationId),
  ]
  const context = { today: dayOf(unit.now, clock.timeZone), weekStart: clock.weekStart }
  const series = inputs.map(({ id, rule, ends }, index) => {
    const item = set.get(id, 'item.write', index)
    const known = before.get(id)
    if (known && known.itemId !== id) refuse('work.recurrence_passed_on', { key: known.itemKey }, index)
    const own = { id: known?.id ?? unit.newId<'Recurrence'>(), itemId: id, number: known?.number ?? 1 }
    const dayOn = item.dueOn ?? item.startsOn
    const begun = accepted(beginRecurrence({ ...own, rule, ends, dayOn }, context), index)
    set.put(accepted(setRepeating(item, true, set.decideContext()), index))
    if (dayOn === null) {
      const rules = {
        ...set.decideContext(),
        ...set.rulesFor(item.typeId, index),
        newAncestors: [],
        above: null,
      }
      const dated = set.get(id, 'item.write', index)
      set.put(accepted(changeWorkItem(dated, { patch: { dueOn: begun.dayOn } }, rules), index))
    }
    return begun
  })
  set.save()
  // Named twice, the last word counts.
  const last = [...new Map(series.map((one) => [one.itemId, one])).values()]
  await saveRecurrences(unit, last)
  await enterRecurrenceItems(
    unit,
    last.filter(({ itemId }) => !before.has(itemId)),
  )
  await askForNext(unit, last, clock.timeZone)
  const after = await findRecurrencesOf(tx, organisationId, ids)
  return inputs.map(({ id }, index) => {
    const found = after.get(id)
    return found ? presentRecurrence(found) : refuse('platform.not_found', { what: 'item' }, index)
  })
})

/** Ends series; what was made of them stays. */
export const stopRepeating = command(operations['work.stopRepeating'], async (unit, inputs) => {
  const ids = inputs.map(({ id }) => id)
  const found = await findRecurrencesOf(unit.tx, unit.organisationId, ids)
  const newest = [...found.values()].map(({ itemId }) => itemId)
  const set = await ItemSet.load(unit, [...ids, ...newest])
  for (const [index, { id }] of inputs.entries()) {
    const item = set.get(id, 'item.write', index)
    const series = found.get(id) ?? refuse('work.recurrence_none', { key: item.key }, index)
    const last = set.get(series.itemId, 'item.write', index)
    set.put(accepted(setRepeating(last, false, set.decideContext()), index))
  }
  set.save()
  await deleteRecurrences(
    unit,
    [...found.values()].map(({ id }) => id),
  )
  return inputs.map(() => ({}))
})
