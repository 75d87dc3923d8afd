import type { Event } from '@millrace/core/kernel'
import { checkPackages, type PhasedWork, progressOfMove } from '@millrace/core/schedule'
import type { Relation, WorkEvent } from '@millrace/core/work'
import { askingReaction, type Reaction, Refused, type Unit } from '../../platform/commands/index.ts'
import type { PlanOfTemplate } from '../work/index.ts'
import { demandPackages } from './demand-packages.ts'
import { demandStay } from './demand-stay.ts'
import { orderReactions } from './order-reactions.ts'
import { outdatePlans, outdateWaiting } from './outdate-plans.ts'
import { phaseEvent } from './phase-event.ts'
import { findContainersOf, findPackages, holdPhasePlaces } from './queries/find-packages.ts'
import { findProjectsOf } from './queries/find-projects.ts'
import { shareEfforts } from './share-efforts.ts'
import { saveGates } from './store/gates.ts'
import { savePackages } from './store/packages.ts'
import { savePhases } from './store/phases.ts'
import { saveProgress } from './store/plan-state.ts'
import { leavePhases, savePhaseItems, saveRollingWave } from './store/rolling-wave.ts'

/** What changes the plans of projects whatever it says. */
const ALWAYS_MOVING = [
  'work.placed',
  'work.archived',
  'work.restored',
  'work.merged',
  'work.seen_by_changed',
  'work.related',
  'work.unrelated',
  'work.container_changed',
  'schedule.item_phased',
  'schedule.phase_changed',
  'schedule.phase_promoted',
  'schedule.phase_removed',
  'schedule.rolling_wave_set',
]

/** What this feature makes of what happens to items. */
export const scheduleReactions: readonly Reaction[] = [
  ...orderReactions,
  { kinds: ['work.template_used'], react: beginPlans },
  { kinds: ['work.created', 'work.changed', 'work.restored'], react: keepPackages },
  { kinds: ['work.changed'], react: keepInPhase },
  askingReaction({ kinds: ['work.moved'], ask: findBegunPackages, react: keepProgress }),
  { kinds: ['work.changed'], react: keepShares },
  askingReaction({
    kinds: [...ALWAYS_MOVING, 'work.created', 'work.changed', 'work.moved'],
    ask: findTheirProjects,
    react: outdateTheirPlans,
  }),
  {
    kinds: ['work.placed'],
    react: (unit, events) =>
      leavePhases(
        unit,
        events.map((event) => event.subject.id),
      ),
  },
]

/** A container made from a template has the phases and the ranges of work that were kept with it. */
async function beginPlans(unit: Unit, events: readonly Event[]): Promise<void> {
  const plans = events.map(({ subject, data }) => {
    return { projectId: subject.id, ...(data as PlanOfTemplate) } // What the feature of work records with this kind.
  })
  const phases = plans.flatMap((plan) => plan.phases)
  if (phases.length === 0) return
  await saveRollingWave(
    unit,
    plans.map(({ projectId, hasRollingWave }) => ({ projectId, isOn: hasRollingWave })),
  )
  await savePhases(unit, phases)
  await saveGates(unit, phases)
  await savePhaseItems(
    unit,
    new Map(plans.flatMap(({ phaseOf }) => phaseOf.map(({ itemId, phaseId }) => [itemId, phaseId] as const))),
  )
  await savePackages(
    unit,
    new Map(
      plans.flatMap(({ packages }) => packages.map(({ itemId, ...ranges }) => [itemId, ranges] as const)),
    ),
  )
  await endDetailedWaves(unit, plans)
  unit.record(phases.map((phase) => phaseEvent(unit, 'schedule.phase_added', { phase })))
}

type Begun = PlanOfTemplate & { readonly projectId: string }

/** Where later phases are planned in detail already, they go on being so: the project is not planned in waves. */
async function endDetailedWaves(unit: Unit, plans: readonly Begun[]): Promise<void> {
  const { tx, organisationId } = unit
  const placed = plans.flatMap(({ phaseOf }) => phaseOf.map(({ itemId }) => itemId))
  if (placed.length === 0) return
  const detailed = (await findPackages(tx, organisationId, placed)).filter((work) => checkPackages([work]))
  if (detailed.length === 0) return
  const items = await findContainersOf(
    tx,
    organisationId,
    detailed.map(({ itemId }) => itemId),
  )
  const projectIds = new Set([...items.values()].flatMap(({ containerIds }) => containerIds))
  await saveRollingWave(
    unit,
    plans.flatMap(({ projectId }) => (projectIds.has(projectId) ? [{ projectId, isOn: false }] : [])),
  )
}

/** Fields that say more than is known of a later phase, or bring an item there. */
const DETAIL = [
  'responsibleId',
  'startsOn',
  'dueOn',
  'effortMin',
  'effortLowMin',
  'effortHighMin',
  'parentId',
] as const

/** Most changes say nothing about detail, and cost no question. */
async function keepPackages(unit: Unit, events: readonly Event[]): Promise<void> {
  const itemIds = events
    .filter((event) => addsDetail(event as WorkEvent)) // The kinds above are those of work.
    .map((event) => event.subject.id)
  if (itemIds.length > 0) await demandPackages(unit, { itemIds: [...new Set(itemIds)] })
}

function addsDetail(event: WorkEvent): boolean {
  switch (event.kind) {
    case 'work.created': {
      // Nobody could put it into a phase yet, except by what it lies under.
      const { item } = event.data
      return item.parentId !== null && DETAIL.some((field) => field !== 'parentId' && item[field] !== null)
    }
    case 'work.changed':
      return DETAIL.some((field) => event.data.changes[field] !== undefined)
    default:
      return true
  }
}

