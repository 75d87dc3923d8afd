import type { Translated } from '../../platform/language/index.ts'
import type { textsPool } from './texts-pool.ts'

/** Was Ressourcen eines Plans sagen: wann es wie viel von ihnen gibt, was sie können und was sie kosten. */
export const german = {
  choices: 'Von jemand anderem getan',
  column: { work: 'Arbeit', instead: 'Statt', chosen: 'Getan von' },
} satisfies Translated<typeof textsPool>
