import type { XmlElement } from '../xml/index.ts'

/** A reference, without the prefix of the file that it points into. */
export function referenceOf(written: string | undefined): string | null {
  const text = written?.trim() ?? ''
  return text === '' ? null : text.slice(text.lastIndexOf(':') + 1)
}

/** An attribute of the standard or of another vocabulary, whatever its prefix: `camunda:topic`, `flowable:topic`. */
export function foreignOf(attributes: XmlElement['attributes'], name: string): string | null {
  const found = Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))
  return found?.[1] || null
}
