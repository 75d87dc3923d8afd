import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createByteDecoder, decodeText } from './byte-decoder.ts'
import { encodingByLabel } from './encoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: readonly number[]) => Uint8Array.from(values)
const utf16 = (text: string, order: 'le' | 'be') =>
  Uint8Array.from(
    Array.from(text).flatMap((_, index) => {
      const unit = text.charCodeAt(index)
      return order === 'le' ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]
    }),
  )

test.each([
  ['plain letters', utf8('Titel;Frist'), 'Titel;Frist', 'utf-8', 'ascii'],
  ['UTF-8 without a mark', utf8('Prüfung fällig'), 'Prüfung fällig', 'utf-8', 'content'],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, ...utf8('Prüfung')), 'Prüfung', 'utf-8', 'bom'],
  [
    'UTF-16 little endian with a mark',
    bytes(0xff, 0xfe, ...utf16('Frist;é', 'le')),
    'Frist;é',
    'utf-16le',
    'bom',
  ],
  [
    'UTF-16 big endian with a mark',
    bytes(0xfe, 0xff, ...utf16('Frist;é', 'be')),
    'Frist;é',
    'utf-16be',
    'bom',
  ],
  ['UTF-16 without a mark', utf16('Titel;Frist', 'le'), 'Titel;Frist', 'utf-16le', 'content'],
  [
    'Windows-1252',
    bytes(...utf8('Pr'), 0xfc, ...utf8('fung '), 0x80),
    'Prüfung €',
    'windows-1252',
    'assumed',
  ],
  ['Windows-1251', bytes(0xd1, 0xf0, 0xee, 0xea, 0x20, 0xe8), 'Срок и', 'windows-1251', 'assumed'],
  ['nothing', bytes(), '', 'utf-8', 'ascii'],
] as const)('%s is recognised', (_name, input, text, encoding, basis) => {
  const decoded = decodeText(input)
  expect(decoded.text).toBe(text)
  expect(decoded.report).toMatchObject({ encoding, basis, brokenBytes: { count: 0 } })
})

test('an encoding that was asked for is used when there is no byte order mark', () => {
  expect(decodeText(bytes(0xd1), 'windows-1251').text).toBe('С')
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x41), 'windows-1251').report.encoding).toBe('utf-8')
})

test('broken UTF-8 is reported with positions counted from the start of the file', () => {
  const mostlyGood = bytes(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62, 0xc3, 0xa9, 0xe2, 0x82, 0x63, 0xc3)
  const decoded = decodeText(mostlyGood)
  expect(decoded.text).toBe('a\ufffdbé\ufffdc\ufffd')
  expect(decoded.report.brokenBytes).toEqual({ count: 3, positions: [4, 8, 11] })
})

test.each([
  ['äöü ÄÖÜ ', 14],
  ['ü ', 3],
])('broken bytes do not turn %s in UTF-8 into an old encoding', (text, position) => {
  const decoded = decodeText(bytes(...utf8(text), 0xff))
  expect(decoded.report).toMatchObject({
    encoding: 'utf-8',
    brokenBytes: { count: 1, positions: [position] },
  })
})

test('halves of surrogate pairs and an odd byte are reported in UTF-16', () => {
  const decoded = decodeText(bytes(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x00, 0xdc, 0x42))
  expect(decoded.report.brokenBytes).toEqual({ count: 3, positions: [2, 6, 8] })
})

test('bytes without a letter are reported in one-byte encodings', () => {
  expect(decodeText(bytes(0x41, 0x81, 0x42), 'windows-1252').report.brokenBytes).toEqual({
    count: 1,
    positions: [1],
  })
})

test('at most twenty positions are kept, all are counted', () => {
  const decoded = decodeText(new Uint8Array(1000).fill(0xff), 'utf-8')
  expect(decoded.report.brokenBytes.count).toBe(1000)
  expect(decoded.report.brokenBytes.positions).toHaveLength(20)
})

test('bytes outside ASCII far into the file still decide the encoding', () => {
  const late = bytes(...new Uint8Array(200_000).fill(0x61), 0xfc, 0x62)
  expect(decodeText(late).text.endsWith('üb')).toBe(true)
})

test('cutting the bytes anywhere changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 200 }).map((text) => utf8(text.toWellFormed())),
      ),
      fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 20 }),
      (input, steps) => {
        const whole = decodeText(input)
        const decoder = createByteDecoder()
        let text = ''
        for (let at = 0, step = 0; at < input.length; step += 1) {
          const length = steps[step % steps.length] ?? 1
          text += decoder.push(input.subarray(at, at + length))
          at += length
        }
        text += decoder.end()
        expect({ text, report: decoder.report() }).toEqual(whole)
      },
    ),
    { seed: 11, numRuns: 200 },
  )
})

test('every UTF-8 fault is one replacement character', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
      const decoded = decodeText(input, 'utf-8')
      if (decoded.report.basis === 'bom') return
      const replaced = Array.from(decoded.text).filter((letter) => letter === '\ufffd').length
      const written = Array.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(input))
      expect(replaced).toBe(written.filter((letter) => letter === '\ufffd').length)
      const genuine = Buffer.from(input).toString('latin1').split('\xef\xbf\xbd').length - 1
      expect(decoded.report.brokenBytes.count).toBe(replaced - genuine)
    }),
    { seed: 12, numRuns: 2000 },
  )
})

test.each([
  ['UTF-8', 'utf-8'],
  [' utf8 ', 'utf-8'],
  ['ISO-8859-1', 'windows-1252'],
  ['Windows-1251', 'windows-1251'],
  ['UTF-16', 'utf-16le'],
  ['EBCDIC', undefined],
])('the label %s names %s', (label, encoding) => expect(encodingByLabel(label)).toBe(encoding))
