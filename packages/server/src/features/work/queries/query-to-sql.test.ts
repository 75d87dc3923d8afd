import { bindQuery, parseQuery } from '@millrace/core/work'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryCatalogue, queryViewer } from '../testing/query-world.ts'
import { decodeCursor, encodeCursor } from './query-cursor.ts'
import { compileQuery } from './query-to-sql.ts'

const ID = '0194e9f0-0000-7000-8000-000000000002'

function compile(text: string, firstParam = 1) {
  const parsed = parseQuery(text)
  const result = parsed.ok ? bindQuery(parsed.value, queryCatalogue, queryViewer) : parsed
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const organisationId = '0194e9f0-0000-7000-8000-000000000001'
  return compileQuery(result.value, { firstParam, organisationId, visible: null })
}

test('values are numbered on from the first, piece after piece', () => {
  const { where, orderBy, keyset } = compile('title ~ crane and parent = TWR-1 order by assignee, note', 4)
  expect([...where.text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number))).toEqual([4, 5, 6])
  expect(where.values).toEqual(['%crane%', '0194e9f0-0000-7000-8000-000000000001', ['TWR-1']])
  expect([...orderBy.text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number))).toEqual([7, 8, 8, 8])
  expect(orderBy.values).toHaveLength(2)
  const after = keyset([3, 'x', 'V', '0194e9f0-0000-7000-8000-000000000002'])
  expect(after.values).toEqual(['V', '0194e9f0-0000-7000-8000-000000000002', 'x', 3])
  expect(after.text).toContain('($9::text, $10::uuid)')
})

test('no value becomes part of the text', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'\';-$%_\\ab"()'), minLength: 1, maxLength: 12 })
  const names = fc.constantFrom('title', 'role', 'note', 'key', 'description')
  fc.assert(
    fc.property(names, letters, letters, (name, first, second) => {
      const quoted = (text: string) => `"x${text.replace(/["\\]/g, '\\$&')}"`
      const { where } = compile(`${name} ~ ${quoted(first)} or ${name} = ${quoted(second)}`)
      expect(where.text).toBe(compile(`${name} ~ a or ${name} = b`).where.text)
    }),
    { seed: 15 },
  )
})

test('an alternative cannot reach beyond its parentheses', () => {
  const { where, keyset } = compile('open or done order by due')
  expect(where.text).toMatch(/^\(.* or .*\)$/)
  expect(keyset(['2026-11-22', 'V', ID]).text).toMatch(/^\(.* or .*\)$/)
})

test('signs that mean something to "like" are taken literally', () => {
  expect(compile('"50%_\\\\"').where.values).toEqual(['%50\\%\\_\\\\%'])
})

test('without an order, rows come by rank and id and the tie is one comparison', () => {
  const { orderBy, keyset } = compile('')
  expect(orderBy).toEqual({ text: 'w.rank, w.id', values: [] })
  expect(keyset(['V', '0194e9f0-0000-7000-8000-000000000002']).text).toBe(
    '((w.rank, w.id) > ($1::text, $2::uuid))',
  )
})

test('a cursor gives back the values it was made of', () => {
  const query = compile('order by due desc, title, created, priority, assignee')
  const values = ['2026-11-22', 'façade 😀', '2026-11-22T10:00:00.123456+00:00', 3, null, 'V', ID]
  expect(decodeCursor(query, encodeCursor(query, values))).toEqual({ ok: true, value: values })
})

test.each<[string, string, string, readonly (string | number | null)[]]>([
  ['another order', 'order by due', 'order by due desc', ['2026-11-22', 'V', ID]],
  ['another field', 'order by due', 'order by start', ['2026-11-22', 'V', ID]],
  ['too few values', 'order by due', 'order by due', ['V', ID]],
  ['no day', 'order by due', 'order by due', ['2026-02-30', 'V', ID]],
  ['no moment', 'order by created', 'order by created', ['yesterday', 'V', ID]],
  ['a number for a text', 'order by title', 'order by title', [1, 'V', ID]],
  ['a text for a number', 'order by effort', 'order by effort', ['1', 'V', ID]],
  ['a number too large for a place', 'order by state', 'order by state', [2 ** 31, 'V', ID]],
  ['nothing where there always is something', 'order by title', 'order by title', [null, 'V', ID]],
  ['a character the database cannot hold', 'order by title', 'order by title', ['a\0', 'V', ID]],
  ['no id', '', '', ['V', "'; drop table work_item"]],
])('a cursor with %s is refused', (_name, made, used, values) => {
  const cursor = encodeCursor(compile(made), values)
  expect(decodeCursor(compile(used), cursor)).toEqual({
    ok: false,
    refusal: { code: 'platform.cursor_wrong' },
  })
})

test('text that is no cursor is refused', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.json().map((text) => Buffer.from(text).toString('base64url')),
      ),
      (text) => {
        expect(decodeCursor(compile('order by due'), text).ok).toBe(false)
      },
    ),
    { seed: 16 },
  )
})
