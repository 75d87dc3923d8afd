/** Where an attribute stands, with its name and its quotes. */
export type XmlAttributeSpan = {
  /** As it is written, with its prefix. */
  readonly name: string
  readonly value: string
  readonly from: number
  readonly to: number
}

/** Where an element stands in a text: code units from its beginning. */
export type XmlSpan = {
  /** Without prefix. */
  readonly name: string
  /** With its colon; empty where there is none. */
  readonly prefix: string
  readonly attributes: readonly XmlAttributeSpan[]
  /** From its `<` to behind its last `>`. */
  readonly from: number
  readonly to: number
  /** What stands between its tags; of `<a/>` both are its end. */
  readonly innerFrom: number
  readonly innerTo: number
  readonly isEmptyTag: boolean
  readonly children: readonly XmlSpan[]
}

type Open = Omit<XmlSpan, 'to' | 'innerTo' | 'children'> & { readonly children: XmlSpan[] }

/** Comments, instructions, CDATA and tags; what lies between them is text. */
const MARKUP =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(?<closing>\/?)(?<name>[^\s/>!?]+)(?<rest>(?:[^"'>]|"[^"]*"|'[^']*')*)>/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const REFERENCE = /&(#x[0-9a-fA-F]+|#\d+|\w+);/g
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Where the elements of a document stand, for changing parts of it and leaving the rest as it is.
 *
 * @param xml a document that `readXmlTree` reads; of others nothing is promised
 * @returns the root; null when there is none
 */
export function findXmlSpans(xml: string): XmlSpan | null {
  const stack: Open[] = []
  let root: XmlSpan | null = null
  for (const match of xml.matchAll(MARKUP)) {
    const { name, closing, rest = '' } = match.groups ?? {}
    if (name === undefined) continue
    const to = match.index + match[0].length
    if (closing !== '/') {
      const opened = openedAt(match.index, { name, rest, to })
      if (!opened.isEmptyTag) {
        stack.push(opened)
        continue
      }
      root = attach(stack, { ...opened, to, innerTo: to }, root)
      continue
    }
    const open = stack.pop()
    if (open !== undefined) root = attach(stack, { ...open, to, innerTo: match.index }, root)
  }
  return root
}

function attach(stack: readonly Open[], element: XmlSpan, root: XmlSpan | null): XmlSpan | null {
  const parent = stack.at(-1)
  parent?.children.push(element)
  return parent === undefined ? (root ?? element) : root
}

function openedAt(
  from: number,
  tag: { readonly name: string; readonly rest: string; readonly to: number },
): Open {
  const colon = tag.name.indexOf(':') + 1
  const restFrom = from + 1 + tag.name.length
  const attributes = [...tag.rest.matchAll(ATTRIBUTE)].map((match) => ({
    name: match[1] ?? '',
    value: unescaped(match[2] ?? match[3] ?? ''),
    from: restFrom + match.index,
    to: restFrom + match.index + match[0].length,
  }))
  const isEmptyTag = tag.rest.endsWith('/')
  return {
    ...{ name: tag.name.slice(colon), prefix: tag.name.slice(0, colon), attributes, from },
    ...{ innerFrom: tag.to, isEmptyTag, children: [] },
  }
}

function unescaped(text: string): string {
  return text.replace(REFERENCE, (whole, of: string) => {
    if (!of.startsWith('#')) return ENTITIES.get(of) ?? whole
    const code = of.startsWith('#x') ? Number.parseInt(of.slice(2), 16) : Number(of.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const PIECE = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|[^<]+/g

/** The text of an element without children, as a reader gives it. */
export function textAt(xml: string, { innerFrom, innerTo }: XmlSpan): string {
  return [...xml.slice(innerFrom, innerTo).matchAll(PIECE)]
    .map(([piece, raw]) => raw ?? (piece.startsWith('<') ? '' : unescaped(piece)))
    .join('')
    .replace(/\r\n?/g, '\n')
}

/** One stretch of a text and what is to stand there. */
export type TextEdit = { readonly from: number; readonly to: number; readonly text: string }

/** Puts edits that do not overlap into a text; all else stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const edit of edits.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    pieces.push(text.slice(at, edit.from), edit.text)
    at = edit.to
  }
  return [...pieces, text.slice(at)].join('')
}
