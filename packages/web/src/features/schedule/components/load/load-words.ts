import { addDays } from '@millrace/core/kernel'
import type { LoadBucket } from '@millrace/core/schedule'
import { formatDay, formatDayRange, formatUnit } from '../../../../ui/index.ts'
import { levelOf, percentOf } from '../../model/load/levels.ts'
import { textsLoad } from '../../texts-load.ts'

type Asked = Pick<LoadBucket, 'workMin' | 'capacityMin'>

/** Hours of minutes, as load is counted in. */
export function hours(minutes: number): string {
  return formatUnit(minutes / 60, 'hours')
}

/** `112 %`; work on a day off has no share of anything. */
export function shareInWords(asked: Asked): string {
  const percent = percentOf(asked)
  return percent === null ? textsLoad.dayOff : textsLoad.percent(percent)
}

/** The last day of a bucket: that before the next one, else the end of all. */
export function lastOf(buckets: readonly LoadBucket[], index: number, toOn: string): string {
  const next = buckets[index + 1]
  return next === undefined ? toOn : addDays(next.on, -1)
}

/** The day of a bucket, or the days of a week. */
export function whenInWords(on: string, last: string): string {
  return on === last ? formatDay(on) : formatDayRange(on, last)
}

/** What is planned against what there is. */
export function askedInWords(asked: Asked): string {
  const { workMin, capacityMin } = asked
  if (workMin === 0) return textsLoad.nothingIn
  if (levelOf(asked) !== 'over') return textsLoad.fitsIn(hours(workMin), hours(capacityMin))
  return textsLoad.tooMuchIn(hours(workMin), {
    capacity: hours(capacityMin),
    excess: hours(workMin - capacityMin),
  })
}