/** What lay in a later phase by what it lay under does not come out of it by lying elsewhere. */
async function keepInPhase(unit: Unit, events: readonly Event[]): Promise<void> {
  const moved = events.flatMap((event) => {
    const { subject, data } = event as Extract<WorkEvent, { kind: 'work.changed' }> // The only kind asked for.
    const parentId = data.changes.parentId?.from
    return typeof parentId === 'string' ? [{ itemId: subject.id, parentId }] : []
  })
  if (moved.length === 0) return
  const { tx, organisationId } = unit
  const parentIds = moved.map(({ parentId }) => parentId)
  const places = await holdPhasePlaces(tx, organisationId, parentIds)
  const leaving = moved.filter(({ parentId }) => places.get(parentId)?.isLater === true)
  if (leaving.length === 0) return
  const items = await findContainersOf(
    tx,
    organisationId,
    leaving.map(({ itemId }) => itemId),
  )
  await demandStay(
    unit,
    leaving.flatMap(({ itemId, parentId }) => {
      const item = items.get(itemId)
      // What was put into a phase itself stays there.
      return item && !item.isPlaced ? [{ itemId, title: item.title, from: places.get(parentId) ?? null }] : []
    }),
  )
}

/** Who does an item does as much of it as before when its effort changes. */
async function keepShares(unit: Unit, events: readonly Event[]): Promise<void> {
  const itemIds = events
    .filter((event) => 'effortMin' in (event as WorkEvent & { kind: 'work.changed' }).data.changes) // The only kind asked for.
    .map((event) => event.subject.id)
  if (itemIds.length > 0) await shareEfforts(unit, [...new Set(itemIds)])
}

/** Work has begun, and ended, when its state said so. */
function progressIn(events: readonly Event[]) {
  return events.flatMap((event) => {
    const { subject, at, data } = event as Extract<WorkEvent, { kind: 'work.moved' }> // The only kind asked for.
    const progress = progressOfMove(data)
    return progress ? [{ itemId: subject.id, at, ...progress }] : []
  })
}

/** Work that has begun, as its state tells already, is dated, and no package any more. */
async function findBegunPackages(unit: Unit, events: readonly Event[]): Promise<readonly PhasedWork[]> {
  const begun = progressIn(events).flatMap(({ itemId, hasBegun }) => (hasBegun === true ? [itemId] : []))
  return begun.length === 0 ? [] : await findPackages(unit.tx, unit.organisationId, begun)
}

async function keepProgress(
  unit: Unit,
  events: readonly Event[],
  packages: readonly PhasedWork[],
): Promise<void> {
  const moves = progressIn(events)
  if (moves.length > 0) saveProgress(unit, moves)
  const refusal = checkPackages(packages)
  if (refusal) throw new Refused(refusal)
  await Promise.resolve()
}

/** Fields of an item that its dates on a plan may follow from. */
const MOVING = ['parentId', 'startsOn', 'dueOn', 'effortMin', 'isMilestone'] as const

/** What changes only the items that it names, and links between them. */
const OF_ITEMS = new Set(['work.created', 'work.changed', 'work.moved', 'work.related', 'work.unrelated'])

/** What takes items off plans, or brings them there. */
const ARRIVING = new Set(['work.placed', 'work.archived', 'work.restored'])

/** Most changes say nothing about time, and cost no question. */
async function findTheirProjects(unit: Unit, events: readonly Event[]): Promise<readonly string[]> {
  const moving = events.filter(movesPlan)
  if (moving.length === 0) return []
  const containerIds = moving.flatMap(({ containerId }) => containerId ?? [])
  // Most projects are lists with dates: theirs begin to be calculated with the first link.
  const isPlanned = !moving.some(({ kind }) => kind === 'work.related')
  const of = { containerIds, itemIds: itemIdsOf(moving), isPlanned }
  return await findProjectsOf(unit.tx, unit.organisationId, of)
}

async function outdateTheirPlans(
  unit: Unit,
  events: readonly Event[],
  projectIds: readonly string[],
): Promise<void> {
  const moving = events.filter(movesPlan)
  if (moving.length === 0) return
  const isOfItems = moving.every(({ kind }) => OF_ITEMS.has(kind))
  await outdatePlans(unit, projectIds, isOfItems ? itemIdsOf(moving) : null)
  // What is gone from a plan, or has come to one, does not move there.
  const arriving = moving.filter(({ kind }) => ARRIVING.has(kind)).map(({ subject }) => subject.id)
  await outdateWaiting(unit, { projectIds: [], itemIds: arriving, who: 'all' })
}

function itemIdsOf(events: readonly Event[]): readonly string[] {
  return events.flatMap(({ subject, touches = [] }) =>
    [subject, ...touches].flatMap(({ kind, id }) => (kind === 'item' ? [id] : [])),
  )
}

function movesPlan(event: Event): boolean {
  switch (event.kind) {
    case 'work.created':
    case 'work.changed':
    case 'work.moved':
      return movesDates(event as WorkEvent) // The kinds are those of work.
    case 'work.related':
    case 'work.unrelated':
      // What the feature of work records with these kinds.
      return (event.data as { readonly relation: Relation }).relation.kind === 'precedes'
    default:
      return true
  }
}

function movesDates(event: WorkEvent): boolean {
  switch (event.kind) {
    case 'work.created': {
      const { item } = event.data
      return MOVING.some((field) => item[field] !== null && item[field] !== false)
    }
    case 'work.changed':
      return MOVING.some((field) => event.data.changes[field] !== undefined)
    case 'work.moved':
      return progressOfMove(event.data) !== null
    default:
      return true
  }
}
