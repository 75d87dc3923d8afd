import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition } from '../../../platform/http/index.ts'
import { readByteRange } from './byte-range.ts'
import { contentHeaders } from './content-headers.ts'

const headersOf = (mediaType: string) => contentHeaders({ name: 'x', mediaType, sha256: 'abc' })

test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'text/javascript', 'x/y'])(
  '%s is for download only',
  (mediaType) => expect(headersOf(mediaType)['content-disposition']).toMatch(/^attachment;/),
)

test.each(['image/png', 'application/pdf', 'text/plain'])('%s may be shown', (mediaType) => {
  expect(headersOf(mediaType)['content-disposition']).toMatch(/^inline;/)
})

test('nothing is guessed, and nothing that is shown can run', () => {
  for (const mediaType of ['image/png', 'text/html', 'text/plain', 'application/pdf']) {
    const headers = headersOf(mediaType)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  }
  expect(headersOf('text/plain')['content-type']).toBe('text/plain; charset=utf-8')
})

test.each([
  ['plan.pdf', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
  [
    'Façade "final".pdf',
    `attachment; filename="Fa_ade _final_.pdf"; filename*=UTF-8''Fa%C3%A7ade%20%22final%22.pdf`,
  ],
  ["it's (new)*.txt", `attachment; filename="it's (new)*.txt"; filename*=UTF-8''it%27s%20%28new%29%2A.txt`],
])('%s is offered as %s', (name, expected) => expect(contentDisposition('attachment', name)).toBe(expected))

test.each<[string | undefined, number, ReturnType<typeof readByteRange>]>([
  [undefined, 100, 'all'],
  ['bytes=0-9', 100, { start: 0, end: 9 }],
  ['bytes=90-', 100, { start: 90, end: 99 }],
  ['bytes=90-500', 100, { start: 90, end: 99 }],
  ['bytes=-10', 100, { start: 90, end: 99 }],
  ['bytes=-500', 100, { start: 0, end: 99 }],
  ['bytes=100-', 100, 'none'],
  ['bytes=-0', 100, 'none'],
  ['bytes=0-0', 0, 'none'],
  ['bytes=9-3', 100, 'all'],
  ['bytes=0-1,5-6', 100, 'all'],
  ['bytes=-', 100, 'all'],
  ['lines=1-2', 100, 'all'],
])('the range %s of %i bytes is %j', (header, size, expected) =>
  expect(readByteRange(header, size)).toEqual(expected),
)

test('a range lies within the content', () => {
  const part = fc.option(fc.nat(50), { nil: '' })
  fc.assert(
    fc.property(part, part, fc.nat(40), (first, last, size) => {
      const range = readByteRange(`bytes=${first}-${last}`, size)
      if (typeof range === 'string') return
      expect(0 <= range.start && range.start <= range.end && range.end < size).toBe(true)
    }),
    { seed: 2 },
  )
})
