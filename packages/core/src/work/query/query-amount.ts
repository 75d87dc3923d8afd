const NUMBER = /^[+-]?\d{1,15}(\.\d{1,10})?$/

/** A plain decimal number. Null when it is none. */
export function readNumber(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null
}

const MONEY = /^([+-]?)(\d{1,13})(?:\.(\d{1,9}))?([km]?)$/i
const SCALES: Readonly<Record<string, number>> = { '': 0, k: 3, m: 6 }

/**
 * An amount in whole minor units: `12400`, `12400.50`, `12.4k`, `1.2m` in major units.
 *
 * @param digits how many digits the currency has after the point
 * @returns null when it is none, is too large, or has more digits than the currency
 */
export function readMoneyMinor(text: string, digits: number): number | null {
  const [matched, sign, whole = '', fraction = '', scale = ''] = MONEY.exec(text) ?? []
  const shift = digits + (SCALES[scale.toLowerCase()] ?? 0)
  if (matched === undefined || fraction.length > shift) return null
  const minor = Number(whole + fraction.padEnd(shift, '0'))
  if (!Number.isSafeInteger(minor)) return null
  return sign === '-' && minor !== 0 ? -minor : minor
}

const DURATION = /^-?(?:\d{1,6}(?:\.\d{1,4})?(?:min|h|d|w))+$/i
const DURATION_PART = /([\d.]+)(min|h|d|w)/gi
/** A working day has eight hours and a working week five days, whatever a calendar says. */
const MINUTES: Readonly<Record<string, number>> = { min: 1, h: 60, d: 480, w: 2400 }

/**
 * An effort in whole minutes: `90min`, `4h`, `2d` of eight hours, `1w` of five days, `1d4h`; a bare
 * number is hours. A minus sign stands before all of it. Null when it is none.
 */
export function readEffortMin(text: string): number | null {
  const hours = readNumber(text)
  if (hours !== null) return Math.round(hours * 60)
  if (!DURATION.test(text)) return null
  let minutes = 0
  for (const [, count, unit = ''] of text.matchAll(DURATION_PART)) {
    minutes += Number(count) * (MINUTES[unit.toLowerCase()] ?? 0)
  }
  return text.startsWith('-') ? -Math.round(minutes) : Math.round(minutes)
}

const DAYS = /^(\d{1,5})([dw]?)$/i

/** A number of calendar days: `10`, `10d`, `2w`. Null when it is none. */
export function readDays(text: string): number | null {
  const [matched, count, unit = ''] = DAYS.exec(text) ?? []
  if (matched === undefined) return null
  return Number(count) * (unit.toLowerCase() === 'w' ? 7 : 1)
}
