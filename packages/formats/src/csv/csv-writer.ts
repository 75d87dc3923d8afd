/** What spreadsheet programs know UTF-8 by. */
export const CSV_BOM = '\uFEFF'

/** Besides what has to be quoted, what makes a reader think of another delimiter, or trim. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/
const FORMULA = /^'*[=+\-@\t\r\n]/
const GUARDED = /^''*[=+\-@\t\r\n]/

/**
 * A row of a table as text, with its end of line.
 *
 * @see RFC 4180 §2
 */
export function writeCsvRow(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: string): string {
  return QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * A text that no spreadsheet program takes for a formula: what begins as one gets an apostrophe in
 * front. For texts that people wrote, not for numbers of ours. `unguardCell` gives the text back.
 *
 * @see OWASP, CSV Injection
 */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text that `guardCell` was given, also where a spreadsheet program's user guarded it by hand. */
export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}
