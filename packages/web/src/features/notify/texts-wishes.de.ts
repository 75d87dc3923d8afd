import type { Translated } from '../../platform/language/index.ts'
import type { textsWishes } from './texts-wishes.ts'

/** Was zum Benachrichtigen gesagt wird: folgen, stummschalten, erinnern, nachhaken. */
export const german = {
  follow: (key) => `${key} folgen`,
  unfollow: (key) => `${key} nicht mehr folgen`,
  following: 'Sie folgen dieser Aufgabe',
  notFollowing: 'Sie folgen dieser Aufgabe nicht',
  followingHint: 'Folgen, Erinnerungen',
  remind: 'Erinnern',
  reminders: 'Erinnerungen',
  forget: (moment) => `Keine Erinnerung ${moment}`,
  mute: (name) => `${name} stummschalten`,
  hear: (name) => `Von ${name} wieder hören`,
  muteKind: (kind) => `Überall stummschalten: ${kind}`,
  muted: 'Stummgeschaltet',
  muteContainer: 'Stummschalten: nur melden, was für mich bestimmt ist',
  hearContainer: 'Stummgeschaltet: wieder melden',
  nudge: 'Nachhaken',
  nudgeHint: (name) => `${name} daran erinnern; einmal am Tag`,
  nudged: 'Nachgehakt',
  settings: {
    title: 'Benachrichtigungen',
    sentence: 'Was in den Eingang kommt. Eigenes wird nie gemeldet.',
    kind: 'Was',
    heard: 'Melden',
    failed: 'Was stummgeschaltet ist, konnte nicht geladen werden',
    containers: 'Stummgeschaltete Orte',
    containersSentence:
      'Von diesen wird nur gemeldet, was für Sie bestimmt ist: Erwähnungen, Übergaben, was auf Sie wartet.',
    none: 'Kein Projekt, Prozess, Fall und keine Liste ist stummgeschaltet. Auf jeder Seite davon gibt es eine Glocke.',
    again: 'Wieder melden',
    inContainer: (kind, name) => `${kind} in ${name}`,
  },
} satisfies Translated<typeof textsWishes>
