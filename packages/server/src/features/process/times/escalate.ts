import type { Event } from '@millrace/core/kernel'
import { type Escalation, type LevelClock, passPoints, type ServiceLevel } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { openItems, raisePriorities } from '../../work/index.ts'
import { ENGINE } from '../doers/doer.ts'
import { lockOpenItemsOf } from '../queries/find-instances.ts'
import {
  findInstanceItems,
  findInstancesAlone,
  findTeamMembers,
  type InstanceItem,
  lockClocksOf,
} from '../queries/find-level-clocks.ts'
import { findLevels } from '../queries/find-levels.ts'
import { keepClocks } from './level-follow.ts'

/** What is done about one clock, and where. */
type Passed = {
  readonly clock: LevelClock
  readonly level: ServiceLevel
  readonly escalations: readonly Escalation[]
  readonly items: readonly InstanceItem[]
}

/** Lets the clocks of some instances go past what they have reached, and does what their levels say. */
export async function passDueClocks(unit: Unit, instanceIds: readonly string[]): Promise<void> {
  const { tx, organisationId, now } = unit
  // Whoever moves an item locks it before its instance, and both before their clocks.
  await lockOpenItemsOf(tx, organisationId, instanceIds)
  const clocks = await lockClocksOf(tx, organisationId, instanceIds)
  const [levels, items] = await Promise.all([
    findLevels(tx, organisationId, [...new Set(clocks.map(({ levelId }) => levelId))]),
    findInstanceItems(tx, organisationId, instanceIds),
  ])
  const withItems = new Set(items.map((item) => item.instance_id))
  const without = await findInstancesAlone(
    tx,
    organisationId,
    instanceIds.filter((id) => !withItems.has(id)),
  )
  const passed = clocks.flatMap((clock): Passed[] => {
    const level = levels.get(clock.levelId)
    if (!level) return []
    const after = passPoints(clock, level, now)
    if (after.clock.passed.length === clock.passed.length) return []
    const escalations = level.archivedAt === null ? after.escalations : []
    return [{ clock: after.clock, level, escalations, items: itemsOf(clock, [...items, ...without]) }]
  })
  await keepClocks(
    unit,
    passed.map(({ clock }) => clock),
  )
  await escalate({ ...unit, actor: ENGINE }, passed)
}

function itemsOf(clock: LevelClock, items: readonly InstanceItem[]): readonly InstanceItem[] {
  const own = items.filter((item) => item.instance_id === clock.instanceId)
  const meant = own.filter((item) => clock.activityId === null || item.activity_id === clock.activityId)
  const open = meant.filter((item) => item.is_open)
  return open.length > 0 ? open : meant.slice(0, 1)
}

async function escalate(unit: Unit, passed: readonly Passed[]): Promise<void> {
  const all = passed.flatMap((one) => one.escalations.map((escalation) => ({ ...one, escalation })))
  const raised = all
    .filter(({ escalation }) => escalation.kind === 'raise-priority')
    .flatMap(({ items }) => items)
  await raisePriorities(unit, [
    ...new Set(raised.flatMap((item) => (item.is_open && item.item_id !== null ? item.item_id : []))),
  ])
  await openItems(
    unit,
    all.flatMap(({ escalation, items: [item] }) =>
      escalation.kind === 'add-item' && item
        ? {
            ...{
              id: unit.newId<'WorkItem'>(),
              containerId: item.process_id,
              responsibleId: item.responsible_id,
            },
            title: `${escalation.title}: ${item.title}`,
          }
        : [],
    ),
  )
  const teamIds = all.flatMap(({ escalation }) =>
    escalation.kind === 'tell' && escalation.to.kind === 'team' ? escalation.to.teamId : [],
  )
  const members = await findTeamMembers(unit.tx, unit.organisationId, [...new Set(teamIds)])
  unit.record(
    passed.flatMap((one) =>
      eventsOf(
        unit,
        one,
        Map.groupBy(members, (row) => row.team_id),
      ),
    ),
  )
}

/** One event for each item that it is about, or for the instance alone, with whom it is meant for. */
function eventsOf(
  unit: Unit,
  { clock, level, escalations, items }: Passed,
  members: ReadonlyMap<string, readonly { readonly person_id: string }[]>,
): readonly Event[] {
  const point = clock.passed.at(-1) ?? 'warning'
  return items.map((item, place): Event => {
    const to = escalations.flatMap((escalation): readonly string[] => {
      if (escalation.kind !== 'tell') return []
      const { to: target } = escalation
      if (target.kind === 'responsible') return item.responsible_id === null ? [] : [item.responsible_id]
      // Of several items that are open, others than those who do them hear once.
      if (place > 0) return []
      if (target.kind === 'starter') return item.started_by === null ? [] : [item.started_by]
      if (target.kind === 'person') return [target.personId]
      return target.kind !== 'team'
        ? []
        : (members.get(target.teamId) ?? []).map((member) => member.person_id)
    })
    const { dueAt, activityId, instanceId } = clock
    return {
      ...{ id: unit.newId<'Event'>(), kind: 'process.level_passed', at: unit.now, actor: unit.actor },
      ...{ subject: { kind: 'instance', id: instanceId }, containerId: item.process_id },
      ...(item.item_id === null ? {} : { touches: [{ kind: 'item', id: item.item_id }] }),
      data: {
        ...{ levelId: level.id, activityId, itemId: item.item_id, title: item.title, point, dueAt },
        to: [...new Set(to)],
      },
    }
  })
}
