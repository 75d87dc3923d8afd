import type { PlanRowView } from '@millrace/contract'

/** A part of a row between its gaps, with how much of it is done, from 0 to 1. */
export type RowPart = { readonly startAt: number; readonly finishAt: number; readonly doneShare: number }

type Timed = Pick<PlanRowView, 'startAt' | 'finishAt' | 'gaps' | 'percentComplete'>

/** The parts of a row in their order: what is done is done from the first one on. None without dates. */
export function partsOf({ startAt, finishAt, gaps, percentComplete }: Timed): readonly RowPart[] {
  if (startAt === null || finishAt === null) return []
  const starts = [startAt, ...gaps.map((gap) => gap.finishAt)]
  const ends = [...gaps.map((gap) => gap.startAt), finishAt]
  const spans = starts.map((from, index) => ({ startAt: from, finishAt: ends[index] ?? finishAt }))
  const lengthOf = (span: (typeof spans)[number]) => Math.max(0, span.finishAt - span.startAt)
  let done = (spans.reduce((sum, span) => sum + lengthOf(span), 0) * percentComplete) / 100
  return spans.map((span) => {
    const here = Math.min(done, lengthOf(span))
    done -= here
    return { ...span, doneShare: lengthOf(span) > 0 ? here / lengthOf(span) : 0 }
  })
}
