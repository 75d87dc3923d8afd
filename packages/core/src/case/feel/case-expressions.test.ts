import { expect, test } from 'vitest'
import { caseExpressions } from '../index.ts'

const NOON = Date.UTC(2026, 0, 5, 12)
const compile = caseExpressions(() => ({ now: NOON, zone: 'Europe/Berlin' }))

function ask(text: string, variables: Readonly<Record<string, unknown>> = {}): unknown {
  const compiled = compile(text)
  if (!compiled.ok) return compiled
  const answer = compiled.question.ask(variables)
  return answer.ok ? answer.value : answer.fault
}

test.each<[string, Readonly<Record<string, unknown>>, unknown]>([
  ['amount > 100', { amount: 200 }, true],
  ['${amount > 100}', { amount: 200 }, true],
  ['#{ amount > 100 }', { amount: 5 }, false],
  ['= amount > 100', { amount: 200 }, true],
  ['claim.amount > 100 and claim.isOpen', { claim: { amount: 200, isOpen: true } }, true],
  ['count < 3', { count: 2 }, true],
  ['count(items) < 3', { items: [1] }, true],
  ['today() = date("2026-01-05")', {}, true],
  ['true', {}, true],
])('%s of %o is %o', (text, variables, expected) => {
  expect(ask(text, variables)).toBe(expected)
})

test('what nobody has written yet is no yes, and no fault', () => {
  expect(ask('amount > 100')).toBeNull()
  expect(ask('claim.amount > 100', { claim: {} })).toBeNull()
})

test('what cannot be answered although everything is known is a fault', () => {
  expect(ask('amount + 1', { amount: 'much' })).toMatch(/^feel\./)
})

test('times stand for themselves', () => {
  expect([ask('P3D'), ask('R3/PT1H'), ask('2026-03-01T09:00')]).toEqual([
    'P3D',
    'R3/PT1H',
    '2026-03-01T09:00',
  ])
  expect(ask('date("2026-03-01") + duration("P1D")')).toBe('2026-03-02')
})

test('what is wrong is said with its place, also behind the mark of another program', () => {
  expect(compile('amount > ')).toMatchObject({ ok: false, fault: 'feel.unexpected' })
  expect(compile('${amount )}')).toMatchObject({ ok: false, from: 9 })
})

test('the names that an answer depends on are known', () => {
  const compiled = compile('claim.amount > limit')
  expect(compiled.ok && compiled.question.names.toSorted()).toEqual(['claim', 'limit'])
})
