const MINUTE_MS = 60_000

const UNIT_MIN: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080 }

/** Clock time in few letters: 45 min, 5 h, 12 d. */
export function formatClockSpan(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS))
  if (minutes < 60) return `${String(minutes)} min`
  if (minutes < 2 * 1440) return `${String(Math.round(minutes / 60))} h`
  return `${String(Math.round(minutes / 1440))} d`
}

/** Minutes as they are written into a field: 45m, 4h, 2d. Empty for none. */
export function writeMinutes(minutes: number | null): string {
  if (minutes === null) return ''
  if (minutes % 1440 === 0) return `${String(minutes / 1440)}d`
  return minutes % 60 === 0 ? `${String(minutes / 60)}h` : `${String(minutes)}m`
}

/**
 * Reads clock time or effort: 45m, 4h, 1h 30m, 2d (of 24 hours), 1w.
 *
 * @returns minutes; null for an empty text; undefined when it cannot be read
 */
export function readMinutes(text: string): number | null | undefined {
  const words = text.trim().toLowerCase().replaceAll(',', '.')
  if (words === '') return null
  if (!/^(\d+(\.\d+)?\s*[mhdw][a-z]*\s*)+$/.test(words)) return undefined
  let minutes = 0
  for (const part of words.matchAll(/(\d+(?:\.\d+)?)\s*([mhdw])/g)) {
    minutes += Number(part[1]) * (UNIT_MIN[part[2] ?? ''] ?? 0)
  }
  return Math.round(minutes)
}
