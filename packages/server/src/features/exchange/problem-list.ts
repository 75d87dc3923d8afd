import { type ImportPlan, type ImportProblem, sayProblem } from '@millrace/contract'
import type { Refusal } from '@millrace/core/kernel'
import { createProblemLog, type ProblemReport } from '@millrace/formats/report'
import { refuse } from '../../platform/commands/index.ts'

/** What is wrong, before it is put into words. */
export type Problem = {
  readonly code: string
  readonly line: number | null
  readonly severity: 'error' | 'warning'
  readonly column?: string | undefined
  readonly subject?: string | undefined
  readonly params?: Readonly<Record<string, unknown>> | undefined
}

/** Problems as people see them: the first in full, all as counts. */
export type ShownProblems = Pick<ImportPlan, 'problems' | 'problemCount' | 'errorCount' | 'problemCounts'>

/** Collects problems: all are counted, the first few kept. */
export type ProblemList = {
  readonly add: (problem: Problem) => void
  readonly report: () => ShownProblems
}

/** More would make a page nobody reads. */
export const PROBLEMS_SHOWN = 200

/** An empty list. */
export function createProblemList(): ProblemList {
  const log = createProblemLog<Problem>(PROBLEMS_SHOWN)
  let errorCount = 0
  return {
    add: (problem) => {
      if (problem.severity === 'error') errorCount++
      log.add(problem)
    },
    report: () => ({ ...shown(log.report()), errorCount }),
  }
}

function shown(report: ProblemReport<Problem>): Omit<ShownProblems, 'errorCount'> {
  return {
    problems: report.problems.map(present),
    problemCount: report.problemCount,
    problemCounts: report.problemCounts,
  }
}

function present(problem: Problem): ImportProblem {
  const { code, line, severity, column, subject, params = {} } = problem
  return {
    line,
    column: column ?? null,
    subject: subject ?? null,
    severity,
    code,
    params,
    sentence: sayProblem(code, params),
  }
}

/**
 * Refuses a file that cannot be read, with what is wrong in words and as a code.
 *
 * @throws Refused `exchange.file_unreadable`
 */
export function refuseUnreadable(file: string, { code, params = {} }: Refusal): never {
  return refuse('exchange.file_unreadable', {
    ...params,
    file,
    reason: sayProblem(code, params),
    problem: code,
  })
}
