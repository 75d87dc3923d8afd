import type { Timeline } from '@millrace/core/calendar'
import { minuteOf, plainDateTimeOf } from '../plan/index.ts'
import type { MspdiTimephased } from './timephased.ts'

/**
 * Work that is spread over time, put off by so much working time: as uneven as it was. What lies between working
 * times and says nothing is left out.
 */
export function shiftedWork(
  entries: readonly MspdiTimephased[],
  line: Timeline,
  byMin: number,
): readonly MspdiTimephased[] {
  return entries.flatMap((entry) => {
    const from = line.toWork(minuteOf(entry.start)) + byMin
    const to = line.toWork(minuteOf(entry.finish)) + byMin
    if (to <= from) return []
    return [
      {
        ...entry,
        start: plainDateTimeOf(line.startSide(from)),
        finish: plainDateTimeOf(line.finishSide(to)),
      },
    ]
  })
}
