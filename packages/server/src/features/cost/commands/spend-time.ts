import { operations, type TimeEntryView } from '@millrace/contract'
import { checkTime, startTimer as decideStart, type TimeEntry } from '@millrace/core/cost'
import { accepted, command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import {
  findEntries,
  findSpentItems,
  findTimer,
  presentEntry,
  readTimeZone,
  type SpentItem,
} from '../queries/find-entries.ts'
import { insertEntries, lockTimer, updateEntries } from '../store.ts'
import { timeEvent } from '../time-event.ts'

/** Starts one's own timer; of several in one batch the last runs on. */
export const startTimer = command(operations['cost.startTimer'], async (unit, inputs) => {
  const items = await loadItems(unit, inputs)
  await refuseTaken(unit, inputs)
  await lockTimer(unit)
  const { personId } = unit.principal
  const before = await findTimer(unit.tx, unit.organisationId, personId)
  const day = dayOf(unit.now, await readTimeZone(unit.tx, unit.organisationId))
  const started = new Map<string, TimeEntry>()
  let running: TimeEntry | null = before && presentEntry(before)
  let stopped: TimeEntry | null = null
  inputs.forEach(({ id, itemId, note }, index) => {
    const next = accepted(decideStart({ id, itemId, note, personId, day }, running, unit.now), index)
    if (next.stopped && started.has(next.stopped.id)) started.set(next.stopped.id, next.stopped)
    else stopped ??= next.stopped
    started.set(id, next.started)
    running = next.started
  })
  if (before && stopped) {
    await updateEntries(unit, [stopped])
    unit.record([
      timeEvent(unit, 'cost.timer_stopped', { entry: stopped, containerIds: before.container_ids }),
    ])
  }
  return await add(unit, { entries: [...started.values()], items, kind: 'cost.timer_started' })
})

/** Writes down one's own time. */
export const addTime = command(operations['cost.addTime'], async (unit, inputs) => {
  const items = await loadItems(unit, inputs)
  await refuseTaken(unit, inputs)
  const { personId } = unit.principal
  const entries = inputs.map((input, index) =>
    accepted(checkTime({ ...input, personId, startedAt: null, isRunning: false, version: 1 }), index),
  )
  return await add(unit, { entries, items, kind: 'cost.time_added' })
})

type Items = ReadonlyMap<string, SpentItem>

async function add(
  unit: Unit,
  fresh: {
    readonly entries: readonly TimeEntry[]
    readonly items: Items
    readonly kind: 'cost.timer_started' | 'cost.time_added'
  },
): Promise<readonly TimeEntryView[]> {
  const { entries, items, kind } = fresh
  await insertEntries(unit, entries)
  return entries.map((entry) => {
    const item = items.get(entry.itemId)
    unit.record([timeEvent(unit, kind, { entry, containerIds: item?.container_ids ?? [] })])
    return { ...entry, itemKey: item?.key ?? '', itemTitle: item?.title ?? '' }
  })
}

async function loadItems(unit: Unit, inputs: readonly { readonly itemId: string }[]): Promise<Items> {
  const ids = [...new Set(inputs.map(({ itemId }) => itemId))]
  const items = await findSpentItems(unit.tx, unit.organisationId, ids)
  inputs.forEach(({ itemId }, index) => {
    const item = items.get(itemId)
    const containerIds = item?.container_ids ?? []
    demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
    if (item?.is_archived) refuse('work.archived', { key: item.key }, index)
  })
  return items
}

async function refuseTaken(unit: Unit, inputs: readonly { readonly id: string }[]): Promise<void> {
  const ids = inputs.map(({ id }) => id)
  const taken = await findEntries(unit.tx, unit.organisationId, ids)
  if (taken.length > 0 || new Set(ids).size < ids.length) refuse('platform.exists', { what: 'time entry' })
}
