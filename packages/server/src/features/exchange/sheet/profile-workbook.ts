import type { ImportProfile } from '@millrace/contract'
import { refuse } from '../../../platform/commands/index.ts'
import type { RunRow } from '../import-run.ts'
import { PROBLEMS_SHOWN, type ShownProblems } from '../problem-list.ts'
import { profileTable } from '../table/profile-table.ts'
import type { Workbook } from './open-workbook.ts'
import { readSheet } from './read-sheet.ts'

/** As many as one chooses among. */
const SHEETS_SHOWN = 20

/** Looks at all visible sheets of a workbook that hold something. @throws Refused when none does */
export async function profileWorkbook(
  workbook: Workbook,
  run: RunRow,
): Promise<{ readonly profile: ImportProfile; readonly problems: ShownProblems }> {
  const sheets: Extract<ImportProfile, { format: 'xlsx' }>['sheets'][number][] = []
  const found: ShownProblems[] = []
  for (const [sheet, { name, isHidden }] of workbook.sheets.entries()) {
    if (isHidden || sheets.length >= SHEETS_SHOWN) continue
    const { table, problems } = await profileTable(readSheet(workbook, run, sheet))
    if (table.rowCount === 0) continue
    sheets.push({ ...table, sheet, name })
    found.push(named(problems, name))
  }
  if (sheets.length === 0) refuse('exchange.file_empty', { file: run.file_name })
  return { profile: { format: 'xlsx', sheets }, problems: joined(found) }
}

function named(report: ShownProblems, sheet: string): ShownProblems {
  return { ...report, problems: report.problems.map((problem) => ({ ...problem, subject: sheet })) }
}

function joined(reports: readonly ShownProblems[]): ShownProblems {
  const problemCounts: Record<string, number> = {}
  for (const report of reports)
    for (const [code, count] of Object.entries(report.problemCounts))
      problemCounts[code] = (problemCounts[code] ?? 0) + count
  return {
    problems: reports.flatMap(({ problems }) => problems).slice(0, PROBLEMS_SHOWN),
    problemCount: reports.reduce((sum, { problemCount }) => sum + problemCount, 0),
    errorCount: reports.reduce((sum, { errorCount }) => sum + errorCount, 0),
    problemCounts,
  }
}
