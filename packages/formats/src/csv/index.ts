export type { ColumnKind } from './column-kind.ts'
export type { ColumnMeaning } from './column-meaning.ts'
export { type ColumnProfile, profileColumns } from './column-profile.ts'
export {
  type CsvOptions,
  type CsvReader,
  type CsvReport,
  type CsvShape,
  createCsvReader,
} from './csv-reader.ts'
export { CSV_BOM, guardCell, unguardCell, writeCsvRow } from './csv-writer.ts'
export { CSV_DELIMITERS, type CsvDelimiter } from './delimiter.ts'
export { looksLikeHeader, nameColumns, numberColumns } from './header.ts'
export { type CsvLimits, DEFAULT_CSV_LIMITS } from './limits.ts'
export { CSV_PROBLEM_CODES, CSV_REFUSAL_CODES, type CsvProblemCode, type RowProblem } from './problem.ts'
export { type CsvTable, readCsv } from './read-csv.ts'
export type { CsvRow } from './row-tokenizer.ts'
