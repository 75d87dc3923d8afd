import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compileForm,
  type FilledForm,
  type FormField,
  type FormPart,
  fillForm,
  isFormField,
} from '../index.ts'

const moment = { now: Date.UTC(2026, 2, 1, 12), zone: 'Europe/Berlin' }

function fill(
  parts: readonly FormPart[],
  entered: Readonly<Record<string, unknown>> = {},
  variables: Readonly<Record<string, unknown>> = {},
): FilledForm {
  const compilation = compileForm({ parts })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.faults))
  return fillForm(compilation.form, { variables, entered, moment })
}

function faultsOf(parts: readonly FormPart[]) {
  const compilation = compileForm({ parts })
  return compilation.ok ? [] : compilation.faults.map(({ code, at, property }) => ({ code, at, property }))
}

const text = (key: string, more: Partial<FormField> = {}): FormField => ({
  kind: 'text',
  key,
  label: key,
  ...more,
})
const number = (key: string, more: Partial<FormField> = {}): FormField =>
  text(key, { kind: 'number', ...more })

const ORDER: readonly FormPart[] = [
  { kind: 'section', text: 'Order {{ title }}' },
  number('count', { required: true, min: 1 }),
  text('price', { kind: 'money', required: true }),
  text('total', { kind: 'money', computed: 'count * price' }),
  { kind: 'section', text: 'Approval', visibleWhen: 'total > 1000' },
  text('reason', { kind: 'longText', required: 'total > 5000' }),
  text('by', { kind: 'date', check: 'by >= date("2026-04-01")', checkMessage: 'Not before April.' }),
]

test('computed values, visibility and what is required follow what is filled in', () => {
  const small = fill(ORDER, { count: 3, price: 12.5, reason: 'hidden' }, { title: 'OPS-1' })
  expect(small.values).toEqual({ count: 3, price: 12.5, total: 37.5 })
  expect(small.problems).toEqual([])
  expect(small.parts[0]).toMatchObject({ text: 'Order OPS-1', isVisible: true })

  const large = fill(ORDER, { count: 600, price: 12.5, by: '2026-03-31' })
  expect(large.values).toEqual({ count: 600, price: 12.5, total: 7500, reason: null, by: '2026-03-31' })
  expect(large.problems).toEqual([
    { key: 'reason', code: 'form.required', params: {} },
    { key: 'by', code: 'form.check_message', params: { message: 'Not before April.' } },
  ])
})

test('a variable of the same name fills a field before its default does, until somebody writes', () => {
  const form = [text('city', { default: 'Berlin' }), text('day', { kind: 'date', defaultFrom: 'today()' })]
  expect(fill(form).values).toEqual({ city: 'Berlin', day: '2026-03-01' })
  expect(fill(form, {}, { city: 'Riga' }).values.city).toBe('Riga')
  expect(fill(form, { city: null }, { city: 'Riga' }).values.city).toBeNull()
  expect(fill(form, {}, { city: { name: 'Riga' } }).values.city).toBe('Berlin')
})

test('nobody writes what is computed or read only', () => {
  const form = [
    text('a', { readOnly: true }),
    number('b', { computed: '1 + 1' }),
    text('c', { readOnly: 'b = 2' }),
  ]
  expect(fill(form, { a: 'x', b: 9, c: 'x' }, { a: 'kept', c: 'too' }).values).toEqual({
    a: 'kept',
    b: 2,
    c: 'too',
  })
})

