import type { Actor, Event, Id, Instant } from '../kernel/index.ts'
import type { FieldChanges, WorkEvent } from '../work/index.ts'

/** What people are told of, the most pressing first. Each of them can be muted but reminders, which one sets oneself. */
export const NEWS_KINDS = [
  'mention',
  'nudge',
  'assignment',
  'waiting',
  'reminder',
  'alert',
  'blocker',
  'date',
  'comment',
  'state',
  'result',
  'file',
] as const
/** A kind of news about an item. */
export type NewsKind = (typeof NEWS_KINDS)[number]

/** One thing worth telling about an item, or about an instance of a process that never had one. `to` names people it is meant for; followers hear of it unless `isPrivate`. */
export type News = {
  readonly id: Id<'Event'>
  readonly itemId: Id<'WorkItem'> | null
  readonly instanceId: Id<'ProcessInstance'> | null
  readonly kind: NewsKind
  readonly at: Instant
  readonly actor: Actor
  readonly to: readonly Id<'Person'>[]
  readonly isPrivate: boolean
  /** The comment it is about, to lead there. */
  readonly commentId: Id<'Comment'> | null
  /** What tells it: the states of a move, the people of a hand-off, the days of a new date. */
  readonly facts: Readonly<Record<string, unknown>>
}

/** What news is about. */
export function subjectOf({ itemId, instanceId }: Pick<News, 'itemId' | 'instanceId'>): string {
  return itemId ?? instanceId ?? ''
}

/** The kinds of journal events that may be worth telling. */
export const TOLD_EVENTS = [
  'work.created',
  'work.changed',
  'work.moved',
  'work.waiting',
  'work.blocked',
  'work.unblocked',
  'work.accepted',
  'work.noticed',
  'work.took_in',
  'discussion.added',
  'discussion.edited',
  'files.attached',
  'notify.nudged',
  'process.level_passed',
  'process.cause_appeared',
] as const

type Told = Pick<News, 'kind' | 'facts'> &
  Partial<Pick<News, 'to' | 'commentId' | 'isPrivate' | 'itemId' | 'instanceId'>>

/** What of an event is worth telling, the most pressing first. Nothing of an import is, nor of an item's place or wording. */
export function newsOf(event: Event): readonly News[] {
  if (event.actor.kind === 'import') return []
  return toldOf(event).map((told) => ({
    id: event.id,
    at: event.at,
    actor: event.actor,
    itemId: event.subject.id,
    instanceId: null,
    to: [],
    isPrivate: false,
    commentId: null,
    ...told,
  }))
}

function toldOf(event: Event): readonly Told[] {
  switch (event.kind) {
    case 'discussion.added':
    case 'discussion.edited':
      return commentNews(event)
    case 'files.attached':
      return fileNews(event)
    case 'notify.nudged':
      return nudgeNews(event)
    case 'process.level_passed':
      return levelNews(event)
    case 'process.cause_appeared':
      return causeNews(event)
    default:
      // Only events of work are left of those listed above.
      return workNews(event as WorkEvent)
  }
}

function workNews(event: WorkEvent): readonly Told[] {
  switch (event.kind) {
    case 'work.created':
      return handOver(null, event.data.item.responsibleId, 'responsibleId')
    case 'work.changed':
      return changeNews(event.data.changes)
    case 'work.moved': {
      const { from, to, fromGroup, toGroup } = event.data
      return [{ kind: 'state', facts: { from, to, fromGroup, toGroup } }]
    }
    case 'work.waiting':
      return waitingNews(event.data.waitingFor)
    case 'work.blocked':
      return [
        { kind: 'blocker', facts: { reason: event.data.blocker.reason, note: event.data.blocker.note } },
      ]
    case 'work.unblocked':
      return [{ kind: 'blocker', facts: { reason: null } }]
    case 'work.accepted':
      return [{ kind: 'result', facts: { is: 'accepted' } }]
    case 'work.noticed':
      return [{ kind: 'result', facts: { is: 'noticed', note: event.data.note } }]
    case 'work.took_in':
      return [{ kind: 'result', facts: { is: 'tookIn', key: event.data.key } }]
    default:
      return []
  }
}

