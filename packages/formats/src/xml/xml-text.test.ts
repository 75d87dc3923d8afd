import { expect, test } from 'vitest'
import { decodeXml, encodeXml } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const byte = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const wide = (text: string) =>
  Uint8Array.from(text.split('').flatMap((letter) => [letter.charCodeAt(0) % 256, letter.charCodeAt(0) >> 8]))

const bytesOf = (text: string) => Uint8Array.from(encodeXml(text))

test.each([
  ['UTF-8', utf8('<a>ü→</a>\r\n'), '<a>ü→</a>\r\n'],
  ['UTF-8 with a mark', utf8('\ufeff<a>ü</a>'), '\ufeff<a>ü</a>'],
  [
    'UTF-8 with a mark against its declaration',
    utf8('\ufeff<?xml version="1.0" encoding="latin1"?><a>ü</a>'),
    null,
  ],
  [
    'Latin-1',
    byte('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xfc \x93\x81</a>'),
    '<?xml version="1.0" encoding="ISO-8859-1"?><a>ü “\x81</a>',
  ],
  ['Cyrillic', byte('<?xml version="1.0" encoding="windows-1251"?><a>\xd1</a>'), null],
  ['UTF-16 with a mark', wide('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>→</a>'), null],
  ['UTF-16 declared, UTF-8 written', utf8('<?xml version="1.0" encoding="utf-16"?><a>ü</a>'), null],
])('%s is given back byte for byte', (_what, bytes, expected) => {
  const text = decodeXml(bytes)
  if (!text.ok) throw new Error(text.refusal.code)
  if (expected !== null) expect(text.value).toBe(expected)
  expect(bytesOf(text.value)).toEqual(Uint8Array.from(bytes))
})

test('letters that an encoding has not are written by their number', () => {
  expect(bytesOf('<?xml version="1.0" encoding="latin1"?><a b="→𝄞"/>')).toEqual(
    byte('<?xml version="1.0" encoding="latin1"?><a b="&#8594;&#119070;"/>'),
  )
})

test('an encoding that nobody knows is refused', () => {
  expect(decodeXml(utf8('<?xml version="1.0" encoding="EBCDIC"?><a/>'))).toMatchObject({
    refusal: { code: 'xml.encoding_unknown' },
  })
})
