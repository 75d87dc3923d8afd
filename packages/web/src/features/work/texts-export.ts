import { words } from '../../platform/language/index.ts'

/** What is said about files made of a view, once somebody asks for one. */
export const textsExport = words('features/work/texts-export', {
  asFile: { csv: 'Table (CSV)', xlsx: 'Spreadsheet (XLSX)', json: 'For programs (JSON)' },
  hint: 'What the filter finds, in its order',
  copyMarked: (count: number) => `Copy ${String(count)} marked as table`,
  copied: (what: string) => `${what} copied as table`,
  copyFailed: 'The browser did not allow to copy.',
  copyFailedHint: 'Allow this page to use the clipboard, or export a file instead.',
})
