import { formatEffort, formatUnit } from '../../../ui/index.ts'

/** A length of time in working days and hours, or around the clock. */
export function lengthWords(minutes: number, isElapsed: boolean): string {
  if (!isElapsed) return formatEffort(minutes)
  return minutes % 1440 === 0 ? formatUnit(minutes / 1440, 'days') : formatUnit(minutes / 60, 'hours')
}
