import { expect, test } from 'vitest'
import { asKind, type EditedPart, keyFrom, movePart, newPart, optionLines, optionsIn } from './form-edit.ts'

const parts = ['a', 'b', 'c'].map((id): EditedPart => ({ id, part: { kind: 'text', key: id, label: id } }))
const ids = (moved: readonly EditedPart[]) => moved.map(({ id }) => id).join('')

test('a part moves as far as there is room', () => {
  expect(ids(movePart(parts, 0, 1))).toBe('bac')
  expect(ids(movePart(parts, 2, -2))).toBe('cab')
  expect(ids(movePart(parts, 0, -1))).toBe('abc')
  expect(ids(movePart(parts, 2, 1))).toBe('abc')
})

test('a new field gets a key that is free', () => {
  const first = newPart('number', 'Number', [])
  const second = newPart('number', 'Number', [{ id: '1', part: first }])
  expect([first, second]).toMatchObject([{ key: 'numberField' }, { key: 'numberField2' }])
})

test('options are written as lines and read again, numbers as numbers', () => {
  const options = [
    { value: 'yes', label: 'Approve' },
    { value: 2, label: 'Two = two' },
    { value: 'plain', label: 'plain' },
  ]
  expect(optionLines(options)).toBe('yes = Approve\n2 = Two = two\nplain')
  expect(optionsIn(optionLines(options), options)).toEqual(options)
  expect(optionsIn(' new \n\n2', [])).toEqual([
    { value: 'new', label: 'new' },
    { value: '2', label: '2' },
  ])
})

test('a field of another kind keeps what that kind has a place for', () => {
  const choice = asKind({ kind: 'number', key: 'a', label: 'A', min: 3, required: 'b' }, 'choice')
  expect(choice).toEqual({
    ...{ kind: 'choice', key: 'a', label: 'A', required: 'b' },
    options: [{ value: 'a', label: 'A' }],
  })
  expect(asKind(choice, 'text')).toEqual({ kind: 'text', key: 'a', label: 'A', required: 'b' })
})

test.each([
  ['Cost approval', 'cost-approval'],
  ['Prüfung (grob)', 'pru-fung-grob'],
  ['3 Fragen', 'form-3-fragen'],
])('the key of %s is %s', (name, key) => {
  expect(keyFrom(name)).toBe(key)
})
