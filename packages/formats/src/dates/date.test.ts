import { addDays } from '@millrace/core/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DateOptions, inferDateOrder, isPlainDateTime, parseDate, parseExcelSerial } from './index.ts'

const read = (text: string, options?: DateOptions) => {
  const result = parseDate(text, options)
  if (!result.ok) return result.refusal.code
  const { date, time, offsetMin } = result.value
  return [date, time, offsetMin].filter((part) => part !== undefined).join(' ')
}

test.each([
  ['2026-12-31', '2026-12-31'],
  ['2026-1-5', '2026-01-05'],
  ['2026-12-31T10:30', '2026-12-31 10:30:00'],
  ['2026-12-31T10:30:15.123Z', '2026-12-31 10:30:15 0'],
  ['2026-12-31T10:30:15+02:00', '2026-12-31 10:30:15 120'],
  ['2026-12-31 10:30:15-0330', '2026-12-31 10:30:15 -210'],
  ['2026-12-31 10:30:15.000 UTC', '2026-12-31 10:30:15 0'],
  ['20261231', '2026-12-31'],
  ['2026/12/31', '2026-12-31'],
  ['2026.12.31', '2026-12-31'],
  ['31.12.2026', '2026-12-31'],
  ['31. 12. 2026', '2026-12-31'],
  ['31/12/2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['31-12-2026', '2026-12-31'],
  ['5/5/2026', '2026-05-05'],
  ['31.12.26', '2026-12-31'],
  ['31.12.68', '2068-12-31'],
  ['31.12.69', '1969-12-31'],
  ['31 Dec 2026', '2026-12-31'],
  ['31-Dec-26', '2026-12-31'],
  ['31/Dec/26 10:15 AM', '2026-12-31 10:15:00'],
  ['Dec 31, 2026', '2026-12-31'],
  ['December 31st, 2026', '2026-12-31'],
  ['Dec 31 2026 12:00 am', '2026-12-31 00:00:00'],
  ['31. Dezember 2026', '2026-12-31'],
  ['3. März 2026', '2026-03-03'],
  ['3 Mrz 2026', '2026-03-03'],
  ['31 décembre 2026', '2026-12-31'],
  ['1er août 2026', '2026-08-01'],
  ['14 juil. 2026', '2026-07-14'],
  ['31 de diciembre de 2026', '2026-12-31'],
  ['31 декабря 2026 г.', '2026-12-31'],
  ['9 мая 2026', '2026-05-09'],
  ['Thu 31/12/26', '2026-12-31'],
  ['Do 31.12.2026', '2026-12-31'],
  ['Mon, 28 Dec 2026 10:00:00 +0100', '2026-12-28 10:00:00 60'],
  ['31.12.2026 10:30', '2026-12-31 10:30:00'],
  ['31.12.2026, 10:30 Uhr', '2026-12-31 10:30:00'],
  ['31.12.2026 um 9:05', '2026-12-31 09:05:00'],
  ['31/12/2026 à 10h30', '2026-12-31 10:30:00'],
  ['31/12/2026 10h30', '2026-12-31 10:30:00'],
  ['12/31/2026 12:30 PM', '2026-12-31 12:30:00'],
  ['  2026-12-31\u00a0', '2026-12-31'],
])('%s is read as %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['03/04/2026', 'dates.order_unknown'],
  ['2026-02-30', 'dates.no_such_day'],
  ['31.04.2026', 'dates.no_such_day'],
  ['13/13/2026', 'dates.no_such_day'],
  ['29.02.1900', 'dates.no_such_day'],
  ['2026-12-31 25:00', 'dates.bad_time'],
  ['2026-12-31 13:00 PM', 'dates.bad_time'],
  ['1899-12-31', 'dates.year_out_of_range'],
  ['2201-01-01', 'dates.year_out_of_range'],
  ['0001-01-01', 'dates.year_out_of_range'],
  ['14 jui 2026', 'dates.unreadable'],
  ['soon', 'dates.unreadable'],
  ['', 'dates.unreadable'],
  ['31 Foo 2026', 'dates.unreadable'],
  ['12.2026', 'dates.unreadable'],
  [`2026-12-31${' '.repeat(100)}`, 'dates.unreadable'],
])('%s is refused with %s', (text, code) => expect(read(text)).toBe(code))

