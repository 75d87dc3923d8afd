import { dayNumber, type Id, type Instant, type PlainDate } from '../kernel/index.ts'
import type { ChecklistLine } from './checklist.ts'
import type { WorkItem } from './work-item.ts'

/** Where an item stands on a person's own list. */
export const MY_WORK_SECTIONS = ['doNow', 'next', 'waitingFor', 'later'] as const
/** A part of a person's own list, in the order of `MY_WORK_SECTIONS`. */
export type MyWorkSection = (typeof MY_WORK_SECTIONS)[number]

/** One reason for a place on the list, for the answer to "why this now?". */
export type MyWorkReason =
  | { readonly kind: 'inProgress'; readonly since: Instant }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'dueToday' }
  | { readonly kind: 'urgent' }
  | { readonly kind: 'othersWaitForYou'; readonly since: Instant }
  | { readonly kind: 'linesForYou'; readonly count: number; readonly dueOn: PlainDate | null }
  | { readonly kind: 'delayPerHour'; readonly minor: number }
  | { readonly kind: 'priority'; readonly priority: WorkItem['priority'] }
  | { readonly kind: 'due'; readonly days: number }
  | { readonly kind: 'inOrder' }
  | { readonly kind: 'waiting'; readonly since: Instant }
  | { readonly kind: 'blocked'; readonly since: Instant }
  | { readonly kind: 'notReady' }

/** An item with its reasons, the deciding one first. */
export type MyWorkEntry<Item> = { readonly item: Item; readonly reasons: readonly MyWorkReason[] }

/** The four parts of a person's list, each in the order in which it is best worked off. */
export type MyWork<Item> = { readonly [Section in MyWorkSection]: readonly MyWorkEntry<Item>[] }

type MyWorkItem = Pick<
  WorkItem,
  | 'id'
  | 'stateGroup'
  | 'stateSince'
  | 'priority'
  | 'responsibleId'
  | 'accountableId'
  | 'dueOn'
  | 'effortMin'
  | 'costOfDelayMinor'
  | 'rank'
  | 'waitingFor'
  | 'openBlockers'
  | 'startedAt'
  | 'archivedAt'
>

/** Whose list it is, and which day it is where that person is. */
export type MyWorkContext = {
  readonly personId: Id<'Person'>
  readonly today: PlainDate
  /** What the person has to do on checklists, by item. */
  readonly lines?: ReadonlyMap<Id<'WorkItem'>, LinesForYou>
}

/** How many open lines of an item are a person's, and when the first of them is due. */
export type LinesForYou = { readonly count: number; readonly dueOn: PlainDate | null }

/** Urgent, as `Priority` counts. */
const URGENT = 4
/** Items without an estimate are ranked as if they took a day; a wrong guess costs one place, not the item. */
const UNKNOWN_EFFORT_MIN = 480
/** Nothing is smaller than a quarter of an hour: dividing by less would let trifles win. */
const LEAST_EFFORT_MIN = 15

/**
 * Sorts everything that concerns a person into what to do now, what to pull next, what stands still
 * because of others, and the rest. An item is theirs when they are responsible, or accountable while
 * nobody is responsible, when somebody waits for them, or when a line of its checklists is theirs. What waits or is blocked cannot be done and
 * is therefore never under "do now", however late it is.
 *
 * @param items any items; finished, archived and other people's are left out
 * @returns `doNow` by urgency, `next` in pull order (cost of delay per hour of effort, then priority,
 *   then due day, then manual order), `waitingFor` longest first, `later` by due day and manual order
 * @see Reinertsen, The Principles of Product Development Flow, 2009: weighted shortest job first
 */
export function sortMyWork<Item extends MyWorkItem>(
  items: readonly Item[],
  context: MyWorkContext,
): MyWork<Item> {
  const parts = { doNow: [], next: [], waitingFor: [], later: [] } as {
    [Section in MyWorkSection]: MyWorkEntry<Item>[] // Empty lists have no element type of their own.
  }
  for (const item of items) {
    const placed = place(item, context)
    if (placed) parts[placed.section].push({ item, reasons: placed.reasons })
  }
  return {
    doNow: parts.doNow.toSorted(compareDoNow),
    next: parts.next.toSorted((a, b) => comparePull(a.item, b.item)),
    waitingFor: parts.waitingFor.toSorted((a, b) => standingSince(a.item) - standingSince(b.item)),
    later: parts.later.toSorted((a, b) => compareDue(a.item, b.item) || compareRank(a.item, b.item)),
  }
}

/** The open lines of checklists that a person is responsible for, summed up by item. */
export function linesForPerson(
  lines: Iterable<ChecklistLine>,
  personId: Id<'Person'>,
): ReadonlyMap<Id<'WorkItem'>, LinesForYou> {
  const byItem = new Map<Id<'WorkItem'>, LinesForYou>()
  for (const line of lines) {
    if (line.responsibleId !== personId || !isOpenLine(line)) continue
    const { count, dueOn } = byItem.get(line.itemId) ?? { count: 0, dueOn: null }
    const earlier = [dueOn, line.dueOn].filter((day) => day !== null).toSorted(compareText)[0] ?? null
    byItem.set(line.itemId, { count: count + 1, dueOn: earlier })
  }
  return byItem
}

/** A line that became a sub-item is on the list as that item. */
function isOpenLine(line: ChecklistLine): boolean {
  return line.doneAt === null && line.removedAt === null && line.subItemId === null
}

/**
 * What waiting one hour of effort costs: cost of delay per week divided by hours of effort, in minor
 * units. Null when the cost of delay is not known.
 */
