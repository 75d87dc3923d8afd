import { words } from '../../platform/language/index.ts'

/** What people say about being told: following, muting, reminders, nudges. */
export const textsWishes = words('features/notify/texts-wishes', {
  follow: (key: string) => `Follow ${key}`,
  unfollow: (key: string) => `Stop following ${key}`,
  following: 'You follow this item',
  notFollowing: 'You do not follow this item',
  followingHint: 'Following, reminders',
  remind: 'Remind me',
  reminders: 'Reminders',
  forget: (moment: string) => `No reminder ${moment}`,
  mute: (name: string) => `Mute ${name}`,
  hear: (name: string) => `Hear of ${name} again`,
  muteKind: (kind: string) => `Mute everywhere: ${kind.toLowerCase()}`,
  muted: 'Muted',
  muteContainer: 'Mute: tell me only what is meant for me',
  hearContainer: 'Muted: tell me of it again',
  nudge: 'Nudge',
  nudgeHint: (name: string) => `Remind ${name} of it; once a day`,
  nudged: 'Nudged',
  settings: {
    title: 'Notifications',
    sentence: 'What you hear of in your inbox. What you do yourself is never told.',
    kind: 'What',
    heard: 'Tell me',
    failed: 'What you muted could not be loaded',
    containers: 'Muted places',
    containersSentence:
      'Of these you are told only what is meant for you: mentions, hand-offs, what waits for you.',
    none: 'You have muted no project, process, case or list. There is a bell on the page of each.',
    again: 'Tell me again',
    inContainer: (kind: string, name: string) => `${kind} in ${name}`,
  },
})
