export { type CellContext } from './cell-text.ts'
export { type NumberKind, readNumberKinds } from './number-format.ts'
export {
  findWorkbook,
  PACKAGE_RELATIONS,
  readWorkbook,
  relationsPath,
  type SheetPlace,
  type WorkbookShape,
} from './read-workbook.ts'
export { createStringsReader, type StringsReader } from './shared-strings.ts'
export { dayCell, momentCell, type SheetCell } from './sheet-cell.ts'
export {
  createSheetReader,
  DEFAULT_SHEET_LIMITS,
  type SheetReader,
  type SheetRow,
  XLSX_REFUSAL_CODES,
} from './sheet-reader.ts'
export { type SheetColumn, sheetEnd, sheetRows, sheetStart } from './sheet-writer.ts'
export { SHEET_PATH, type WorkbookPart, workbookParts } from './workbook.ts'
