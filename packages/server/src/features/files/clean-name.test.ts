import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanMediaType, cleanName } from './clean-name.ts'

test.each([
  ['Plan level 4.pdf', 'Plan level 4.pdf'],
  ['C:\\Users\\ada\\plan.pdf', 'plan.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['', 'file'],
  ['.htaccess', 'htaccess'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie_ x.txt'],
  ['two\u200b words\u0000.txt', 'two words.txt'],
  ['  Façade (final).docx ', 'Façade (final).docx'],
  ['e\u0301.txt', 'é.txt'],
  ['Übersicht 🏗.png', 'Übersicht 🏗.png'],
])('%j is called %j', (given, expected) => expect(cleanName(given)).toBe(expected))

test('a long name keeps its ending', () => {
  const name = cleanName(`${'ä'.repeat(300)}.pdf`)
  expect(name.endsWith('ä.pdf')).toBe(true)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
})

test('a long name that is cut at a dot does not end with it', () => {
  expect(cleanName(`${'x'.repeat(199)}.${'y'.repeat(50)}`)).toBe('x'.repeat(199))
})

test('whatever comes in, a name comes out that is safe to show, to send and to keep', () => {
  const signs = fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 400 })
  fc.assert(
    fc.property(signs, (codes) => {
      const given = String.fromCodePoint(...codes)
      const name = cleanName(given)
      expect(name).not.toBe('')
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|[. ]$/u)
      expect(cleanName(name)).toBe(name)
    }),
    { seed: 21 },
  )
})

test.each([
  ['image/png', 'image/png'],
  ['Text/HTML; charset=utf-8', 'text/html'],
  ['nonsense', 'application/octet-stream'],
  ['text/html\r\nx: y', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('the media type %j is %j', (given, expected) => expect(cleanMediaType(given)).toBe(expected))
