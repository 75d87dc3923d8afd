import { expect, test } from 'vitest'
import { insertAt, pastedFiles, pastedText } from './pasted-files.ts'

test('pictures that are safe to show are shown, everything else is a link', () => {
  expect(pastedText({ name: 'plan.png', type: 'image/png' }, '/x')).toBe('![plan.png](/x)')
  expect(pastedText({ name: 'logo.svg', type: 'image/svg+xml' }, '/x')).toBe('[logo.svg](/x)')
  expect(pastedText({ name: 'a](javascript:x) [b', type: 'text/plain' }, '/x')).toBe(
    '[a (javascript:x)  b](/x)',
  )
})

test('words are put in apart from what stands around them', () => {
  expect(insertAt('', 0, 'X')).toBe('X')
  expect(insertAt('see', 3, 'X')).toBe('see X')
  expect(insertAt('ab', 1, 'X')).toBe('a X b')
  expect(insertAt('a\nb', 99, 'X')).toBe('a\nb X')
})

test('what comes with rich text is pasted as text', () => {
  const files = [new File(['x'], 'x.png')] as unknown as FileList // Only walked through.
  expect(pastedFiles({ files, types: ['text/plain', 'text/html', 'Files'] })).toEqual([])
  expect(pastedFiles({ files, types: ['Files'] })).toHaveLength(1)
})
