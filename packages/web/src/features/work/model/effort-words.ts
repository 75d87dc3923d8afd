import type { WorkItem } from '@millrace/core/work'
import { formatEffort } from '../../../ui/index.ts'

type Estimate = Pick<WorkItem, 'effortMin' | 'effortLowMin' | 'effortHighMin'>

/** The effort of an item, as a range where it was estimated as one: `4-8 h`, `3 d`. */
export function effortInWords(item: Estimate): string {
  const { effortLowMin: low, effortHighMin: high } = item
  if (low === null || high === null || low === high) {
    return item.effortMin === null ? '' : formatEffort(item.effortMin)
  }
  const [from, to] = [formatEffort(low), formatEffort(high)]
  const unit = to.split(' ')[1] ?? ''
  return from.endsWith(` ${unit}`) ? `${from.slice(0, -unit.length - 1)}–${to}` : `${from} – ${to}`
}

/** The effort of several items: a range as soon as one of them is known as a range only. */
export function sumEfforts(items: readonly Estimate[]): Estimate {
  const sum = { effortMin: 0, effortLowMin: 0, effortHighMin: 0 }
  for (const { effortMin, effortLowMin, effortHighMin } of items) {
    sum.effortMin += effortMin ?? 0
    sum.effortLowMin += effortLowMin ?? effortMin ?? 0
    sum.effortHighMin += effortHighMin ?? effortMin ?? 0
  }
  return sum
}
