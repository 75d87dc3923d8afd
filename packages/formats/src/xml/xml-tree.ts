import { err, ok, type Result } from '@millrace/core/kernel'
import type { XmlLimits } from './limits.ts'
import { createXmlReader } from './xml-reader.ts'

/** An element of a document with what stands in it. Names come without prefix. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, all pieces together. */
  readonly text: string
  readonly line: number
}

/** How a tree is read. */
export type XmlTreeSettings = {
  readonly limits: Partial<XmlLimits>
  readonly maxElements: number
  /** Elements that are passed over with all in them, and cost no memory. */
  readonly leftOut: ReadonlySet<string>
}

type Open = Omit<XmlElement, 'children' | 'text'> & {
  readonly children: XmlElement[]
  readonly texts: string[]
}

/**
 * Reads a whole document as a tree, for formats in which everything refers to everything.
 *
 * @returns the root; or refused as `createXmlReader` refuses, or with `xml.too_many_elements`
 */
export function readXmlTree(bytes: Uint8Array, settings: XmlTreeSettings): Result<XmlElement> {
  const builder = new TreeBuilder(settings)
  const reader = createXmlReader(
    {
      onOpen: (name, attributes, line) => builder.open({ name, attributes, children: [], texts: [], line }),
      onText: (text) => builder.addText(text),
      onClose: () => builder.close(),
    },
    settings.limits,
  )
  const pushed = reader.push(bytes)
  if (!pushed.ok) return pushed
  const ended = reader.end()
  return ended.ok ? builder.result() : ended
}

class TreeBuilder {
  readonly #settings: XmlTreeSettings
  readonly #stack: Open[] = []
  #root: XmlElement | undefined
  #count = 0
  /** Levels within something that is left out. */
  #skipped = 0

  constructor(settings: XmlTreeSettings) {
    this.#settings = settings
  }

  open(element: Open): void {
    const { leftOut, maxElements } = this.#settings
    if (this.#skipped === 0 && !leftOut.has(element.name)) this.#count += 1
    if (this.#skipped > 0 || leftOut.has(element.name) || this.#count > maxElements) this.#skipped += 1
    else this.#stack.push(element)
  }

  addText(text: string): void {
    if (this.#skipped === 0) this.#stack.at(-1)?.texts.push(text)
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    const open = this.#stack.pop()
    if (open === undefined) return
    const { name, attributes, children, texts, line } = open
    const element: XmlElement = { name, attributes, children, text: texts.join(''), line }
    const parent = this.#stack.at(-1)
    if (parent === undefined) this.#root = element
    else parent.children.push(element)
  }

  result(): Result<XmlElement> {
    const { maxElements } = this.#settings
    if (this.#count > maxElements)
      return err({ code: 'xml.too_many_elements', params: { limit: maxElements } })
    return this.#root === undefined ? err({ code: 'xml.malformed' }) : ok(this.#root)
  }
}

/** The first child of a name; of nothing, none. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name)
}

/** All children of a name; of nothing, none. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? []
}

/** An attribute with every stretch of space as one blank; null when it is not there or empty. */
export function attribute({ attributes }: XmlElement, name: string): string | null {
  const value = Object.hasOwn(attributes, name) ? attributes[name]?.replace(/\s+/g, ' ').trim() : undefined
  return value === undefined || value === '' ? null : value
}
