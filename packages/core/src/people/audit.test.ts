import { expect, test } from 'vitest'
import { AUDIT_KINDS, auditKinds, auditSubject } from './index.ts'

test('no kind of event stands in two groups', () => {
  const kinds = auditKinds(null)
  expect(new Set(kinds).size).toBe(kinds.length)
  expect(auditKinds('tokens')).toEqual(AUDIT_KINDS.tokens)
})

test.each([
  [
    'a person',
    { person: { name: 'Tom', orgRole: 'member' } },
    { name: 'Tom', aboutId: null, role: 'member' },
  ],
  [
    'a grant in a container',
    { container: { name: 'Tower' }, grant: { personId: 'p', teamId: null, role: 'manager' } },
    { name: 'Tower', aboutId: 'p', role: 'manager' },
  ],
  [
    'an accepted invitation',
    { invitation: { email: 'a@b.example' }, personId: 'p' },
    { name: 'a@b.example', aboutId: 'p', role: null },
  ],
  ['an import', { file: 'board.csv', state: 'done' }, { name: 'board.csv', aboutId: null, role: null }],
  ['what says nothing', { person: 'Tom', grant: [] }, { name: '', aboutId: null, role: null }],
])('%s is named', (_name, data, expected) => {
  expect(auditSubject(data)).toEqual(expected)
})

test('nothing but names and roles is taken out of an event', () => {
  const data = { token: { name: 'Robot', secret: 'xyz' }, secret: 'xyz' }
  expect(JSON.stringify(auditSubject(data))).not.toContain('xyz')
})
