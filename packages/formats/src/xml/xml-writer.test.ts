import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createXmlReader, createXmlWriter, escapeXmlText } from './index.ts'

function readBack(document: string): { readonly texts: readonly string[]; readonly attributes: string[] } {
  const texts: string[] = []
  const attributes: string[] = []
  const reader = createXmlReader({
    onOpen: (_name, given) => {
      texts.push('')
      attributes.push(...Object.values(given))
    },
    onText: (text) => {
      texts[texts.length - 1] += text
    },
    onClose: () => undefined,
  })
  const pushed = reader.push(new TextEncoder().encode(document))
  const ended = reader.end()
  if (!pushed.ok || !ended.ok) throw new Error('The document could not be read.')
  expect(ended.value.forbiddenCharacters).toBe(0)
  return { texts, attributes }
}

test('elements stand one a line, indented', () => {
  const xml = createXmlWriter()
  xml.open('Project', { xmlns: 'urn:a"b' })
  xml.open('Tasks')
  xml.leaf('Name', 'Dig & fill <1 m>')
  xml.close()
  xml.leaf('UID', '')
  expect(xml.end()).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<Project xmlns="urn:a&quot;b">',
      '  <Tasks>',
      '    <Name>Dig &amp; fill &lt;1 m&gt;</Name>',
      '  </Tasks>',
      '  <UID></UID>',
      '</Project>',
      '',
    ].join('\n'),
  )
})

test('control characters and halves of signs are left out, line breaks stay', () => {
  expect(escapeXmlText('a\u0000b\u000bc\ud800d\uffffe\r\nf\tg😀')).toBe('abcde&#13;\nf\tg😀')
})

test('any text comes back as it was, but for what XML forbids', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 40 })
  fc.assert(
    fc.property(texts, texts, (text, attribute) => {
      const xml = createXmlWriter()
      xml.open('a', { b: attribute })
      xml.leaf('c', text)
      const allowed = (written: string) =>
        [...written]
          .filter((sign) => /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(sign))
          .join('')
      const read = readBack(xml.end())
      expect(read.texts[1]?.replace(/\n$/, '')).toBe(allowed(text).replace(/\n$/, ''))
      expect(read.attributes).toEqual([allowed(attribute)])
    }),
    { seed: 4, numRuns: 500 },
  )
})

test('a name that is none is a mistake of the caller', () => {
  expect(() => createXmlWriter().open('a b')).toThrow('No name')
  expect(() => createXmlWriter().close()).toThrow('No element')
})
