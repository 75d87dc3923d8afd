import type { Unit } from '../../../platform/commands/index.ts'
import { InstanceSet } from '../instance-set.ts'
import { lockOpenItemsOf } from '../queries/find-instances.ts'

/** One instance goes on by so many of its timers at once; what is due after that comes with the next set. */
const TIMERS_MAX = 100

/** Lets instances go on whose timers have come due, each timer in the order of its time. */
export async function fireTimers(unit: Unit, instanceIds: readonly string[]): Promise<void> {
  await lockOpenItemsOf(unit.tx, unit.organisationId, instanceIds)
  const set = await InstanceSet.load(unit, instanceIds)
  for (const id of instanceIds)
    for (let left = TIMERS_MAX; left > 0 && fireNext(set, id, unit.now); left -= 1);
  await set.save()
}

/** What one timer leads to may take another away: it is looked again after each. */
function fireNext(set: InstanceSet, id: string, now: number): boolean {
  const waits = set.find(id)?.engine.waits ?? []
  const due = waits
    .flatMap((wait) =>
      wait.kind === 'timer' && wait.dueAt !== null && wait.dueAt <= now
        ? [{ ...wait, dueAt: wait.dueAt }]
        : [],
    )
    .toSorted((one, other) => one.dueAt - other.dueAt || one.id - other.id)[0]
  return due !== undefined && set.tell(id, { kind: 'happen', waitId: due.id, values: {} }) === null
}
