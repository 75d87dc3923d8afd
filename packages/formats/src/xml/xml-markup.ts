import { escapeXmlAttribute, escapeXmlText } from './xml-writer.ts'

/** An element to be written, with what stands in it: either elements or text. Names come with their prefix. */
export type XmlMarkup = {
  readonly name: string
  /** What is null is left out. */
  readonly attributes?: Readonly<Record<string, string | null>>
  readonly children?: readonly XmlMarkup[]
  readonly text?: string
}

/**
 * An element as text, one element a line, for a whole document or a place in one.
 *
 * @param indent what every line begins with
 * @returns lines without a break at the end
 */
export function xmlMarkup(
  { name, attributes = {}, children = [], text = '' }: XmlMarkup,
  indent = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? '' : ` ${key}="${escapeXmlAttribute(value)}"`,
  )
  const begin = `${indent}<${name}${written.join('')}`
  if (children.length > 0) {
    const inside = children.map((one) => xmlMarkup(one, `${indent}  `))
    return [`${begin}>`, ...inside, `${indent}</${name}>`].join('\n')
  }
  return text === '' ? `${begin}/>` : `${begin}>${escapeXmlText(text)}</${name}>`
}
