import { type Scale, xOfDay } from '../../../ui/time-axis/scale.ts'
import { type Dated, daysOf } from './item-days.ts'

/** How an item stands on a time axis: as a bar; as a diamond or half a bar where one of its days is missing. */
export type BarPlace = {
  readonly shape: 'bar' | 'diamond' | 'half'
  readonly left: number
  readonly width: number
}

const DIAMOND_PX = 24
/** However little time a day is on the axis, a bar can be seen and taken hold of. */
const LEAST_PX = 6

/** Where an item stands: from the beginning of its first day to the end of its last. Null: it has no day. */
export function placeBar(item: Dated, scale: Scale): BarPlace | null {
  const days = daysOf(item)
  if (!days) return null
  const [startX, endX] = [xOfDay(scale, days.first), xOfDay(scale, days.last) + scale.pxPerDay]
  if (item.startsOn === null) {
    return { shape: 'diamond', left: (startX + endX - DIAMOND_PX) / 2, width: DIAMOND_PX }
  }
  return {
    shape: item.dueOn === null ? 'half' : 'bar',
    left: startX,
    // A bar leaves a gap to one that begins on the next day.
    width: Math.max(LEAST_PX, endX - startX - 1),
  }
}

/** On which side of a part of the axis an item lies out of sight. */
export function sideOf(
  item: Dated,
  scale: Scale,
  { left, width }: { readonly left: number; readonly width: number },
): 'before' | 'after' | null {
  const days = daysOf(item)
  if (!days) return null
  if (xOfDay(scale, days.last) + scale.pxPerDay < left) return 'before'
  return xOfDay(scale, days.first) > left + width ? 'after' : null
}
