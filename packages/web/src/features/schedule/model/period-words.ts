import type { EarnedValueView } from '@millrace/contract'
import { formatShort } from '../../../ui/index.ts'
import { textsValue } from '../texts-value.ts'

/** So many days or weeks, to a tenth. */
export function periodWords(count: number, period: EarnedValueView['period']): string {
  return textsValue[period === 'day' ? 'days' : 'weeks'](formatShort(Math.round(count * 10) / 10))
}
