import { compileForm, fillForm } from '@millrace/core/process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFormJs } from './index.ts'

function read(...components: readonly object[]) {
  const form = readFormJs(JSON.stringify({ type: 'default', id: 'Invoice', components }))
  if (!form.ok) throw new Error(form.code)
  return form
}

function fill(form: ReturnType<typeof read>, entered: Readonly<Record<string, unknown>>) {
  const compilation = compileForm(form.schema)
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.faults))
  return fillForm(compilation.form, { variables: {}, entered, moment: { now: 0, zone: 'UTC' } })
}

const codesOf = (form: ReturnType<typeof read>) => form.notes.map((note) => note.code)

test('fields keep their key, label, help, limits and options', () => {
  const form = read(
    {
      type: 'textfield',
      key: 'creditor',
      label: 'Creditor',
      description: 'As printed',
      validate: { required: true },
    },
    { type: 'textarea', key: 'reason', label: 'Reason', validate: { minLength: 3, maxLength: 9 } },
    { type: 'number', key: 'amount', label: 'Amount', decimalDigits: 2, validate: { min: 0, max: 1000 } },
    { type: 'checkbox', key: 'approved', label: 'Approved', defaultValue: false },
    { type: 'radio', key: 'product', label: 'Product', values: [{ label: 'Platform', value: 'p' }] },
    { type: 'taglist', key: 'tags', label: 'Tags', valuesExpression: '=["a", "b"]' },
    {
      type: 'datetime',
      subtype: 'date',
      key: 'due',
      dateLabel: 'Due',
      defaultValue: '2023-04-05T16:06:09.526+0000',
    },
    { type: 'datetime', subtype: 'datetime', key: 'at', dateLabel: 'At' },
  )
  expect(form.name).toBe('Invoice')
  expect(form.notes).toEqual([])
  expect(form.schema.parts).toMatchObject([
    { kind: 'text', key: 'creditor', label: 'Creditor', help: 'As printed', required: true },
    { kind: 'longText', key: 'reason', minLength: 3, maxLength: 9 },
    { kind: 'number', key: 'amount', decimals: 2, min: 0, max: 1000 },
    { kind: 'yesNo', key: 'approved', default: false },
    { kind: 'choice', key: 'product', options: [{ label: 'Platform', value: 'p' }] },
    { kind: 'choices', key: 'tags', optionsFrom: '["a", "b"]' },
    { kind: 'date', key: 'due', label: 'Due', default: '2023-04-05' },
    { kind: 'dateTime', key: 'at' },
  ])
})

test('what hides is turned into what shows, also within groups', () => {
  const form = read(
    { type: 'number', key: 'amount' },
    {
      type: 'group',
      label: 'Approval',
      conditional: { hide: '=amount < 100' },
      components: [{ type: 'textfield', key: 'by', conditional: { hide: '=amount > 500' } }],
    },
    { type: 'textfield', key: 'after' },
  )
  const seen = (amount: number | null) => Object.keys(fill(form, { amount }).values)
  expect(seen(50)).toEqual(['amount', 'after'])
  expect(seen(200)).toEqual(['amount', 'by', 'after'])
  expect(seen(600)).toEqual(['amount', 'after'])
  // A condition that cannot be told hides nothing.
  expect(seen(null)).toEqual(['amount', 'by', 'after'])
})

test('a pattern is found anywhere in a text, unless it says where', () => {
  const form = read(
    { type: 'textfield', key: 'number', validate: { pattern: '^C-[0-9]+$' } },
    { type: 'textfield', key: 'country', validate: { pattern: '^DE|AT$' } },
    { type: 'textfield', key: 'mail', validate: { validationType: 'email' } },
  )
  expect(fill(form, { number: 'C-12', country: 'DE-1', mail: 'a@b.example' }).problems).toEqual([])
  expect(fill(form, { number: 'xC-12', country: 'CH', mail: 'a@b' }).problems).toHaveLength(3)
})

test('a box that must be ticked, limits that are worked out and days gone by are checked', () => {
  const form = read(
    { type: 'checkbox', key: 'agreed', validate: { required: true } },
    { type: 'number', key: 'amount', validate: { max: '=10 * 2' } },
    { type: 'datetime', subtype: 'date', key: 'day', disallowPassedDates: true },
  )
  const codes = (entered: object) => fill(form, { ...entered }).problems.map((problem) => problem.key)
  expect(codes({ agreed: true, amount: 20, day: '1970-01-01' })).toEqual([])
  expect(codes({ agreed: false, amount: 21, day: '1969-12-31' })).toEqual(['agreed', 'amount', 'day'])
})