test.each<[string, Partial<FormField>, unknown, string | null]>([
  ['nothing where something is required', { required: true }, '  ', 'form.required'],
  ['a number for a text', {}, 5, 'form.wrong_kind'],
  ['a text for a number', { kind: 'number' }, '5', 'form.wrong_kind'],
  ['a number without end', { kind: 'number' }, Number.POSITIVE_INFINITY, 'form.wrong_kind'],
  ['too small', { kind: 'number', min: 0.1 }, 0.09, 'form.too_small'],
  ['too large', { kind: 'number', max: 3 }, 3.1, 'form.too_large'],
  ['just within', { kind: 'number', min: 0.3, max: 0.3 }, 0.3, null],
  ['a third of a cent', { kind: 'money' }, 0.333, 'form.decimals'],
  ['cents', { kind: 'money' }, 1234567.89, null],
  ['a fraction of a whole', { kind: 'number', decimals: 0 }, 1.5, 'form.decimals'],
  ['too short', { minLength: 3 }, '🐎🐎', 'form.too_short'],
  ['long enough, as people count', { minLength: 2, maxLength: 2 }, '🐎🐎', null],
  ['too long', { maxLength: 2 }, 'abc', 'form.too_long'],
  ['a pattern for all of the text', { pattern: '\\d{5}|x' }, '123456', 'form.pattern'],
  ['a pattern that fits', { pattern: '\\d{5}|x' }, '12345', null],
  ['a day that is none', { kind: 'date' }, '2026-02-30', 'form.wrong_kind'],
  ['a day too early', { kind: 'date', min: '2026-03-01' }, '2026-02-28', 'form.too_small'],
  ['a time no clock shows', { kind: 'time' }, '24:00', 'form.wrong_kind'],
  ['a day and time', { kind: 'dateTime', max: '2026-03-01T12:00' }, '2026-03-01T12:00', null],
  ['a day and time with a zone', { kind: 'dateTime' }, '2026-03-01T12:00:00Z', 'form.wrong_kind'],
  [
    'an option that is none',
    { kind: 'choice', options: [{ value: 1, label: 'one' }] },
    '1',
    'form.not_an_option',
  ],
  [
    'options of a list',
    { kind: 'choices', optionsFrom: '["a", {value: 2, label: "two"}]' },
    [2, 'a', 2],
    null,
  ],
  ['one of them gone', { kind: 'choices', optionsFrom: '["a"]' }, ['a', 'b'], 'form.not_an_option'],
  [
    'no choice where one is required',
    { kind: 'choices', optionsFrom: '["a"]', required: true },
    [],
    'form.required',
  ],
  ['a script for a link', { kind: 'link' }, 'javascript:alert(1)', 'form.wrong_kind'],
  ['a name for a person', { kind: 'person' }, 'Ada', 'form.wrong_kind'],
  ['no where yes or no is asked', { kind: 'yesNo', required: true }, false, null],
  ['a check that cannot be told', { check: 'other > 1' }, 'x', 'form.check'],
  ['a check of nothing', { check: 'other > 1' }, null, null],
])('filled in: %s', (_name, field, entered, code) => {
  const { problems } = fill([text('value', field)], { value: entered })
  expect(problems.map((problem) => problem.code)).toEqual(code === null ? [] : [code])
})

test('times are held with their seconds, so that expressions can reckon with them', () => {
  const form = [
    text('from', { kind: 'time' }),
    text('to', { kind: 'time', computed: 'from + duration("PT90M")' }),
  ]
  expect(fill(form, { from: '08:30' }).values).toEqual({ from: '08:30:00', to: '10:00:00' })
})

test('computed numbers are rounded to the digits of the field, and of the wrong kind they are told', () => {
  expect(fill([text('third', { kind: 'money', computed: '10 / 3' })]).values).toEqual({ third: 3.33 })
  expect(fill([number('wrong', { computed: '"x"' })]).problems).toEqual([
    { key: 'wrong', code: 'form.computed_wrong', params: { kind: 'number' } },
  ])
})

test('a key that is also a function of FEEL means the field', () => {
  const form = [number('floor', { min: 0 }), text('above', { visibleWhen: 'floor > 2' })]
  expect(fill(form, { floor: 3 }).parts[1]).toMatchObject({ isVisible: true })
  expect(faultsOf([number('sum', { computed: 'sum + 1' })])).toMatchObject([{ code: 'form.circular' }])
})

test.each<[string, readonly FormPart[], { code: string; at: number; property: string }]>([
  ['a key of two words', [text('two words')], { code: 'form.key', at: 0, property: 'key' }],
  ['a key that is a word of FEEL', [text('if')], { code: 'form.key', at: 0, property: 'key' }],
  ['a key twice', [text('a'), text('a')], { code: 'form.key_twice', at: 1, property: 'key' }],
  [
    'a choice without options',
    [text('a', { kind: 'choice' })],
    { code: 'form.no_options', at: 0, property: 'options' },
  ],
  ['limits crossed', [number('a', { min: 3, max: 2 })], { code: 'form.limits', at: 0, property: 'min' }],
  [
    'a day for a number',
    [number('a', { max: '2026-01-01' })],
    { code: 'form.limits', at: 0, property: 'max' },
  ],
  [
    'a pattern that is none',
    [text('a', { pattern: '[' })],
    { code: 'form.pattern_wrong', at: 0, property: 'pattern' },
  ],
  [
    'a default of another kind',
    [number('a', { default: 'x' })],
    { code: 'form.default', at: 0, property: 'default' },
  ],
  [
    'half an expression',
    [text('a', { visibleWhen: 'b >' })],
    { code: 'feel.unexpected', at: 0, property: 'visibleWhen' },
  ],
  [
    'half an expression in a text',
    [{ kind: 'note', text: 'Hello {{ 1 + }}' }],
    { code: 'feel.unexpected', at: 0, property: 'text' },
  ],
  [
    'fields that are seen when the other is',
    [text('a', { visibleWhen: 'b = "x"' }), text('b', { visibleWhen: 'a = "x"' })],
    { code: 'form.circular', at: 0, property: 'key' },
  ],
])('refused: %s', (_name, parts, fault) => {
  expect(faultsOf(parts)).toEqual([fault])
})

