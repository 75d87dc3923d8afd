import type { TableProfile } from '@millrace/contract'
import { type ColumnProfile, type CsvRow, profileColumns } from '@millrace/formats/csv'
import { excerpt } from '@millrace/formats/report'
import { createProblemList, type Problem, type ProblemList, type ShownProblems } from '../problem-list.ts'
import { dateOrderOf, proposeMapping } from './propose-mapping.ts'
import type { TableReport, TableRows, TableShape } from './read-rows.ts'

const ROWS_SHOWN = 20
const ROWS_PROFILED = 1_000
/** So many different values can still be mapped one by one. */
const VALUES_SHOWN = 60
const VALUE_LENGTH = 80
/** Characters of one row in the profile, however many columns it has. */
const ROW_LENGTH = 20_000

/** Looks at a whole table: its columns with guesses, its first rows, what is wrong with it. */
export async function profileTable(table: TableRows): Promise<{
  readonly table: TableProfile
  readonly encoding: string
  readonly delimiter: string
  readonly problems: ShownProblems
}> {
  const first: CsvRow[] = []
  const values: Set<string>[] = []
  const problems = createProblemList()
  for await (const rows of table.pieces) {
    first.push(...rows.slice(0, ROWS_PROFILED - first.length))
    const names = table.reader.shape()?.columns ?? []
    for (const row of rows) {
      row.cells.forEach((cell, index) => {
        note(values, index, cell)
        if (BROKEN.test(cell)) problems.add(brokenCell(cell, { line: row.line, column: names[index] }))
      })
    }
  }
  const report = table.reader.report()
  const shape = table.reader.shape() ?? { delimiter: ',', hasHeader: false, columns: [] }
  const columns = profileColumns({ columns: shape.columns, rows: first })
  return {
    table: present({ shape, report, columns, first, values }),
    encoding: report.encoding.encoding,
    delimiter: shape.delimiter,
    problems: listProblems(problems, report, shape),
  }
}

/** What bytes become that are no letter: U+FFFD, or a control character of ISO 6429. */
const BROKEN = /[\u0080-\u009f\ufffd]/

function brokenCell(
  cell: string,
  place: { readonly line: number; readonly column: string | undefined },
): Problem {
  return {
    ...place,
    code: 'import.letters_broken',
    severity: 'warning',
    params: { text: excerpt(cell.trim()) },
  }
}

function note(values: Set<string>[], index: number, cell: string): void {
  const seen = (values[index] ??= new Set())
  const value = cell.trim()
  if (value !== '' && seen.size <= VALUES_SHOWN) seen.add(value.slice(0, VALUE_LENGTH))
}

function present(found: {
  readonly shape: TableShape
  readonly report: TableReport
  readonly columns: readonly ColumnProfile[]
  readonly first: readonly CsvRow[]
  readonly values: readonly ReadonlySet<string>[]
}): TableProfile {
  const { shape, report, columns, first, values } = found
  const mapping = proposeMapping(columns)
  const cellLength = Math.max(10, Math.min(200, Math.floor(ROW_LENGTH / Math.max(1, columns.length))))
  return {
    hasHeader: shape.hasHeader,
    columns: columns.map((column) => {
      const seen = [...(values[column.index] ?? [])]
      return {
        index: column.index,
        name: column.name,
        kind: column.kind.kind,
        filled: column.filled,
        distinct: column.distinct,
        examples: column.examples,
        values: seen.length <= VALUES_SHOWN ? seen : [],
        field: mapping[column.index]?.field ?? 'ignore',
        dateOrder: dateOrderOf(column).dateOrder ?? null,
        isDateOrderSure: column.kind.kind === 'date' && column.kind.order.kind !== 'assumed',
      }
    }),
    rows: first
      .slice(0, ROWS_SHOWN)
      .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.slice(0, cellLength)) })),
    rowCount: report.rowCount,
    mapping,
  }
}

/** Rows of these problems are not among the rows that were read. */
const LEFT_OUT = new Set(['csv.row_too_wide', 'csv.row_too_long', 'csv.field_too_long'])

function listProblems(list: ProblemList, report: TableReport, shape: TableShape): ShownProblems {
  for (const { line, code, column, params } of report.problems) {
    const severity = LEFT_OUT.has(code) ? 'error' : 'warning'
    list.add({
      line,
      code,
      severity,
      params,
      column: column === undefined ? undefined : shape.columns[column],
    })
  }
  const { count, positions } = report.encoding.brokenBytes
  if (count > 0) {
    const params = { count, encoding: report.encoding.encoding, at: positions[0] ?? 0 }
    list.add({ line: null, code: 'import.encoding_broken', severity: 'warning', params })
  }
  const kept = list.report()
  return { ...kept, problemCount: kept.problemCount + report.problemCount - report.problems.length }
}
