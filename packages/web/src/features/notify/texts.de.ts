import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Was der Eingang sagt. */
export const german = {
  title: 'Eingang',
  unread: (count) => `${count} ungelesen`,
  failed: 'Der Eingang konnte nicht geladen werden',
  loading: 'Eingang wird geladen',
  older: 'Ältere zeigen',
  show: { unread: 'Ungelesen', all: 'Alle', mentions: 'Erwähnungen', snoozed: 'Zurückgestellt' },
  showLabel: 'Was gezeigt wird',
  list: 'Was geschehen ist',
  empty: {
    unread: {
      title: 'Nichts wartet hier',
      sentence:
        'Was mit Arbeit geschieht, an der Sie beteiligt sind, kommt hierher, je Aufgabe eine Zeile: Erwähnungen, Übergaben, Antworten, neue Termine. Eigenes nicht.',
    },
    all: {
      title: 'Noch ist nichts geschehen',
      sentence:
        'Einer Aufgabe folgen, sie übernehmen oder etwas dazu sagen: was andere von da an damit tun, kommt hierher.',
    },
    mentions: {
      title: 'Niemand hat Sie gerufen',
      sentence:
        'Wenn jemand in einer Diskussion @ und Ihren Namen schreibt, steht es hier, auch nachdem es gelesen ist.',
    },
    snoozed: {
      title: 'Nichts ist zurückgestellt',
      sentence:
        'Mit H wird eine Zeile zurückgestellt: sie verlässt den Eingang und kommt zur gewählten Zeit ungelesen wieder.',
    },
  },
  toMyWork: 'Zu meiner Arbeit',
  toAll: 'Alle zeigen',
  done: 'Erledigt',
  again: 'Als ungelesen markieren',
  snooze: 'Zurückstellen',
  why: 'Warum?',
  whyLabel: (key) => `Warum ${key} gemeldet wird`,
  more: (count) => `${count} weitere`,
  less: 'Weniger',
  allRead: 'Alle als erledigt markieren',
  isUnread: 'Ungelesen',
  until: (moment) => `zurückgestellt bis ${moment}`,
  open: (key) => `${key} öffnen`,
  later: {
    title: 'Zurückstellen bis',
    hours: 'Später heute',
    tomorrow: 'Morgen',
    week: 'Nächste Woche',
    day: 'Ein Tag …',
    dayLabel: 'Tag, an dem es wiederkommt',
  },
  did: {
    read: (key) => `${key} ist erledigt`,
    unread: (key) => `${key} ist wieder ungelesen`,
    snooze: (key, moment) => `${key} kommt wieder ${moment}`,
    unfollow: (key) => `Sie folgen ${key} nicht mehr`,
    follow: (key) => `Sie folgen ${key}`,
    muteContainer: (name) => `${name} ist stummgeschaltet`,
    unmuteContainer: (name) => `${name} wird wieder gemeldet`,
    muteKind: (kind) => `Stummgeschaltet: ${kind}`,
    remind: (moment) => `Erinnerung ${moment}`,
    nudge: (name) => `Bei ${name} nachgehakt`,
  },
  keys: {
    group: 'Eingang',
    next: 'Nächste Zeile',
    previous: 'Vorige Zeile',
    open: 'Neben der Liste öffnen',
    done: 'Erledigt: als gelesen markieren',
    unread: 'Als ungelesen markieren',
    snooze: 'Zurückstellen …',
    mute: 'Warum dies, und stummschalten …',
    unfold: 'Zeile auf- oder zuklappen',
  },
} satisfies Translated<typeof texts>
