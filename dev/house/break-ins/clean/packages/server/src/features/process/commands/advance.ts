import type { Opening } from '@millrace/core/calendar'
import { describeWork } from '../../work/index.ts'

/** Says what the process waits for. */
export function advance(opening: Opening): string {
  return describeWork(0) + (opening === undefined ? '' : ' in working time')
}
