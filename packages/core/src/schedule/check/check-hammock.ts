import type { Minute } from '../../calendar/index.ts'
import { type Checker, count, type DatedTask, type Ends, lagLineOf } from './check-plan.ts'
import { walk } from './minutes.ts'

type Dates = { readonly from: DatedTask; readonly to: DatedTask }

/** Whether a hammock reaches to what a link names of the other side, as far as it is worked on there. */
export function keepsWithin(checker: Checker, ends: Ends, { from, to }: Dates): boolean {
  const { link, before, after } = ends
  const isFromFinish = link.kind === 'FS' || link.kind === 'FF'
  const isToFinish = link.kind === 'FF' || link.kind === 'SF'
  const isAfter = after.kind === 'hammock'
  const [hammock, dates] = isAfter ? [after, to] : [before, from]
  if (hammock.manual || hammock.actual) return true
  const other = isAfter ? endOf(from, isFromFinish) : endOf(to, isToFinish)
  const measured = before.kind === 'hammock' ? 0 : before.durationMin
  const share = link.lagUnit === 'percent' ? (link.lag / 100) * measured : link.lag
  const named = walk(lagLineOf(checker, ends), other, isAfter ? share : -share)
  const works = checker.worksFor(hammock)
  return (isAfter ? isToFinish : isFromFinish)
    ? count(works, dates.finishAt, named) === 0
    : count(works, named, dates.startAt) === 0
}

function endOf({ startAt, finishAt }: DatedTask, isFinish: boolean): Minute {
  return isFinish ? finishAt : startAt
}
