/** A place on the axis of a picture at which a month, quarter or year begins. */
export type MonthMark = { readonly day: string; readonly isYear: boolean }

type Axis = { readonly fromDay: string; readonly toDay: string; readonly pxPerDay: number }

/** So much room a word takes. */
const WORD_PX = 34
const STEPS = [1, 3, 6, 12] as const

/** Beginnings of months, as many of them as there is room for their names. */
export function monthMarks({ fromDay, toDay, pxPerDay }: Axis): readonly MonthMark[] {
  const step = STEPS.find((months) => months * 30 * pxPerDay >= WORD_PX) ?? 12
  const [year = 0, month = 1] = fromDay.split('-').map(Number)
  const marks: MonthMark[] = []
  for (let at = year * 12 + month - 1; ; at += 1) {
    const day = new Date(Date.UTC(Math.floor(at / 12), at % 12, 1)).toISOString().slice(0, 10)
    if (day > toDay) return marks
    if (day >= fromDay && at % step === 0) marks.push({ day, isYear: at % 12 === 0 })
  }
}
