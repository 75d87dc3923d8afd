import type { Instant } from '@millrace/core/kernel'
import { type DateOrder, parseDate } from '../dates/index.ts'
import type { TrackerTime } from './tracker-board.ts'
import { momentOf as numberMoment } from './tracker-time.ts'

/** What the times of a table are read with. */
export type TableClock = {
  /** The moment of a local `YYYY-MM-DDTHH:MM:SS`: tables have the times of whoever exported them. */
  readonly momentOf: (local: string) => Instant | null
  /** Which comes first in dates of numbers. */
  readonly order: DateOrder | undefined
}

/** Milliseconds since 1970 as programs write them, from 2001 on. */
const MILLISECONDS = /^1?\d{12}$/

/** A moment as a table writes it; null when it is none. */
export function tableMoment(text: string, { momentOf, order }: TableClock): Instant | null {
  if (MILLISECONDS.test(text)) return numberMoment(Number(text))
  const parsed = text === '' ? null : parseDate(text, order ? { order } : {})
  if (!parsed?.ok) return null
  const { date, time = '00:00:00', offsetMin } = parsed.value
  if (offsetMin === undefined) return momentOf(`${date}T${time}`)
  return Date.parse(`${date}T${time}Z`) - offsetMin * 60_000
}

/** A day as a table writes it, or a moment in milliseconds; null when it is neither. */
export function tableTime(text: string, { order }: Pick<TableClock, 'order'>): TrackerTime | null {
  if (MILLISECONDS.test(text)) {
    const at = numberMoment(Number(text))
    return at === null ? null : { at }
  }
  const parsed = text === '' ? null : parseDate(text, order ? { order } : {})
  return parsed?.ok ? { day: parsed.value.date } : null
}