export function delayPerHour(item: Pick<WorkItem, 'costOfDelayMinor' | 'effortMin'>): number | null {
  if (item.costOfDelayMinor === null) return null
  const effort = Math.max(item.effortMin ?? UNKNOWN_EFFORT_MIN, LEAST_EFFORT_MIN)
  return (item.costOfDelayMinor * 60) / effort
}

type Placed = { readonly section: MyWorkSection; readonly reasons: readonly MyWorkReason[] }

function place(item: MyWorkItem, context: MyWorkContext): Placed | null {
  if (item.archivedAt !== null || item.stateGroup === 'done') return null
  const waitedFor = item.waitingFor?.personId === context.personId ? item.waitingFor : null
  if (waitedFor) {
    const asked: MyWorkReason = { kind: 'othersWaitForYou', since: waitedFor.since }
    return { section: 'doNow', reasons: [asked, ...pressing(item, context.today)] }
  }
  const lines = linesReason(item, context)
  const owner = item.responsibleId ?? item.accountableId
  if (owner !== context.personId) return lines && placeLines(lines, context.today)
  return placeOwn(item, lines, context.today)
}

function placeOwn(item: MyWorkItem, lines: LinesReason | null, today: PlainDate): Placed {
  const standing = standingStill(item)
  const also = lines ? [lines] : []
  if (standing) return { section: 'waitingFor', reasons: [standing, ...pressing(item, today), ...also] }
  const now = pressing(item, today)
  if (now.length > 0) return { section: 'doNow', reasons: [...now, ...also] }
  if (lines && isDue(lines, today)) return { section: 'doNow', reasons: also }
  return item.stateGroup === 'ready'
    ? { section: 'next', reasons: [...pullReasons(item, today), ...also] }
    : { section: 'later', reasons: [{ kind: 'notReady' }, ...also] }
}

type LinesReason = Extract<MyWorkReason, { kind: 'linesForYou' }>

function linesReason(item: MyWorkItem, { lines }: MyWorkContext): LinesReason | null {
  const mine = lines?.get(item.id)
  return mine ? { kind: 'linesForYou', ...mine } : null
}

/** Of somebody else's item only the lines press; a line without a day has time. */
function placeLines(lines: LinesReason, today: PlainDate): Placed {
  if (isDue(lines, today)) return { section: 'doNow', reasons: [lines] }
  return { section: lines.dueOn === null ? 'later' : 'next', reasons: [lines] }
}

function isDue({ dueOn }: LinesReason, today: PlainDate): boolean {
  return dueOn !== null && dueOn <= today
}

function pressing(item: MyWorkItem, today: PlainDate): MyWorkReason[] {
  const reasons: MyWorkReason[] = []
  const days = daysUntil(item.dueOn, today)
  if (days !== null && days < 0) reasons.push({ kind: 'overdue', days: -days })
  if (days === 0) reasons.push({ kind: 'dueToday' })
  if (item.priority === URGENT) reasons.push({ kind: 'urgent' })
  if (item.stateGroup === 'inProgress' || item.stateGroup === 'inReview') {
    reasons.push({ kind: 'inProgress', since: item.startedAt ?? item.stateSince })
  }
  return reasons
}

function standingStill(item: MyWorkItem): MyWorkReason | null {
  const blocker = item.openBlockers[0]
  if (item.waitingFor) return { kind: 'waiting', since: item.waitingFor.since }
  if (item.stateGroup === 'waiting') return { kind: 'waiting', since: item.stateSince }
  return blocker ? { kind: 'blocked', since: blocker.since } : null
}

function pullReasons(item: MyWorkItem, today: PlainDate): MyWorkReason[] {
  const reasons: MyWorkReason[] = []
  const minor = delayPerHour(item)
  const days = daysUntil(item.dueOn, today)
  if (minor !== null) reasons.push({ kind: 'delayPerHour', minor: Math.round(minor) })
  if (item.priority > 0) reasons.push({ kind: 'priority', priority: item.priority })
  if (days !== null) reasons.push({ kind: 'due', days })
  return reasons.length > 0 ? reasons : [{ kind: 'inOrder' }]
}

function compareDoNow(a: MyWorkEntry<MyWorkItem>, b: MyWorkEntry<MyWorkItem>): number {
  return (
    Number(started(b.item)) - Number(started(a.item)) ||
    Number(b.item.priority === URGENT) - Number(a.item.priority === URGENT) ||
    compareDue(a.item, b.item) ||
    comparePull(a.item, b.item)
  )
}

function comparePull(a: MyWorkItem, b: MyWorkItem): number {
  return (
    (delayPerHour(b) ?? -1) - (delayPerHour(a) ?? -1) ||
    b.priority - a.priority ||
    compareDue(a, b) ||
    compareRank(a, b)
  )
}

function started(item: MyWorkItem): boolean {
  return item.stateGroup === 'inProgress' || item.stateGroup === 'inReview'
}

/** Days are compared as text; none comes last. */
function compareDue(a: MyWorkItem, b: MyWorkItem): number {
  return compareText(a.dueOn ?? '9999', b.dueOn ?? '9999')
}

function compareRank(a: MyWorkItem, b: MyWorkItem): number {
  return compareText(a.rank, b.rank) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function standingSince(item: MyWorkItem): Instant {
  return item.waitingFor?.since ?? item.openBlockers[0]?.since ?? item.stateSince
}

function daysUntil(date: PlainDate | null, today: PlainDate): number | null {
  if (date === null) return null
  const [from, to] = [dayNumber(today), dayNumber(date)]
  return from === undefined || to === undefined ? null : to - from
}
