export { dayCell, momentCell, type SheetCell } from './sheet-cell.ts'
export { type SheetColumn, sheetEnd, sheetRows, sheetStart } from './sheet-writer.ts'
export { SHEET_PATH, type WorkbookPart, workbookParts } from './workbook.ts'
