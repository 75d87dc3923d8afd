import { languageFacts } from '../../../platform/language/index.ts'

const UNITS = [
  { unit: 'year', days: 365, from: 730 },
  { unit: 'month', days: 30.4, from: 60 },
  { unit: 'week', days: 7, from: 14 },
  { unit: 'day', days: 1, from: 0 },
] as const

/** How long some days are, in the unit that people would use: `5 days`, `9 months`. */
export function awayInWords(days: number): string {
  const { unit, days: size } = UNITS.find(({ from }) => days >= from) ?? UNITS[3]
  const count = Math.max(1, Math.round(days / size))
  return new Intl.NumberFormat(languageFacts.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    count,
  )
}
