import { operations, type TimeEntryView } from '@millrace/contract'
import { changeTime as decideChange, stopTimer as decideStop, mayChangeTime } from '@millrace/core/cost'
import {
  accepted,
  command,
  demand,
  mayInContainers,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { type FoundEntry, findEntries, presentEntry } from '../queries/find-entries.ts'
import { deleteEntries, lockTimer, updateEntries } from '../store.ts'
import { timeEvent } from '../time-event.ts'

/** Stops timers. */
export const stopTimer = command(operations['cost.stopTimer'], async (unit, inputs) => {
  await lockTimer(unit)
  const found = await loadChangeable(unit, inputs)
  const after = inputs.map(({ id }, index) => {
    const view = { ...viewOf(found, id), ...accepted(decideStop(viewOf(found, id), unit.now), index) }
    return view
  })
  return await save(unit, { found, after, kind: 'cost.timer_stopped' })
})

/** Changes entries. */
export const changeTime = command(operations['cost.changeTime'], async (unit, inputs) => {
  const found = await loadChangeable(unit, inputs)
  const views = new Map([...found.keys()].map((id) => [id, viewOf(found, id)]))
  const after = inputs.map(({ id, patch }, index) => {
    const before = views.get(id) ?? viewOf(found, id)
    const next = { ...before, ...accepted(decideChange(before, patch), index) }
    views.set(id, next)
    return next
  })
  return await save(unit, { found, after, kind: 'cost.time_changed' })
})

/** Takes entries away. */
export const removeTime = command(operations['cost.removeTime'], async (unit, inputs) => {
  const found = await loadChangeable(unit, inputs)
  await deleteEntries(unit, [...found.keys()])
  unit.record(
    [...found.values()].map((row) =>
      timeEvent(unit, 'cost.time_removed', { entry: presentEntry(row), containerIds: row.container_ids }),
    ),
  )
  return inputs.map(() => ({}))
})

type Found = ReadonlyMap<string, FoundEntry>

/** The entries, if the person may change them; what they cannot see is as if it were not there. */
async function loadChangeable(unit: Unit, inputs: readonly { readonly id: string }[]): Promise<Found> {
  const ids = [...new Set(inputs.map(({ id }) => id))]
  const rows = await findEntries(unit.tx, unit.organisationId, ids)
  const found = new Map(rows.map((row) => [row.id, row]))
  const { access, personId } = unit.principal
  inputs.forEach(({ id }, index) => {
    const row = found.get(id)
    const containerIds = row?.container_ids ?? []
    demand(access, { permission: 'item.write', containerIds, what: 'time entry' }, index)
    const isManager = mayInContainers(access, 'container.manage', containerIds)
    const editor = { personId, isContributor: true, isManager }
    if (row && !mayChangeTime(presentEntry(row), editor)) refuse('cost.not_yours', {}, index)
  })
  return found
}

function viewOf(found: Found, id: string): TimeEntryView {
  const row = found.get(id)
  if (!row) throw new Error('an entry that was demanded is there')
  return presentEntry(row)
}

async function save(
  unit: Unit,
  change: {
    readonly found: Found
    readonly after: readonly TimeEntryView[]
    readonly kind: 'cost.timer_stopped' | 'cost.time_changed'
  },
): Promise<readonly TimeEntryView[]> {
  const { found, after, kind } = change
  const last = new Map(after.map((entry) => [entry.id, entry]))
  await updateEntries(unit, [...last.values()])
  unit.record(
    after.map((entry) =>
      timeEvent(unit, kind, { entry, containerIds: found.get(entry.id)?.container_ids ?? [] }),
    ),
  )
  return after
}
