import { words } from '../../platform/language/plan-words.ts'

/** What is said about work and finishes that are known as ranges. */
export const textsRanges = words('features/schedule/texts-ranges', {
  middle: (day: string) => `as likely before ${day} as after`,
  days: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
  forecast: (span: string, percent: string) => `Forecast: ${span}, ${percent} % sure`,
  earlierForecast: (span: string, percent: string) =>
    `Forecast: ${span}, ${percent} % sure (before the last changes)`,
  finishHint: (half: string, likely: string) =>
    `By the last forecast: half of its runs are done by ${half}, 85 % by ${likely}`,
  outdated: 'The plan has changed since that forecast.',
})
