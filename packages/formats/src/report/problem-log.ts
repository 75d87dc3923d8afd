/**
 * Collects problems found while reading, without letting a broken file fill the memory: every
 * problem is counted, by code, but only the first `keep` are kept.
 */
export type ProblemLog<Problem extends { readonly code: string }> = {
  /** Counts the problem, and keeps it while there is room. */
  add(problem: Problem): void
  /** What was found so far. */
  report(): ProblemReport<Problem>
}

/** The problems of one file: the first ones in full, all of them as counts. */
export type ProblemReport<Problem> = {
  /** The first problems in the order found; at most the number asked for. */
  readonly problems: readonly Problem[]
  /** All problems found, also those not kept. */
  readonly problemCount: number
  /** The same, by code. */
  readonly problemCounts: Readonly<Record<string, number>>
}

/** A new, empty log that keeps at most `keep` problems. */
export function createProblemLog<Problem extends { readonly code: string }>(
  keep: number,
): ProblemLog<Problem> {
  const kept: Problem[] = []
  const counts = new Map<string, number>()
  let total = 0
  return {
    add(problem) {
      total += 1
      counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1)
      if (kept.length < keep) kept.push(problem)
    },
    report: () => ({
      problems: [...kept],
      problemCount: total,
      problemCounts: Object.fromEntries(counts),
    }),
  }
}

/** A piece of foreign text, short enough to be shown in a sentence (at most 60 characters). */
export function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