test('the order of a column decides what the text does not', () => {
  expect(read('03/04/2026', { order: 'day-month' })).toBe('2026-04-03')
  expect(read('03/04/2026', { order: 'month-day' })).toBe('2026-03-04')
  expect(read('31/12/2026', { order: 'month-day' })).toBe('dates.no_such_day')
  expect(read('31.12.35', { pivot: 30 })).toBe('1935-12-31')
})

test.each([
  [
    'a day above twelve decides',
    ['03/04/2026', '31/12/2026'],
    { kind: 'decided', order: 'day-month', evidence: 1 },
  ],
  [
    'a second number above twelve decides',
    ['3/4/26', '12/31/26'],
    { kind: 'decided', order: 'month-day', evidence: 1 },
  ],
  [
    'contradictions are named by sample',
    ['31/12/2026', 'x', '12/31/2026'],
    { kind: 'mixed', dayMonth: [0], monthDay: [2] },
  ],
  ['dots suggest the day first', ['03.04.2026'], { kind: 'assumed', order: 'day-month', ambiguous: 1 }],
  ['slashes follow the assumption', ['03/04/2026'], { kind: 'assumed', order: 'day-month', ambiguous: 1 }],
  [
    'a twelve-hour clock suggests the month first',
    ['03/04/2026 9:00 AM'],
    { kind: 'assumed', order: 'month-day', ambiguous: 1 },
  ],
  ['equal numbers say nothing', ['05/05/2026'], { kind: 'none' }],
  ['other forms have no order', ['2026-03-04', '3 Apr 2026', ''], { kind: 'none' }],
])('%s', (_name, samples, expected) => expect(inferDateOrder(samples)).toEqual(expected))

test.each([
  ['1', '1900-01-01'],
  ['59', '1900-02-28'],
  ['61', '1900-03-01'],
  ['45658', '2025-01-01'],
  ['45658.5', '2025-01-01 12:00:00'],
  ['45658,25', '2025-01-01 06:00:00'],
  ['109939', '2200-12-31'],
  ['60', 'dates.no_such_day'],
  ['0', 'dates.year_out_of_range'],
  ['109940', 'dates.year_out_of_range'],
  ['abc', 'dates.unreadable'],
])('the spreadsheet day %s is %s', (text, expected) => {
  const result = parseExcelSerial(text)
  const shown = result.ok
    ? [result.value.date, result.value.time].filter((part) => part !== undefined).join(' ')
    : result.refusal.code
  expect(shown).toBe(expected)
})

test('every day of three centuries is read back from each form', () => {
  const day = fc.integer({ min: 0, max: 109_936 }).map((offset) => addDays('1900-01-01', offset))
  fc.assert(
    fc.property(day, (date) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-')
      expect(read(date)).toBe(date)
      expect(read(`${dayOfMonth}.${month}.${year}`, { order: 'day-month' })).toBe(date)
      expect(read(`${month}/${dayOfMonth}/${year}`, { order: 'month-day' })).toBe(date)
      const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
      expect(read(words.format(new Date(`${date}T00:00Z`)))).toBe(date)
    }),
    { seed: 21, numRuns: 500 },
  )
})

test('month names of five languages are read in long and short form', () => {
  for (const locale of ['en-GB', 'en-US', 'de', 'fr', 'es', 'ru']) {
    for (const dateStyle of ['long', 'medium'] as const) {
      const words = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' })
      for (let month = 0; month < 12; month += 1) {
        const date = new Date(Date.UTC(2026, month, 17))
        expect([locale, words.format(date), read(words.format(date))]).toEqual([
          locale,
          words.format(date),
          date.toISOString().slice(0, 10),
        ])
      }
    }
  }
})

test('any text is either refused or an existing day and time', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 100 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789 ./-:TZadeimnrз')), maxLength: 80 }),
  )
  const isAnswered = (text: string) => {
    const result = parseDate(text, { order: 'day-month' })
    return !result.ok || isPlainDateTime(`${result.value.date}T${result.value.time ?? '00:00:00'}`)
  }
  expect(fc.check(fc.property(texts, isAnswered), { seed: 22, numRuns: 3000 }).failed).toBe(false)
})