function changeNews(changes: FieldChanges): readonly Told[] {
  const { responsibleId, accountableId, dueOn } = changes
  return [
    ...(responsibleId ? handOver(responsibleId.from, responsibleId.to, 'responsibleId') : []),
    ...(accountableId ? handOver(accountableId.from, accountableId.to, 'accountableId') : []),
    ...(dueOn ? [{ kind: 'date' as const, facts: { from: dueOn.from, to: dueOn.to } }] : []),
  ]
}

/** Who gets the work and who loses it are both told, also when they do not follow it any more. */
function handOver(
  from: Id<'Person'> | null,
  to: Id<'Person'> | null,
  field: 'responsibleId' | 'accountableId',
): readonly Told[] {
  const concerned = [to, from].filter((id) => id !== null)
  return concerned.length === 0 ? [] : [{ kind: 'assignment', to: concerned, facts: { field, from, to } }]
}

function waitingNews(waitingFor: Extract<WorkEvent, { kind: 'work.waiting' }>['data']['waitingFor']) {
  const personId = waitingFor?.personId ?? null
  const note = waitingFor?.note ?? ''
  return personId === null
    ? []
    : [{ kind: 'waiting' as const, to: [personId], isPrivate: true, facts: { personId, note } }]
}

/** An edited comment is news only to those whom the edit calls. */
function commentNews(event: Event): readonly Told[] {
  const { itemId, called } = event.data as CommentData // As the discussion records it.
  const said = { itemId, commentId: event.subject.id, facts: {} }
  const mention: Told = { ...said, kind: 'mention', to: called, isPrivate: true }
  const comment: Told = { ...said, kind: 'comment' }
  const isNew = event.kind === 'discussion.added'
  return [...(called.length > 0 ? [mention] : []), ...(isNew ? [comment] : [])]
}

function fileNews(event: Event): readonly Told[] {
  const { itemId, name } = event.data as FileData // As the room of files records it.
  return itemId === null ? [] : [{ kind: 'file', itemId, facts: { name } }]
}

function nudgeNews(event: Event): readonly Told[] {
  const { itemId, personId } = event.data as NudgeData // As the command records it.
  return [{ kind: 'nudge', itemId, to: [personId], isPrivate: true, facts: {} }]
}

/** A service level is at risk or broken: told to those whom it names, whatever they follow. */
function levelNews(event: Event): readonly Told[] {
  const { itemId, to, point, dueAt } = event.data as LevelData // As the engine of processes records it.
  if (to.length === 0) return []
  const about = aboutInstance(event, itemId)
  return [{ ...about, kind: 'alert', to, isPrivate: true, facts: { is: LEVEL_ALERTS[point], dueAt } }]
}

/** What happened to an instance is told by its item; where it never had one, by itself. */
function aboutInstance({ subject }: Event, itemId: Id<'WorkItem'> | null) {
  return { itemId, instanceId: itemId === null ? subject.id : null }
}

const LEVEL_ALERTS = { warning: 'levelAtRisk', goal: 'levelGoalMissed', deadline: 'levelMissed' } as const

type LevelData = {
  readonly itemId: Id<'WorkItem'> | null
  readonly to: readonly Id<'Person'>[]
  readonly point: keyof typeof LEVEL_ALERTS
  readonly dueAt: Instant
}

/** Something is stuck for a cause that was not there before: told to whoever owns the process. */
function causeNews(event: Event): readonly Told[] {
  const { itemId, to, title } = event.data as CauseData // As the engine of processes records it.
  const about = aboutInstance(event, itemId)
  return [{ ...about, kind: 'alert', to, isPrivate: true, facts: { is: 'stuck', title } }]
}

type CauseData = {
  readonly itemId: Id<'WorkItem'> | null
  readonly to: readonly Id<'Person'>[]
  readonly title: string
}

/** What the discussion says of a comment. */
type CommentData = {
  readonly itemId: Id<'WorkItem'>
  readonly called: readonly Id<'Person'>[]
}

/** Who was nudged about what. */
type NudgeData = { readonly itemId: Id<'WorkItem'>; readonly personId: Id<'Person'> }

/** What the room of files says of one. */
type FileData = { readonly itemId: Id<'WorkItem'> | null; readonly name: string }
