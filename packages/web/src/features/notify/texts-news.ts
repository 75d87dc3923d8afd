import { words } from '../../platform/language/index.ts'

/** Why something is blocked, by the reason's name. */
const REASONS: Readonly<Record<string, string>> = {
  decision: 'a decision is missing',
  material: 'material is missing',
  people: 'people are missing',
  information: 'information is missing',
  external: 'somebody outside',
  quality: 'quality',
  other: 'another reason',
}

/** What happened, in words that follow the name of whoever did it. */
export const textsNews = words('features/notify/texts-news', {
  somebody: 'Somebody',
  process: 'The process',
  mention: 'mentioned you',
  nudge: 'nudged you: it waits for you',
  toYou: { responsibleId: 'handed it to you', accountableId: 'made you accountable' },
  fromYou: (name: string | null) => (name === null ? 'took it off you' : `handed it from you to ${name}`),
  notAccountable: (name: string | null) =>
    name === null ? 'ended your accountability' : `made ${name} accountable instead of you`,
  toOther: {
    responsibleId: (name: string) => `handed it to ${name}`,
    accountableId: (name: string) => `made ${name} accountable`,
  },
  toNobody: 'left it without anybody responsible',
  waiting: 'made it wait for you',
  reminder: 'You wanted to be reminded',
  dueToday: 'Due today',
  overdue: (day: string) => `Overdue since ${day}`,
  blocked: (reason: string) => `blocked it: ${reason}`,
  unblocked: 'removed a blocker',
  reasons: REASONS,
  dueOn: (day: string) => `set the due date to ${day}`,
  movedDue: (from: string, to: string) => `moved the due date from ${from} to ${to}`,
  noDue: (day: string) => `removed the due date (was ${day})`,
  comment: 'commented',
  state: (name: string) => `moved it to ${name}`,
  accepted: 'accepted the result',
  noticed: 'told those concerned',
  file: (name: string) => `attached ${name}`,
  takenBack: 'The comment was taken back.',
  kinds: {
    mention: { name: 'Mentions', hint: 'Somebody writes @ and your name' },
    nudge: { name: 'Nudges', hint: 'Somebody asks again for what waits for you' },
    assignment: { name: 'Hand-offs', hint: 'Work is handed to you, taken from you, or handed on' },
    waiting: { name: 'Waiting for you', hint: 'An item begins to wait for you' },
    reminder: { name: 'Reminders', hint: 'Those you set yourself' },
    alert: { name: 'Due dates', hint: 'Once a day: what you are responsible for is due or overdue' },
    blocker: { name: 'Blockers', hint: 'Something is blocked, or goes on' },
    date: { name: 'New dates', hint: 'A due date was set, moved or removed' },
    comment: { name: 'Comments', hint: 'Somebody says something about an item you follow' },
    state: { name: 'Progress', hint: 'An item you follow moves to another state' },
    result: { name: 'Results', hint: 'A result is accepted, or those concerned are told' },
    file: { name: 'Files', hint: 'A file is attached' },
  },
  why: {
    responsible: 'You are responsible for it.',
    accountable: 'You are accountable for it.',
    requester: 'You asked for it.',
    author: 'You opened it.',
    mentioned: 'You were mentioned in its discussion.',
    commenter: 'You took part in its discussion.',
    follower: 'You follow it.',
    addressed: 'It is meant for you.',
  },
})
