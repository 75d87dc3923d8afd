import { readSpan } from './list-words.ts'

/** The language of a list that is written. */
export type ListLanguage = 'en' | 'de'

const UNITS: readonly (readonly [number, Readonly<Record<ListLanguage, readonly [string, string]>>])[] = [
  [7 * 24 * 60, { en: ['week', 'weeks'], de: ['Woche', 'Wochen'] }],
  [24 * 60, { en: ['day', 'days'], de: ['Tag', 'Tage'] }],
  [60, { en: ['hour', 'hours'], de: ['Stunde', 'Stunden'] }],
  [1, { en: ['minute', 'minutes'], de: ['Minute', 'Minuten'] }],
]

/** Minutes as a list says them: `2 days`, in the largest unit that divides them. */
export function writtenMinutes(minutes: number, language: ListLanguage): string {
  const [size, names] = UNITS.find(([each]) => minutes % each === 0) ?? [1, UNITS[3]?.[1]]
  const count = minutes / size
  return `${String(count)} ${names?.[language][count === 1 ? 0 : 1] ?? ''}`
}

/** How long a duration of ISO 8601 is, in words; null where a list has none for it. */
export function writtenSpan(iso: string, language: ListLanguage): string | null {
  for (const [size, names] of UNITS) {
    const count = Number(/\d+/.exec(iso)?.[0] ?? 0)
    const text = `${String(count)} ${names[language][count === 1 ? 0 : 1]}`
    const span = readSpan(text)
    if (span?.iso === iso && span.minutes === count * size) return text
  }
  return null
}
