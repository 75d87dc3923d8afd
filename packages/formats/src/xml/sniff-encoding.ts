import { err, ok, type Result } from '@millrace/core/kernel'
import { encodingByLabel, type TextEncoding } from '../text/index.ts'

/** Bytes that surely hold an XML declaration, if there is one. */
export const DECLARATION_BYTES = 256

/**
 * The encoding of an XML document from its first bytes: UTF-16 by the shape of `<`, else the
 * declared one, else UTF-8. A byte order mark is left to the decoder, where it wins. A document
 * that declares UTF-16 in one-byte letters is UTF-8: programs write that when they turn text in
 * memory into a file.
 *
 * @returns refusal: `xml.encoding_unknown`
 * @see XML 1.0 (Fifth Edition), appendix F, autodetection of character encodings
 */
export function sniffXmlEncoding(head: Uint8Array): Result<TextEncoding> {
  const [a, b] = head
  if (a === 0x3c && b === 0x00) return ok('utf-16le')
  if (a === 0x00 && b === 0x3c) return ok('utf-16be')
  const text = String.fromCharCode(...head.subarray(0, DECLARATION_BYTES))
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
  if (declared === undefined) return ok('utf-8')
  const encoding = encodingByLabel(declared)
  if (encoding === undefined) {
    return err({ code: 'xml.encoding_unknown', params: { encoding: declared.slice(0, 60) } })
  }
  return ok(encoding.startsWith('utf-16') ? 'utf-8' : encoding)
}
