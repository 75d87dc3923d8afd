import { parseDate, parseNumber } from '../dates/index.ts'
import type { RowProblem } from './problem.ts'
import type { CsvRow } from './row-tokenizer.ts'

/** Longer names are cut: they head a column, and travel in every message about it. */
const LONGEST_NAME = 200

/**
 * Column names from a header row: trimmed, never empty, never twice the same. Changes are told as
 * problems.
 */
export function nameColumns(header: CsvRow, onProblem: (problem: RowProblem) => void): readonly string[] {
  const taken = new Set<string>()
  const copies = new Map<string, number>()
  return header.cells.map((cell, column) => {
    const written = cell.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
    const wanted = written === '' ? `Column ${column + 1}` : written
    const name = freeName(wanted, taken, copies)
    taken.add(name)
    if (written === '') {
      onProblem({ line: header.line, column, code: 'csv.header_empty', params: { name } })
    } else if (name !== wanted) {
      const params = { name: wanted, renamed: name }
      onProblem({ line: header.line, column, code: 'csv.header_duplicate', params })
    }
    return name
  })
}

/** Names for a table without a header: `Column 1`, `Column 2`, ... */
export function numberColumns(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Column ${index + 1}`)
}

/** Whether a first row reads like names rather than values: words, and no number, date or address. */
export function looksLikeHeader(first: CsvRow): boolean {
  const names = first.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return names.length > 0 && !names.some(isValue)
}

/** What a number or date is refused for when it only lacks its column's convention. */
const CONVENTION_MISSING = new Set(['numbers.mark_unknown', 'dates.order_unknown'])

function isValue(text: string): boolean {
  if (text.length > LONGEST_NAME || text.includes('@')) return true
  return [parseNumber(text), parseDate(text)].some(
    (read) => read.ok || CONVENTION_MISSING.has(read.refusal.code),
  )
}

/** The first of `name`, `name (2)`, `name (3)`, ... not taken; counts on, so that many copies stay cheap. */
function freeName(wanted: string, taken: ReadonlySet<string>, copies: Map<string, number>): string {
  if (!taken.has(wanted)) return wanted
  for (let copy = (copies.get(wanted) ?? 1) + 1; ; copy += 1) {
    const name = `${wanted} (${copy})`
    if (taken.has(name)) continue
    copies.set(wanted, copy)
    return name
  }
}
