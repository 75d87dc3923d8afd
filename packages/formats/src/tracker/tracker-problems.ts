import { createProblemLog } from '../report/index.ts'
import type { TrackerProblem } from './tracker-board.ts'

/** More would make a page nobody reads. */
const KEPT = 1_000

/** Collects what is wrong in the file of a tracker. */
export type TrackerProblems = {
  readonly tell: (
    problem: Pick<TrackerProblem, 'code'> & Partial<TrackerProblem> & { readonly subject: string },
  ) => void
  readonly report: () => {
    readonly problems: readonly TrackerProblem[]
    readonly problemCount: number
  }
}

/** An empty collection. A problem is a warning and about no line unless it says otherwise. */
export function createTrackerProblems(): TrackerProblems {
  const log = createProblemLog<TrackerProblem>(KEPT)
  return {
    tell: (problem) =>
      log.add({
        severity: 'warning',
        line: null,
        params: {},
        ...problem,
        subject: problem.subject.slice(0, 120),
      }),
    report: () => {
      const { problems, problemCount } = log.report()
      return { problems, problemCount }
    },
  }
}

/** The first entry of each id; what comes again is told. */
export function firstById<Entry>(
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
  problems: TrackerProblems,
): ReadonlyMap<string, Entry> {
  const first = new Map<string, Entry>()
  for (const entry of entries) {
    const id = idOf(entry)
    if (first.has(id))
      problems.tell({
        code: 'tracker.id_twice',
        severity: 'error',
        subject: id,
        params: { id: id.slice(0, 60) },
      })
    else first.set(id, entry)
  }
  return first
}
