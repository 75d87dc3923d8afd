import type { discussionRefusals } from './discussion.ts'
import type { RefusalSentences } from './entry.ts'

export const discussionRefusalsDe = {
  'discussion.not_yours': {
    sentence: 'Dieser Kommentar ist von jemand anderem.',
    remedy: 'Stattdessen darauf antworten.',
  },
  'discussion.removed': {
    sentence: 'Dieser Kommentar wurde entfernt.',
    remedy: 'Einen neuen schreiben.',
  },
  'discussion.reply_unknown': {
    sentence: 'Der beantwortete Kommentar ist nicht da oder gehört zu einer anderen Aufgabe.',
    remedy: 'Die Diskussion neu laden.',
  },
  'discussion.mention_without_access': {
    sentence: 'Nicht alle Erwähnten können {key} sehen (ohne Zugang: {count}).',
    remedy: 'Zuerst Zugang geben oder die Erwähnung weglassen.',
  },
} as const satisfies Record<keyof typeof discussionRefusals, RefusalSentences>
