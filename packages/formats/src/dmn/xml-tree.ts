import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { createXmlReader } from '../xml/index.ts'
import { DMN_XML_LIMITS, MAX_ELEMENTS } from './limits.ts'

/** An element of a file, with what stands in it. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
  readonly line: number
}

type Open = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  readonly texts: string[]
  readonly line: number
}

/** Elements that say nothing about decisions: diagrams, and what programs keep for themselves. */
const LEFT_OUT: ReadonlySet<string> = new Set(['DMNDI', 'extensionElements', 'description'])

/** The tree of a file; what is left out costs no memory. */
export function readXmlTree(bytes: Uint8Array): Result<XmlElement> {
  const builder = new TreeBuilder()
  const reader = createXmlReader(
    {
      onOpen: (name, attributes, line) => builder.open({ name, attributes, children: [], texts: [], line }),
      onText: (text) => builder.addText(text),
      onClose: () => builder.close(),
    },
    DMN_XML_LIMITS,
  )
  const pushed = reader.push(bytes)
  if (!pushed.ok) return pushed
  const ended = reader.end()
  if (!ended.ok) return ended
  return builder.result()
}

class TreeBuilder {
  readonly #stack: Open[] = []
  #root: XmlElement | undefined
  #count = 0
  /** Levels within something that is left out. */
  #skipped = 0

  open(element: Open): void {
    if (this.#skipped > 0 || LEFT_OUT.has(element.name)) {
      this.#skipped += 1
      return
    }
    this.#count += 1
    if (this.#count <= MAX_ELEMENTS) this.#stack.push(element)
    else this.#skipped += 1
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
    if (this.#count > MAX_ELEMENTS) return err(tooMany())
    return this.#root === undefined ? err({ code: 'xml.malformed' }) : ok(this.#root)
  }
}

function tooMany(): Refusal {
  return { code: 'dmn.too_many_elements', params: { limit: MAX_ELEMENTS } }
}

/** The first child of a name. */
export function child({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((element) => element.name === name)
}

/** All children of a name. */
export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((element) => element.name === name)
}

/** An attribute with every stretch of space as one blank; null when it is not there or empty. */
export function attribute({ attributes }: XmlElement, name: string): string | null {
  const value = Object.hasOwn(attributes, name) ? attributes[name]?.replace(/\s+/g, ' ').trim() : undefined
  return value === undefined || value === '' ? null : value
}
