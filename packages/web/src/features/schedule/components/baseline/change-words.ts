import { formatDay, formatMoney, formatShort, formatUnit } from '../../../../ui/index.ts'
import type { Compared } from '../../model/baseline/order.ts'

/** A value of a comparison in words. */
export function valueInWords(kind: Compared, value: string | number | null, currency: string): string {
  if (value === null) return ''
  if (typeof value === 'string') return formatDay(value)
  switch (kind) {
    case 'effortMin':
      return formatUnit(value / 60, 'hours')
    case 'costMinor':
      return formatMoney(value, currency)
    default:
      return formatShort(value)
  }
}

/** A difference in words, with its sign: `+3`, `−2`, `0`. */
export function differenceInWords(kind: Compared, by: number | null, currency: string): string {
  if (by === null) return ''
  if (by === 0) return '0'
  const sign = by > 0 ? '+' : '−'
  const size = Math.abs(by)
  if (kind === 'effortMin' || kind === 'costMinor') return sign + valueInWords(kind, size, currency)
  return sign + formatShort(size)
}
