import { expect, test } from 'vitest'
import { UsageFault } from './command.ts'
import { readExportOptions } from './export-options.ts'

const WHO = ['--organisation', 'tower', '--as', 'ann@example.org']

test('the format is what the file ends in, unless it is said', () => {
  const named = (...more: string[]) => readExportOptions(['open', ...WHO, ...more]).format
  expect(named('--to', 'open.XLSX')).toBe('xlsx')
  expect(named('--to', 'open.txt', '--format', 'csv')).toBe('csv')
})

test('without a query everything is meant', () => {
  const options = readExportOptions([...WHO, '--to', 'all.json'])
  expect(options).toMatchObject({ query: '', archived: 'no', columns: undefined })
})

test.each([
  ['no file', ['open', ...WHO]],
  ['nobody', ['open', '--to', 'a.csv']],
  ['a query without quotes', ['due', '<', '+7d', ...WHO, '--to', 'a.csv']],
  ['a format there is not', [...WHO, '--to', 'a.pdf']],
  ['an option there is not', [...WHO, '--to', 'a.csv', '--all']],
])('%s is not understood', (_what, args) => expect(() => readExportOptions(args)).toThrow(UsageFault))
