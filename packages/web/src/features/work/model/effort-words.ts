import type { WorkItem } from '@millrace/core/work'
import { formatEffort } from '../../../ui/index.ts'

/** The effort of an item, as a range where it was estimated as one: `4-8 h`, `3 d`. */
export function effortInWords(item: Pick<WorkItem, 'effortMin' | 'effortLowMin' | 'effortHighMin'>): string {
  const { effortLowMin: low, effortHighMin: high } = item
  if (low === null || high === null || low === high) {
    return item.effortMin === null ? '' : formatEffort(item.effortMin)
  }
  const [from, to] = [formatEffort(low), formatEffort(high)]
  const unit = to.split(' ')[1] ?? ''
  return from.endsWith(` ${unit}`) ? `${from.slice(0, -unit.length - 1)}–${to}` : `${from} – ${to}`
}
