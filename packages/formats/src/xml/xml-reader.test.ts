import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createXmlReader, type XmlLimits } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)))

/** Reads a document and writes down what was told, one word each. */
const read = (bytes: Uint8Array | string, limits?: Partial<XmlLimits>, step = 1 << 30) => {
  const told: string[] = []
  const reader = createXmlReader(
    {
      onOpen: (name, attributes, line) =>
        told.push(
          `<${name}${Object.entries(attributes)
            .map(([key, value]) => ` ${key}=${value}`)
            .join('')}@${line}`,
        ),
      onText: (text) => {
        const last = told.at(-1) ?? ''
        if (last.startsWith('"')) told[told.length - 1] = last + text
        else told.push(`"${text}`)
      },
      onClose: (name) => told.push(`>${name}`),
    },
    limits,
  )
  const input = typeof bytes === 'string' ? utf8(bytes) : bytes
  for (let at = 0; at < input.length; at += step) reader.push(input.subarray(at, at + step))
  const result = reader.end()
  return result.ok
    ? { told, report: result.value }
    : { code: result.refusal.code, params: result.refusal.params }
}

test('elements, attributes and text are told in order, with lines and without prefixes', () => {
  const text = '<?xml version="1.0"?>\n<p:a xmlns:p="urn:x">\n<b c="1">x &amp; y</b><![CDATA[<z>]]><d/></p:a>'
  expect(read(text)).toMatchObject({
    told: ['<a xmlns:p=urn:x@2', '"\n', '<b c=1@3', '"x & y', '>b', '"<z>', '<d@3', '>d', '>a'],
  })
})

test.each([
  ['Latin-1 as declared', latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xfc</a>'), 'ü'],
  ['UTF-8 by default', utf8('<a>ü</a>'), 'ü'],
  [
    'UTF-8 with a mark against the declaration',
    utf8('\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><a>ü</a>'),
    'ü',
  ],
  [
    'UTF-16 without a mark',
    Uint8Array.from(Array.from('<a>é</a>').flatMap((letter) => [letter.charCodeAt(0), 0])),
    'é',
  ],
  ['UTF-16 declared, UTF-8 written', utf8('<?xml version="1.0" encoding="utf-16"?><a>ü</a>'), 'ü'],
  [
    'Windows-1251',
    Uint8Array.from([...latin1('<?xml version="1.0" encoding="windows-1251"?><a>'), 0xd1, ...latin1('</a>')]),
    'С',
  ],
])('bytes are read as %s', (_name, bytes, text) => {
  expect(read(bytes)).toMatchObject({ told: ['<a@1', `"${text}`, '>a'] })
})

test('broken bytes are reported with their positions and do not refuse the document', () => {
  expect(read(Uint8Array.from([...utf8('<a>x'), 0xff, ...utf8('</a>')]))).toMatchObject({
    told: ['<a@1', '"x\ufffd', '>a'],
    report: { encoding: { encoding: 'utf-8', brokenBytes: { count: 1, positions: [4] } } },
  })
})

test('characters that XML forbids are removed and counted', () => {
  expect(read('<a>x\u000by</a>')).toMatchObject({
    told: ['<a@1', '"xy', '>a'],
    report: { forbiddenCharacters: 1 },
  })
})

const bomb = '<!DOCTYPE a [<!ENTITY x "yyyyyyyyyy"><!ENTITY z "&x;&x;&x;&x;">]><a>&z;</a>'

test.each([
  ['nothing', '', 'xml.malformed'],
  ['text alone', 'hello', 'xml.malformed'],
  ['an unclosed element', '<a><b></b>', 'xml.malformed'],
  ['crossed elements', '<a><b></a></b>', 'xml.malformed'],
  ['an entity of its own', '<a>&secret;</a>', 'xml.malformed'],
  ['an entity named like a property', '<a>&constructor;</a>', 'xml.malformed'],
  ['an entity bomb', bomb, 'xml.doctype_refused'],
  ['an external document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'xml.doctype_refused'],
  ['an unknown encoding', '<?xml version="1.0" encoding="EBCDIC"?><a/>', 'xml.encoding_unknown'],
  ['too many bytes', `<a>${'x'.repeat(3000)}</a>`, 'xml.too_large'],
  ['depth', `${'<a>'.repeat(21)}${'</a>'.repeat(21)}`, 'xml.too_deep'],
  [
    'attributes',
    `<a ${Array.from({ length: 11 }, (_, index) => `b${index}="1"`).join(' ')}/>`,
    'xml.too_many_attributes',
  ],
  ['text', `<a>${'x'.repeat(301)}</a>`, 'xml.text_too_long'],
  ['text in many sections', `<a>${'<![CDATA[xxxxxxxxxx]]>'.repeat(31)}</a>`, 'xml.text_too_long'],
  ['an endless comment', `<a><!--${'x'.repeat(500)}`, 'xml.token_too_long'],
  ['an endless name', `<${'x'.repeat(500)}`, 'xml.token_too_long'],
  ['an endless attribute', `<a b="${'x'.repeat(500)}`, 'xml.token_too_long'],
  ['an endless document type', `<!DOCTYPE a [${'x'.repeat(500)}`, 'xml.token_too_long'],
])('%s is refused', (_name, text, code) => {
  const limits = { maxBytes: 2000, maxDepth: 20, maxAttributes: 10, maxTextLength: 300, maxTokenLength: 400 }
  expect(read(text, limits)).toMatchObject({ code })
})

test('a refusal names the place', () => {
  expect(read('<a>\n<b>\n</a>')).toMatchObject({
    code: 'xml.malformed',
    params: { line: 3, reason: 'unexpected close tag.' },
  })
})

test('a document of endless depth is refused within its first piece', () => {
  const reader = createXmlReader({
    onOpen: () => undefined,
    onText: () => undefined,
    onClose: () => undefined,
  })
  const refused = reader.push(utf8('<a>'.repeat(100_000)))
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'xml.too_deep' } })
  expect(reader.push(utf8('<a>'))).toEqual(refused)
  expect(reader.end()).toEqual(refused)
})

test('any bytes are read or refused, in equal ways however they are cut', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<b c="',
    '"',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?x',
    '?>',
    '&',
    ';',
    '#x0;',
    '<!DOCTYPE ',
    ' ',
    '\n',
    'x',
    'ü',
    '\0',
    '&lt;',
  )
  const inputs = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(piece, { maxLength: 40 }).map((parts) => utf8(parts.join(''))),
  )
  fc.assert(
    fc.property(inputs, fc.integer({ min: 1, max: 40 }), (bytes, step) => {
      const whole = read(bytes, { maxTokenLength: 10_000 })
      const cut = read(bytes, { maxTokenLength: 10_000 }, step)
      expect(cut.code).toBe(whole.code)
      expect(cut.told).toEqual(whole.told)
    }),
    { seed: 61, numRuns: 3000 },
  )
})
