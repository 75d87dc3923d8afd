import { words } from '../../platform/language/index.ts'

/** What the inbox says. */
export const texts = words('features/notify/texts', {
  title: 'Inbox',
  unread: (count: number) => `${String(count)} unread`,
  failed: 'The inbox could not be loaded',
  loading: 'Loading the inbox',
  older: 'Show older',
  show: { unread: 'Unread', all: 'All', mentions: 'Mentions', snoozed: 'Snoozed' },
  showLabel: 'What is shown',
  list: 'What happened',
  empty: {
    unread: {
      title: 'Nothing waits for your eyes',
      sentence:
        'What happens to work you have a part in comes here, one line an item: mentions, hand-offs, answers, new dates. What you do yourself does not.',
    },
    all: {
      title: 'Nothing has happened yet',
      sentence:
        'Follow an item, take it on, or say something about it: what others do to it from then on comes here.',
    },
    mentions: {
      title: 'Nobody has called you',
      sentence:
        'When somebody writes @ and your name in a discussion, it is here, also after you have seen it.',
    },
    snoozed: {
      title: 'Nothing is put off',
      sentence: 'Press H on a line to put it off: it leaves the inbox and comes back, unread, when you say.',
    },
  },
  toMyWork: 'Go to my work',
  toAll: 'Show all',
  done: 'Done',
  again: 'Mark as unread',
  snooze: 'Put off',
  why: 'Why?',
  whyLabel: (key: string) => `Why you are told of ${key}`,
  more: (count: number) => (count === 1 ? '1 more' : `${String(count)} more`),
  less: 'Less',
  allRead: 'Mark all as done',
  isUnread: 'Unread',
  until: (moment: string) => `put off until ${moment}`,
  open: (key: string) => `Open ${key}`,
  later: {
    title: 'Put off until',
    hours: 'Later today',
    tomorrow: 'Tomorrow',
    week: 'Next week',
    day: 'A day…',
    dayLabel: 'Day on which it comes back',
  },
  did: {
    read: (key: string) => `${key} is done`,
    unread: (key: string) => `${key} is unread again`,
    snooze: (key: string, moment: string) => `${key} comes back ${moment}`,
    unfollow: (key: string) => `You do not follow ${key} any more`,
    follow: (key: string) => `You follow ${key}`,
    muteContainer: (name: string) => `${name} is muted`,
    unmuteContainer: (name: string) => `${name} is heard again`,
    muteKind: (kind: string) => `Muted: ${kind.toLowerCase()}`,
    remind: (moment: string) => `You will be reminded ${moment}`,
    nudge: (name: string) => `${name} was nudged`,
  },
  keys: {
    group: 'Inbox',
    next: 'Next line',
    previous: 'Previous line',
    open: 'Open beside the list',
    done: 'Done: mark as read',
    unread: 'Mark as unread',
    snooze: 'Put off…',
    mute: 'Why this, and mute…',
    unfold: 'Unfold or fold the line',
  },
})