test('texts keep their words and their expressions', () => {
  const form = read(
    { type: 'text', text: '# Invoice\nof **{{ creditor }}**, [see](https://bpmn.io)' },
    { type: 'text', text: '="Due " + string(1 + 1)' },
    { type: 'html', content: '<p>Read <b>this</b> &amp; that</p><script>alert(1)</script>' },
    { type: 'text', text: '{{#if a}}x{{/if}}' },
  )
  const said = fill(form, {}).parts.map((part) => part.kind === 'note' && part.text)
  expect(said).toEqual(['Invoice\nof , see', 'Due 2', 'Read this & that'])
  expect(codesOf(form)).toEqual(['formjs.html', 'formjs.template'])
})

test('what has no like is left out and noted', () => {
  const form = read(
    { type: 'button', label: 'Submit' },
    { type: 'spacer' },
    { type: 'image', source: 'https://example.com/a.png', alt: 'A', id: 'Field_1' },
    { type: 'dynamiclist', label: 'Lines', components: [{ type: 'textfield', key: 'a' }] },
    { type: 'hologram' },
    { type: 'select', key: 'empty', label: 'Empty', values: [] },
    { type: 'textfield', key: 'broken', label: 'Broken', conditional: { hide: '=a >' } },
    { type: 'number', key: 'wrong', label: 'Wrong', defaultValue: 'x' },
  )
  expect(codesOf(form)).toEqual([
    'formjs.arrangement',
    'formjs.arrangement',
    'formjs.component',
    'formjs.rows',
    'formjs.type_unknown',
    'formjs.not_understood',
    'formjs.not_understood',
    'formjs.default',
  ])
  expect(form.schema.parts.map((part) => 'key' in part && part.key)).toEqual(['broken', 'wrong'])
})

test('keys that expressions cannot name are changed, and so are those that are there twice', () => {
  const form = read(
    { type: 'textfield', key: 'invoice.creditor' },
    { type: 'textfield', key: 'if' },
    { type: 'textfield', key: 'invoice_creditor' },
  )
  expect(form.notes).toEqual([
    { code: 'formjs.key_renamed', params: { key: 'invoice.creditor', renamed: 'invoice_creditor' } },
    { code: 'formjs.key_renamed', params: { key: 'if', renamed: 'field_if' } },
    { code: 'formjs.key_renamed', params: { key: 'invoice_creditor', renamed: 'invoice_creditor_2' } },
  ])
})

test.each([
  ['no JSON', '{', 'formjs.not_json'],
  ['other JSON', '{"components": "x"}', 'formjs.not_a_form'],
  ['a list', '[]', 'formjs.not_a_form'],
  ['components that are none', '{"components": [1]}', 'formjs.not_a_form'],
  ['far too much', ' '.repeat(1_000_001), 'formjs.too_large'],
])('refused: %s', (_name, text, code) => {
  expect(readFormJs(text)).toEqual({ ok: false, code })
})

test('groups within groups without end are left out from some depth on', () => {
  let component: object = { type: 'textfield', key: 'deep' }
  for (let depth = 0; depth < 500; depth += 1) component = { type: 'group', components: [component] }
  const form = read(component)
  expect(codesOf(form)).toEqual(['formjs.too_deep'])
  expect(form.schema.parts).toEqual([])
})

const anyProperty = fc.oneof(
  fc.string(),
  fc.constantFrom('=a', '=', '={', 5, true, null, [], {}),
  fc.jsonValue(),
)
const anyComponent = fc.record(
  {
    type: fc.constantFrom(
      'textfield',
      'number',
      'checkbox',
      'select',
      'datetime',
      'text',
      'group',
      'expression',
      'html',
    ),
    key: fc.oneof(fc.constantFrom('a', 'b', 'a.b', 'if'), fc.string()),
    label: anyProperty,
    text: anyProperty,
    content: anyProperty,
    expression: anyProperty,
    values: anyProperty,
    valuesExpression: anyProperty,
    defaultValue: anyProperty,
    readonly: anyProperty,
    conditional: fc.oneof(fc.record({ hide: anyProperty }), anyProperty),
    validate: fc.oneof(
      fc.record({ required: anyProperty, min: anyProperty, max: anyProperty, pattern: anyProperty }),
      anyProperty,
    ),
    components: anyProperty,
  },
  { requiredKeys: ['type'] },
)

test('whatever is in a form, what is taken over can be filled in', () => {
  fc.assert(
    fc.property(fc.array(anyComponent, { maxLength: 6 }), (components) => {
      const form = readFormJs(JSON.stringify({ components }))
      expect(form.ok && compileForm(form.schema).ok).toBe(true)
    }),
  )
})