test('a fault of an expression says where in its text it is', () => {
  const compilation = compileForm({ parts: [{ kind: 'note', text: 'Hello {{ 1 ) }}' }] })
  expect(compilation).toMatchObject({ faults: [{ span: { from: 11, to: 11 } }] })
})

const KEYS = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5'] as const
/** Fields each of which sums up some others. */
const anySums = fc
  .array(fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 2 }), { minLength: 6, maxLength: 6 })
  .map((uses) =>
    KEYS.map((key, at) => {
      const names = uses[at] ?? []
      return names.length === 0 ? number(key) : number(key, { computed: `1 + ${names.join(' + ')}` })
    }),
  )

/** Whether a field comes back to itself, by trying every way. */
function isCircular(fields: readonly FormField[]): boolean {
  const uses = new Map(fields.map((field) => [field.key, field.computed?.match(/k\d/g) ?? []]))
  const reaches = (from: string, to: string, steps: number): boolean =>
    steps > 0 && (uses.get(from) ?? []).some((next) => next === to || reaches(next, to, steps - 1))
  return fields.some(({ key }) => reaches(key, key, fields.length))
}

test('a form is refused for going round in a circle exactly when it does', () => {
  fc.assert(
    fc.property(anySums, (fields) => {
      expect(compileForm({ parts: fields }).ok).toBe(!isCircular(fields))
    }),
  )
})

test('the order in which fields stand changes no value', () => {
  const any = fc.tuple(anySums, fc.dictionary(fc.constantFrom(...KEYS), fc.integer({ min: -9, max: 9 })))
  fc.assert(
    fc.property(any, fc.func(fc.integer()), ([fields, entered], weight) => {
      fc.pre(compileForm({ parts: fields }).ok)
      const mixed = fields.toSorted((left, right) => weight(left.key) - weight(right.key))
      expect(fill(mixed, entered).values).toEqual(fill(fields, entered).values)
    }),
  )
})

const anyField = fc.record({
  kind: fc.constantFrom('text', 'number', 'money', 'yesNo', 'date', 'time', 'dateTime', 'link'),
  required: fc.constantFrom(true, false, 'a = null'),
  readOnly: fc.boolean(),
  visibleWhen: fc.constantFrom(null, 'v > 3', 'v = null'),
  decimals: fc.option(fc.integer({ min: 0, max: 4 })),
  minLength: fc.option(fc.integer({ min: 0, max: 3 })),
})
const anyEntered = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, '2026-03-01', '08:30', '2026-03-01T08:30', 'https://millrace.example', [], {}),
)

test('what was handed in without problems can be handed in again; what is hidden never is', () => {
  const any = fc.record({
    fields: fc.array(anyField, { minLength: 1, maxLength: 5 }),
    entered: fc.array(anyEntered, { minLength: 5, maxLength: 5 }),
    v: fc.integer({ min: 0, max: 6 }),
  })
  fc.assert(
    fc.property(any, ({ fields, entered, v }) => {
      const parts = fields.map((field, at) => text(`f${at}`, field))
      const first = fill(parts, Object.fromEntries(entered.map((value, at) => [`f${at}`, value])), { v })
      const hidden = first.parts.filter((part) => part.kind === 'field' && !part.isVisible)
      expect(Object.keys(first.values)).toHaveLength(parts.filter(isFormField).length - hidden.length)
      if (first.problems.length > 0) return
      const again = fill(parts, first.values, { v })
      expect(again.values).toEqual(first.values)
      expect(again.problems).toEqual([])
    }),
  )
})
