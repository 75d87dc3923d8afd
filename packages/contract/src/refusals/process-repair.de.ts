import type { RefusalSentences } from './entry.ts'
import type { processRepairRefusals } from './process-repair.ts'

export const processRepairRefusalsDe = {
  'process.repair_gone': {
    sentence: '{title} ist nicht mehr an dieser Stelle.',
    remedy: 'Nachsehen, wo der Durchlauf jetzt steht: er ist vielleicht schon weiter.',
  },
  'process.not_stuck': {
    sentence: '{title} steckt hier nicht fest: Es gibt nichts noch einmal zu versuchen.',
    remedy: 'Die Stelle überspringen oder versetzen, was dort ist, wenn es weitergehen soll.',
  },
  'process.no_such_place': {
    sentence: '{to} ist keine Stelle, an die das versetzt werden kann.',
    remedy: 'Ein Element derselben Version im selben Teilprozess wählen.',
  },
  'process.plan_unknown_element': {
    sentence: 'Der Plan nennt {element}, das in der Version nicht vorkommt.',
    remedy: 'Es aus dem Plan nehmen oder ein vorhandenes Element nennen.',
  },
  'process.bulk_over': {
    sentence: 'Das ist schon vorbei: Es gibt nichts mehr anzuhalten.',
    remedy: 'Ansehen, was es getan hat.',
  },
} as const satisfies Record<keyof typeof processRepairRefusals, RefusalSentences>
