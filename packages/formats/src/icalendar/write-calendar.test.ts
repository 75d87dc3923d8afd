import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEntry, writeCalendar } from './index.ts'

const WRITTEN = Date.parse('2026-03-01T12:00:00Z')
const ENTRY: CalendarEntry = {
  kind: 'event',
  uid: 'TWR-7@example.org',
  summary: 'Pour the slab',
  description: undefined,
  url: undefined,
  categories: [],
  span: { kind: 'days', from: '2026-03-02', to: '2026-03-04' },
  state: 'open',
  percentComplete: undefined,
  completedAt: undefined,
  changedAt: undefined,
}
const write = (...entries: readonly Partial<CalendarEntry>[]) =>
  writeCalendar({
    name: 'North wing',
    writtenAt: WRITTEN,
    entries: entries.map((entry) => ({ ...ENTRY, ...entry })),
  })
const unfold = (document: string) => document.replaceAll('\r\n ', '').split('\r\n')
/** The lines of the only entry that speak of time. */
const timesOf = (entry: Partial<CalendarEntry>) =>
  unfold(write(entry)).filter((line) => /^(DTSTART|DTEND|DUE)/.test(line))
const at = (time: string) => Date.parse(`2026-03-02T${time}Z`)

test('a calendar with an event, whole', () => {
  const lines = unfold(write({ categories: ['Concrete', 'Night, late'], url: 'https://example.org/a' }))
  expect(lines).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Millrace//Millrace//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:North wing',
    'X-WR-CALNAME:North wing',
    'BEGIN:VEVENT',
    'UID:TWR-7@example.org',
    'DTSTAMP:20260301T120000Z',
    'SUMMARY:Pour the slab',
    'URL:https://example.org/a',
    'CATEGORIES:Concrete,Night\\, late',
    'DTSTART;VALUE=DATE:20260302',
    'DTEND;VALUE=DATE:20260305',
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('a thing to do says what is done of it', () => {
  const lines = unfold(
    write({ kind: 'todo', state: 'done', percentComplete: 130, completedAt: at('09:30:00') }),
  )
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VTODO',
      'STATUS:COMPLETED',
      'PERCENT-COMPLETE:100',
      'COMPLETED:20260302T093000Z',
    ]),
  )
})

test.each<[string, Partial<CalendarEntry>, readonly string[]]>([
  [
    'moments are in UTC',
    { span: { kind: 'moments', from: at('08:00:00'), to: at('17:30:00') } },
    ['DTSTART:20260302T080000Z', 'DTEND:20260302T173000Z'],
  ],
  [
    'a milestone takes no time',
    { span: { kind: 'moments', from: at('08:00:00'), to: at('08:00:00') } },
    ['DTSTART:20260302T080000Z'],
  ],
  [
    'an event without start is on its last day',
    { span: { kind: 'days', from: undefined, to: '2026-12-31' } },
    ['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101'],
  ],
  [
    'a thing to do is due on its last day',
    { kind: 'todo' },
    ['DTSTART;VALUE=DATE:20260302', 'DUE;VALUE=DATE:20260304'],
  ],
  [
    'one of a single day is only due',
    { kind: 'todo', span: { kind: 'days', from: '2026-03-02', to: '2026-03-02' } },
    ['DUE;VALUE=DATE:20260302'],
  ],
])('%s', (_name, entry, expected) => {
  expect(timesOf(entry)).toEqual(expected)
})

test('separators and line breaks are escaped, control characters left out', () => {
  const line = unfold(write({ summary: 'a;b,c\\d\r\ne\u0007\nf' })).find((text) => text.startsWith('SUMMARY'))
  expect(line).toBe('SUMMARY:a\\;b\\,c\\\\d\\ne\\nf')
})

test('no line is longer than 75 bytes, none is cut inside a sign, and every text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const document = write({ summary: text, uid: `${'é'.repeat(60)}@x` })
      for (const line of document.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(line.isWellFormed()).toBe(true)
      }
      const summary =
        unfold(document)
          .find((line) => line.startsWith('SUMMARY:'))
          ?.slice(8) ?? ''
      const back = summary.replace(/\\(.)/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign))
      const allowed = text
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      expect(back).toBe(allowed)
    }),
    { seed: 4, numRuns: 500 },
  )
})
