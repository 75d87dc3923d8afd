import { err, type Id, type Instant, ok, type Result } from '../kernel/index.ts'
import type { AreaOfInterest } from './area-of-interest.ts'
import { checkItem, type ItemRules, refuseComputed } from './check-item.ts'
import { seenUnder } from './confidential.ts'
import type { FieldValue } from './custom-field.ts'
import { type DecideContext, type Decision, decided } from './decision.ts'
import { rankAtEnd } from './rank.ts'
import type { WorkItemPatch } from './work-event.ts'
import type { SeenBy, WorkItem } from './work-item.ts'
import { findState, initialState, type StateGroup } from './workflow.ts'

/** What a new item is made of. Only id, container, type and title are needed. */
export type NewWorkItem = Omit<WorkItemPatch, 'title'> & {
  readonly id: Id<'WorkItem'>
  readonly containerId: Id<'Container'>
  readonly title: string
  readonly stateId?: string | undefined
  /** What is known of an item that was worked on elsewhere before. */
  readonly past?: ItemPast | undefined
  /** Who sees it, where that is not left to what it lies under. */
  readonly ownSeenBy?: SeenBy | undefined
}

/** When things happened to an item before it came here. Moments that are not known are left out. */
export type ItemPast = {
  readonly createdAt?: Instant | undefined
  readonly startedAt?: Instant | undefined
  readonly finishedAt?: Instant | undefined
  /** When it entered the state in which it comes. */
  readonly stateSince?: Instant | undefined
}

/** What creation needs to know: the rules, the key handed out by the home container, its default area, who sees it there. */
export type CreateContext = DecideContext &
  ItemRules & {
    readonly key: string
    readonly defaultArea: AreaOfInterest
    readonly order: number
    /** Who sees its parent. */
    readonly above: SeenBy
  }

/**
 * Opens a work item in its home container, in the first state of its type unless another is named.
 *
 * @returns refused with `work.state_unknown` or one of the codes of `checkItem`
 */
export function createWorkItem(input: NewWorkItem, context: CreateContext): Result<Decision> {
  const workflow = context.type.workflow
  const state = input.stateId === undefined ? initialState(workflow) : findState(workflow, input.stateId)
  if (!state) return err({ code: 'work.state_unknown', params: { state: input.stateId ?? '' } })
  const { fields, containerId, stateId: _named, past = {}, ...given } = input
  const computed = refuseComputed(fields, context)
  if (computed) return err(computed)
  const item: WorkItem = {
    ...emptyItem(context),
    ...defined(given),
    title: input.title.trim(),
    fields: withoutNulls(fields ?? {}),
    containerIds: [containerId],
    stateId: state.id,
    stateGroup: state.group,
    ...momentsOf(past, state.group, context.now),
    seenBy: seenUnder(given.ownSeenBy ?? null, context.above),
  }
  const checked = checkItem(item, context)
  return checked.ok ? ok(decided(item, [{ kind: 'work.created', data: { item } }], context)) : checked
}

/** Nothing has happened before the item was made, nor after now; what is not known happens now. */
function momentsOf(
  past: ItemPast,
  group: StateGroup,
  now: Instant,
): Pick<WorkItem, 'createdAt' | 'startedAt' | 'finishedAt' | 'stateSince'> {
  const createdAt = Math.min(past.createdAt ?? now, now)
  const within = (moment: Instant | undefined) => Math.min(Math.max(moment ?? now, createdAt), now)
  const isStarted = group !== 'backlog' && group !== 'ready'
  return {
    createdAt,
    startedAt: isStarted ? Math.min(within(past.startedAt), within(past.finishedAt)) : null,
    finishedAt: group === 'done' ? within(past.finishedAt) : null,
    stateSince: within(past.stateSince),
  }
}

function emptyItem(
  context: CreateContext,
): Omit<WorkItem, 'id' | 'title' | 'stateId' | 'stateGroup' | 'containerIds'> {
  const creator =
    context.actor.kind === 'person' || context.actor.kind === 'import' ? context.actor.personId : null
  return {
    key: context.key,
    typeId: context.type.id,
    description: '',
    area: context.defaultArea,
    parentId: null,
    rank: rankAtEnd(context.now, context.order),
    priority: 0,
    responsibleId: null,
    accountableId: null,
    requesterId: creator,
    teamId: null,
    startsOn: null,
    dueOn: null,
    effortMin: null,
    effortLowMin: null,
    effortHighMin: null,
    costOfDelayMinor: null,
    role: null,
    practice: null,
    resources: null,
    artifact: null,
    isMilestone: false,
    labelIds: [],
    fields: {},
    waitingFor: null,
    openBlockers: [],
    childCount: 0,
    childDoneCount: 0,
    lineCount: 0,
    lineDoneCount: 0,
    startedAt: null,
    finishedAt: null,
    acceptedAt: null,
    noticedAt: null,
    archivedAt: null,
    createdAt: context.now,
    createdBy: creator,
    updatedAt: context.now,
    stateSince: context.now,
    ownSeenBy: null,
    seenBy: null,
    version: 1,
  }
}

/** Fields that were left out keep their defaults, also when they are there as `undefined`. */
function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]-?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as ReturnType<typeof defined<Fields>> // Only undefined values were dropped.
}

function withoutNulls(fields: Readonly<Record<string, FieldValue | null>>): Record<string, FieldValue> {
  const kept: Record<string, FieldValue> = {}
  for (const [id, value] of Object.entries(fields)) if (value !== null) kept[id] = value
  return kept
}
