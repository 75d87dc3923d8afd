import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createQuickAdd } from './quick-add.ts'
import { readRepeat } from './recurrence/read-repeat.ts'

const DAYS: Readonly<Record<string, string>> = {
  friday: '2026-11-27',
  fri: '2026-11-27',
  tomorrow: '2026-11-26',
  'in 2 weeks': '2026-12-09',
  '14 dec': '2026-12-14',
  '3 days': '2026-11-28',
  '1/2': '2027-02-01',
}

const read = createQuickAdd(
  {
    people: [
      { id: 'rosa', name: 'Rosa Marin', email: 'rosa@harbour.example' },
      { id: 'tom', name: 'Tom Dahl' },
      { id: 'toms', name: 'Tom Sørensen' },
    ],
    labels: [
      { id: 'safety', name: 'safety' },
      { id: 'lead', name: 'Long lead' },
    ],
    containers: [
      { id: 'tower', key: 'TWR', name: 'Tower A' },
      { id: 'office', key: 'OFF', name: 'Site office' },
    ],
    priorities: ['No priority', 'Low', 'Medium', 'High', 'Urgent'],
    me: 'rosa',
  },
  {
    readDay: (text) => DAYS[text.toLowerCase()] ?? null,
    readEffort: (text) => (/^\d+h$/.test(text) ? Number.parseInt(text, 10) * 60 : undefined),
    until: ['due', 'by', 'on', 'until'],
    due: ['due'],
    units: ['days', 'weeks'],
    readRepeat: (text, day) => readRepeat(text, { today: '2026-11-25', weekStart: 1, day }),
  },
)

test('one line says who, where, what kind, how urgent, how long and until when', () => {
  expect(read('Pour slab #safety @rosa !high +TWR ~6h friday')).toMatchObject({
    title: 'Pour slab',
    labelIds: ['safety'],
    responsibleId: 'rosa',
    priority: 3,
    containerId: 'tower',
    effortMin: 360,
    dueOn: '2026-11-27',
    unclear: [],
  })
})

test.each([
  ['Call @me', { title: 'Call', responsibleId: 'rosa' }],
  ['Call @Rosa Marin back', { title: 'Call back', responsibleId: 'rosa' }],
  ['Call @rosa@harbour.example', { title: 'Call', responsibleId: 'rosa' }],
  ['Call @sorensen', { title: 'Call', responsibleId: 'toms' }],
  ['Call @tom dahl', { title: 'Call', responsibleId: 'tom' }],
  ['Order steel #long lead #safety', { title: 'Order steel', labelIds: ['lead', 'safety'] }],
  ['Order paper +site', { title: 'Order paper', containerId: 'office' }],
  ['Order paper !4', { title: 'Order paper', priority: 4 }],
  ['Order paper !URG', { title: 'Order paper', priority: 4 }],
])('%s', (line, expected) => expect(read(line)).toMatchObject(expected))

test.each([
  ['Pay by 14 dec', 'Pay', '2026-12-14'],
  ['Pay due 1/2', 'Pay', '2027-02-01'],
  ['Pay in 2 weeks @me', 'Pay', '2026-12-09'],
  ['Rent crane for 3 days', 'Rent crane for 3 days', null],
  ['Tighten bolt 1/2', 'Tighten bolt 1/2', null],
  ['Friday', 'Friday', null],
  ['Friday market', 'Friday market', null],
  [String.raw`Plan \friday`, 'Plan friday', null],
])('%s is due as its end says', (line, title, dueOn) => expect(read(line)).toMatchObject({ title, dueOn }))

test('what names nobody, or several, stays in the title and is said', () => {
  expect(read('Ask @tom about #paint and crane #5 for 5 !!')).toMatchObject({
    title: 'Ask @tom about #paint and crane #5 for 5 !!',
    responsibleId: null,
    labelIds: [],
    unclear: [
      { text: '@tom', reason: 'several' },
      { text: '#paint', reason: 'unknown' },
    ],
  })
})

test('a line that would leave no title is one', () => {
  expect(read('#safety @rosa')).toMatchObject({ title: '#safety @rosa', labelIds: [], parts: [] })
})

test('a backslash keeps a sign in the title', () => {
  expect(read(String.raw`Paint \#safety on gate`)).toMatchObject({
    title: 'Paint #safety on gate',
    labelIds: [],
  })
})

test('a day is written in one piece, not around something else', () => {
  expect(read('Ask when due @rosa friday')).toMatchObject({
    title: 'Ask when due',
    responsibleId: 'rosa',
    dueOn: read('Call friday').dueOn,
  })
})

test('the later of two words for one thing holds', () => {
  expect(read('Call @tom dahl @rosa')).toMatchObject({ title: 'Call', responsibleId: 'rosa' })
})

test('whatever is typed, title and parts together are the line, and nothing is in both', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '@rosa',
      '#safety',
      '+TWR',
      '!high',
      '~6h',
      'friday',
      'due',
      'slab',
      '@',
      '#',
      '!!',
      '~x',
    ),
    fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\\', '')),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const line = words.join(' ')
      const { title, parts } = read(line)
      let rest = line
      for (const { from, to } of parts.toReversed()) rest = rest.slice(0, from) + rest.slice(to)
      expect(title.split(/\s+/u).filter(Boolean)).toEqual(rest.split(/\s+/u).filter(Boolean))
      expect(
        parts.every(({ from, to }, index) => from < to && to <= (parts[index + 1]?.from ?? line.length)),
      ).toBe(true)
    }),
  )
})

test.each([
  ['Water plants every monday', 'Water plants', '2026-11-30', { kind: 'weekly', every: 1, weekdays: [1] }],
  ['Backup täglich', 'Backup', '2026-11-25', { kind: 'daily', every: 1 }],
  ['Pay rent friday every month', 'Pay rent', '2026-11-27', { kind: 'monthlyDay', every: 1, day: 27 }],
  [
    'Kranprüfung jeden Montag !high',
    'Kranprüfung',
    '2026-11-30',
    { kind: 'weekly', every: 1, weekdays: [1] },
  ],
])('%s says that it repeats', (line, title, dueOn, repeats) => {
  expect(read(line)).toMatchObject({ title, dueOn, repeats, unclear: [] })
})

test('words about repeating stay in the title behind a backslash, in the middle, and alone', () => {
  for (const line of ['Backup \\daily', 'Talk of every monday again', 'every monday'])
    expect(read(line)).toMatchObject({ title: line.replace('\\', ''), repeats: null })
})
