import type { Translated } from '../../platform/language/index.ts'
import type { textsRanges } from './texts-ranges.ts'

/** Was zu Arbeit und Enden gesagt wird, von denen nur eine Spanne bekannt ist. */
export const german = {
  middle: (day) => `ebenso wahrscheinlich vor wie nach ${day}`,
  days: (low, high) => (low === high ? low : `${low}–${high}`),
  forecast: (span, percent) => `Prognose: ${span}, zu ${percent} % sicher`,
  earlierForecast: (span, percent) =>
    `Prognose: ${span}, zu ${percent} % sicher (vor den letzten Änderungen)`,
  finishHint: (half, likely) =>
    `Nach der letzten Prognose: die Hälfte ihrer Läufe ist bis ${half} fertig, 85 % bis ${likely}`,
  outdated: 'Der Plan hat sich seit dieser Prognose geändert.',
} satisfies Translated<typeof textsRanges>
