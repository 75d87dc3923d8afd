import {
  applyEdits,
  escapeXmlAttribute,
  escapeXmlText,
  type TextEdit,
  textAt,
  type XmlSpan,
} from '../xml/index.ts'

/** Edits that give an attribute another value, or take it away. */
export function attributeEdits(
  xml: string,
  { attributes, from, prefix, name }: XmlSpan,
  [attribute, value]: readonly [string, string | null],
): readonly TextEdit[] {
  const known = attributes.find((one) => one.name === attribute)
  if (known === undefined) {
    const at = from + 1 + prefix.length + name.length
    return value === null ? [] : [{ from: at, to: at, text: ` ${written(attribute, value)}` }]
  }
  if (value === known.value) return []
  const blank = /\s*$/.exec(xml.slice(from, known.from))?.[0].length ?? 0
  if (value === null) return [{ from: known.from - blank, to: known.to, text: '' }]
  return [{ from: known.from, to: known.to, text: written(attribute, value) }]
}

function written(name: string, value: string): string {
  return `${name}="${escapeXmlAttribute(value)}"`
}

/** An element of text, such as `inputEntry`, as a new one is written. */
export function textElement(prefix: string, name: string, text: string): string {
  return `<${prefix}${name}><${prefix}text>${escapeXmlText(text)}</${prefix}text></${prefix}${name}>`
}

/** Edits that give an element such as `inputEntry` another text. */
export function textEdits(xml: string, span: XmlSpan, text: string): readonly TextEdit[] {
  const inner = span.children.find(({ name }) => name === 'text')
  if (inner !== undefined && textAt(xml, inner) === text) return []
  const tag = `<${span.prefix}text>${escapeXmlText(text)}</${span.prefix}text>`
  if (inner !== undefined) return [{ from: inner.from, to: inner.to, text: tag }]
  if (!span.isEmptyTag) return [{ from: span.innerTo, to: span.innerTo, text: tag }]
  const slash = span.to - (/\s*\/>$/.exec(xml.slice(span.from, span.to))?.[0].length ?? 2)
  return [{ from: slash, to: span.to, text: `>${tag}</${span.prefix}${span.name}>` }]
}

/** A child with a text that is there, is not, or is to be another one. */
export function optionalTextEdits(
  xml: string,
  parent: XmlSpan,
  { name, text }: { readonly name: string; readonly text: string | null },
): readonly TextEdit[] {
  const known = parent.children.find((one) => one.name === name)
  if (known !== undefined && text !== null) return textEdits(xml, known, text)
  if (known !== undefined)
    return [{ from: known.from - blankBefore(xml, known.from), to: known.to, text: '' }]
  if (text === null) return []
  const made = textElement(parent.prefix, name, text)
  const at = parent.children.at(-1)?.to ?? parent.innerTo
  return [{ from: at, to: at, text: `${lead(xml, parent.children.at(-1))}${made}` }]
}

function blankBefore(xml: string, at: number): number {
  return /\s*$/.exec(xml.slice(Math.max(0, at - 200), at))?.[0].length ?? 0
}

/** The blanks before an element, which its new neighbours get, too. */
export function lead(xml: string, span: XmlSpan | undefined): string {
  return span === undefined ? '' : xml.slice(span.from - blankBefore(xml, span.from), span.from)
}

/** One of a list as it is to be: an element that there is, changed or not, or a new one. */
export type ListItem = {
  /** Its place in the list as it was; null: new. */
  readonly from: number | null
  readonly change: (span: XmlSpan) => readonly TextEdit[]
  readonly make: () => string
}

/** Where a list that is empty so far begins, and what stands before each of its elements. */
export type ListPlace = { readonly at: number; readonly lead: string }

/** Edits that make a list of elements another one; what stands between them that is no blank is kept. */
export function listEdits(
  xml: string,
  old: readonly XmlSpan[],
  { items, place }: { readonly items: readonly ListItem[]; readonly place: ListPlace },
): readonly TextEdit[] {
  const [first] = old
  const last = old.at(-1)
  if (first === undefined || last === undefined) {
    return items.length === 0
      ? []
      : [{ from: place.at, to: place.at, text: items.map(({ make }) => place.lead + make()).join('') }]
  }
  if (items.length === old.length && items.every(({ from }, index) => from === index)) {
    return items.flatMap(({ change }, index) => change(old[index] ?? first))
  }
  const from = first.from - blankBefore(xml, first.from)
  return [{ from, to: last.to, text: rebuilt(xml, old, items) }]
}

function rebuilt(xml: string, old: readonly XmlSpan[], items: readonly ListItem[]): string {
  const between = old.map((span, index) => xml.slice(old[index - 1]?.to ?? span.from, span.from))
  const blank = lead(xml, old[0])
  const kept = new Set(items.map(({ from }) => from))
  // Whatever stood before an element that goes, such as a comment, stays.
  const orphaned = between.filter((text, index) => !kept.has(index) && text.trim() !== '')
  const pieces = items.map(({ from, change, make }) => {
    const span = from === null ? undefined : old[from]
    if (span === undefined || from === null) return blank + make()
    const text = between[from] ?? ''
    return (from === 0 || text === '' ? blank + text : text) + changed(xml, span, change(span))
  })
  return [...pieces, ...orphaned.map((text) => text.trimEnd())].join('')
}

function changed(xml: string, span: XmlSpan, edits: readonly TextEdit[]): string {
  const moved = edits.map((edit) => ({ ...edit, from: edit.from - span.from, to: edit.to - span.from }))
  return applyEdits(xml.slice(span.from, span.to), moved)
}
