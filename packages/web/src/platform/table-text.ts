/**
 * Rows and cells of a text from a spreadsheet. A cell between quotation marks may hold tabs and line breaks; a mark
 * within a cell, as in `5" pipe`, is a letter like others.
 */
export function readTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const { cell, end } = cellAt(text, at)
    rows.at(-1)?.push(cell)
    const next = text.slice(end, end + 2)
    const isLineEnd = next.startsWith('\n') || next.startsWith('\r')
    at = end + (next === '\r\n' ? 2 : 1)
    if (isLineEnd && at < text.length) rows.push([])
    // What stands behind a last tab is an empty cell.
    if (next.startsWith('\t') && at >= text.length) rows.at(-1)?.push('')
  }
  return text === '' ? [] : rows.map((row) => (row.length === 0 ? [''] : row))
}

const QUOTED = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y
const PLAIN = /[^\t\r\n]*/y

function cellAt(text: string, at: number): { readonly cell: string; readonly end: number } {
  QUOTED.lastIndex = at
  const quoted = QUOTED.exec(text)
  if (quoted) return { cell: (quoted[1] ?? '').replaceAll('""', '"'), end: QUOTED.lastIndex }
  PLAIN.lastIndex = at
  return { cell: PLAIN.exec(text)?.[0] ?? '', end: PLAIN.lastIndex }
}

/** Rows and cells as a text that spreadsheet programs take; `readTable` gives them back. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

function quoted(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
