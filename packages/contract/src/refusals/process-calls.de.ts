import type { RefusalSentences } from './entry.ts'
import type { processCallRefusals } from './process-calls.ts'

export const processCallRefusalsDe = {
  'process.job_not_held': {
    sentence: 'Der Auftrag ist nicht mehr bei {worker}.',
    remedy:
      'Lassen Sie ihn liegen: ein anderes Programm bekommt ihn, oder er ist erledigt. Holen Sie neue, und behalten Sie sie länger.',
  },
} as const satisfies Record<keyof typeof processCallRefusals, RefusalSentences>
