import { escapeText } from './escape-text.ts'
import type { SheetCell } from './sheet-cell.ts'
import { DECLARATION, MAIN_NAMESPACE, STYLE } from './workbook.ts'

/** A column with its header and its width in characters. */
export type SheetColumn = { readonly header: string; readonly width: number }

/** The beginning of a sheet, up to its first row: widths, and a header that stays when the rest scrolls. */
export function sheetStart(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const header = columns.map((column, index) =>
    textCell(column.header, `r="${nameOf(index)}1" s="${STYLE.header}"`),
  )
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN_NAMESPACE}">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`
  )
}

/**
 * Rows of a sheet.
 *
 * @param first number of the first of them; the header is row 1
 * @see ECMA-376-1 §18.3.1.73, row
 */
export function sheetRows(rows: readonly (readonly SheetCell[])[], first: number): string {
  return rows.map((cells, index) => rowOf(cells, first + index)).join('')
}

/** The end of a sheet, with a filter over all of its rows, which are counted without the header. */
export function sheetEnd(columns: readonly SheetColumn[], rowCount: number): string {
  return `</sheetData><autoFilter ref="A1:${nameOf(columns.length - 1)}${rowCount + 1}"/></worksheet>`
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function nameOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : nameOf(Math.floor(index / 26) - 1) + letter
}

function rowOf(cells: readonly SheetCell[], number: number): string {
  let written = ''
  cells.forEach((cell, index) => {
    if (cell !== null && cell !== '') written += cellOf(cell, `r="${nameOf(index)}${number}"`)
  })
  return `<row r="${number}">${written}</row>`
}

function cellOf(cell: Exclude<SheetCell, null>, place: string): string {
  switch (typeof cell) {
    case 'string':
      return textCell(cell, place)
    case 'number':
      return Number.isFinite(cell) ? `<c ${place}><v>${cell}</v></c>` : ''
    case 'boolean':
      return `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`
    default:
      return `<c ${place} s="${STYLE[cell.shownAs]}"><v>${cell.serial}</v></c>`
  }
}

/** Texts stand in their cells: a table of texts shared by all cells would have to be held until the end. */
function textCell(text: string, attributes: string): string {
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`
}
