import type { NotificationEvent } from '@millrace/contract'
import { NEWS_KINDS } from '@millrace/core/notify'
import type { StateGroup } from '@millrace/core/work'
import type { Directory } from '../../../platform/store/index.ts'
import { formatDay, formatInstant } from '../../../ui/index.ts'
import { textsNews } from '../texts-news.ts'

/** What happened, for people: who did it (empty when time did), what, and words of theirs. */
export type NewsWords = { readonly who: string; readonly what: string; readonly note: string }

/** What the words need to know of the organisation. */
export type Names = Pick<Directory, 'people' | 'types' | 'me'>

type Facts = NotificationEvent['facts']

/** Says what an event means, in words that follow the name of whoever did it. */
export function newsInWords(event: NotificationEvent, names: Names): NewsWords {
  const isTime = event.kind === 'reminder' || event.kind === 'alert'
  const doer = event.personId === null ? textsNews.process : personName(event.personId, names)
  const isGone = event.commentId !== null && event.excerpt === null
  const note = isGone ? textsNews.takenBack : (event.excerpt ?? textOf(event.facts['note']))
  return { who: isTime ? '' : doer, what: WHAT[event.kind](event.facts, names), note: plain(note) }
}

/** The event that tells a line best: the latest of its most pressing kind. */
export function leadOf(events: readonly NotificationEvent[]): NotificationEvent | undefined {
  const kind = NEWS_KINDS.find((each) => events.some((event) => event.kind === each))
  return events.findLast((event) => event.kind === kind)
}

/** What time itself has to say: of a due date, or of a service level. */
function alertWords({ is, dueOn, dueAt, title }: Facts): string {
  if (is === 'stuck') return textsNews.stuck(textOf(title))
  if (is === 'dueToday') return textsNews.dueToday
  if (typeof dueAt !== 'number') return textsNews.overdue(formatDay(textOf(dueOn)))
  const moment = formatInstant(dueAt)
  if (is === 'levelAtRisk') return textsNews.levelAtRisk(moment)
  return is === 'levelMissed' ? textsNews.levelMissed(moment) : textsNews.levelGoalMissed(moment)
}

const WHAT: Readonly<Record<NotificationEvent['kind'], (facts: Facts, names: Names) => string>> = {
  mention: () => textsNews.mention,
  nudge: () => textsNews.nudge,
  assignment: handOver,
  waiting: () => textsNews.waiting,
  reminder: () => textsNews.reminder,
  alert: alertWords,
  blocker: ({ reason }) =>
    reason === null ? textsNews.unblocked : textsNews.blocked(textsNews.reasons[textOf(reason)] ?? ''),
  date: newDate,
  comment: () => textsNews.comment,
  state: ({ to, toGroup }, names) => textsNews.state(stateName(textOf(to), toGroup, names)),
  result: ({ is, key }) =>
    is === 'tookIn'
      ? textsNews.tookIn(textOf(key))
      : is === 'accepted'
        ? textsNews.accepted
        : textsNews.noticed,
  file: ({ name }) => textsNews.file(textOf(name)),
}

function handOver({ field, from, to }: Facts, names: Names): string {
  const part = field === 'accountableId' ? 'accountableId' : 'responsibleId'
  const receiver = typeof to === 'string' ? personName(to, names) : null
  if (to === names.me.personId) return textsNews.toYou[part]
  if (from === names.me.personId)
    return part === 'accountableId' ? textsNews.notAccountable(receiver) : textsNews.fromYou(receiver)
  return receiver === null ? textsNews.toNobody : textsNews.toOther[part](receiver)
}

function newDate({ from, to }: Facts): string {
  if (typeof to !== 'string') return textsNews.noDue(formatDay(textOf(from)))
  return typeof from === 'string'
    ? textsNews.movedDue(formatDay(from), formatDay(to))
    : textsNews.dueOn(formatDay(to))
}

/** The name of a state in any workflow, or its id. */
function stateName(id: string, group: unknown, { types }: Names): string {
  for (const type of types.values()) {
    // Facts carry the group as the journal has it.
    const state = type.workflow.states.find((each) => each.id === id && each.group === (group as StateGroup))
    if (state) return state.name
  }
  return id
}

function personName(id: string, { people }: Names): string {
  return people.get(id)?.name ?? textsNews.somebody
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** One line without the signs of Markdown. */
function plain(text: string): string {
  return text
    .replace(/[*_`#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
