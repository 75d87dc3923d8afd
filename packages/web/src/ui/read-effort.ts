const HOUR_MIN = 60
/** Estimates are written in days of eight hours and weeks of five days, whatever the calendar says. */
const DAY_MIN = 8 * HOUR_MIN
const WEEK_MIN = 5 * DAY_MIN

const UNIT_MIN: Readonly<Record<string, number>> = {
  m: 1,
  min: 1,
  h: HOUR_MIN,
  d: DAY_MIN,
  w: WEEK_MIN,
}

/** Reads an effort: 90, 1.5h, 1h 30m, 2d, 1w. A bare number is hours. Undefined when it is none. */
export function readEffort(text: string): number | undefined {
  const words = text.trim().toLowerCase().replaceAll(',', '.')
  if (/^\d+(\.\d+)?$/.test(words)) return Math.round(Number(words) * HOUR_MIN)
  if (!/^(\d+(\.\d+)?\s*(min|[mhdw])\w*\s*)+$/.test(words)) return undefined
  let minutes = 0
  for (const part of words.matchAll(/(\d+(?:\.\d+)?)\s*(min|[mhdw])/g)) {
    minutes += Number(part[1]) * (UNIT_MIN[part[2] ?? ''] ?? 0)
  }
  return Math.round(minutes)
}
