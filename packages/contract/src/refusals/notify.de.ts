import type { RefusalSentences } from './entry.ts'
import type { notifyRefusals } from './notify.ts'

export const notifyRefusalsDe = {
  'notify.nobody_awaited': {
    sentence: '{key} wartet auf niemanden.',
    remedy: 'Zuerst sagen, auf wen gewartet wird.',
  },
  'notify.awaits_you': {
    sentence: '{key} wartet auf Sie selbst.',
    remedy: 'Antworten oder sagen, auf wen stattdessen gewartet wird.',
  },
  'notify.nudge_without_access': {
    sentence: 'Die Person, auf die {key} wartet, kann es nicht sehen.',
    remedy: 'Zuerst Zugang geben oder anders fragen.',
  },
  'notify.nudged_already': {
    sentence:
      'Bei der Person, auf die {key} wartet, wurde schon nachgehakt; wieder möglich in Stunden: {hours}.',
    remedy: 'Zeit lassen oder miteinander reden.',
  },
  'notify.moment_past': {
    sentence: 'Dieser Zeitpunkt ist vorbei.',
    remedy: 'Einen späteren wählen.',
  },
  'notify.moment_too_far': {
    sentence: 'Das ist mehr als zwei Jahre voraus.',
    remedy: 'Einen früheren Zeitpunkt wählen.',
  },
  'notify.mute_everything': {
    sentence: 'Es lässt sich nicht alles auf einmal stummschalten.',
    remedy: 'Einen Ort, eine Art von Nachricht oder beides wählen.',
  },
} as const satisfies Record<keyof typeof notifyRefusals, RefusalSentences>
