import type { Translated } from '../../platform/language/index.ts'
import type { textsGestures } from './texts-gestures.ts'

/** Was zu dem gesagt wird, was von Hand und mit Tasten an Balken und Verknüpfungen getan wird. */
export const german = {
  keys: {
    next: 'Nächste Zeile',
    previous: 'Vorige Zeile',
    fold: 'Zeile einklappen oder zu der darüber gehen',
    unfold: 'Zeile ausklappen',
    earlier: 'Einen Tag früher',
    later: 'Einen Tag später',
    shorter: 'Einen Tag kürzer',
    longer: 'Einen Tag länger',
    peek: 'Den Vorgang neben dem Plan ansehen',
    open: 'Den Vorgang öffnen',
    nearer: 'Weniger Zeit zeigen, größer',
    further: 'Mehr Zeit zeigen, kleiner',
  },
  menuOf: (title) => `Was sich mit ${title} tun lässt`,
  more: 'Mehr',
  links: 'Verknüpfungen…',
  frame: 'Balken zeigen',
  fold: 'Einklappen',
  unfold: 'Ausklappen',
  linkFrom: {
    start: 'Zu einem anderen Balken ziehen: Verknüpfung vom Anfang dieses Balkens',
    finish: 'Zu einem anderen Balken ziehen: Verknüpfung vom Ende dieses Balkens',
  },
  link: (from, to, rule) => `${from} → ${to}: ${rule}`,
  openLink: 'Klicken, um die Verknüpfung zu ändern',
} satisfies Translated<typeof textsGestures>
