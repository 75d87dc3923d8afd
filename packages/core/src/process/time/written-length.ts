/** A length of time as ISO 8601 writes it. Years are twelve months; what is counted in hours and less is exact. */
export type Length = {
  readonly isNegative: boolean
  readonly months: number
  readonly weeks: number
  readonly days: number
  readonly ms: number
}

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`
const LENGTH = new RegExp(
  `^([+-]?)P(?!$)(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?!$)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
)
/** Nothing is planned for longer; every product of it stays an exact number. */
const PART_MAX = 10_000_000

/**
 * Reads `P1Y2M10DT2H30M`, `P2W`, `PT90M`. Hours, minutes and seconds may have decimals.
 *
 * @returns null where it is none
 * @see ISO 8601-1:2019, 5.5.2
 */
export function readLength(text: string): Length | null {
  const [whole, sign, ...parts] = LENGTH.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const numbers = parts.map((part) => Number((part ?? '0').replace(',', '.')))
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = numbers
  const areWhole = [years, months, weeks, days].every(Number.isInteger)
  if (!areWhole || numbers.some((number) => number > PART_MAX)) return null
  const ms = Math.round(hours * 3_600_000 + minutes * 60_000 + seconds * 1000)
  return { isNegative: sign === '-', months: years * 12 + months, weeks, days, ms }
}

/** Whether it is longer than nothing. */
export function isPositive({ isNegative, months, weeks, days, ms }: Length): boolean {
  return !isNegative && months + weeks + days + ms > 0
}
