import {
  applyEdits,
  escapeXmlAttribute,
  escapeXmlText,
  type TextEdit,
  type XmlSpan,
} from '../../xml/index.ts'
import { localId, parts, referred, written } from '../layout/source-names.ts'
import type { Source } from '../source.ts'

/** A flow with its ends. */
export type EditedFlow = {
  readonly id: string
  readonly source: Source
  readonly from: string
  readonly to: string
}

/** A model while it is changed: places are those of the text as it was, changes are put in at the end. */
export class EditedModel {
  readonly xml: string
  readonly root: Source
  readonly #byId = new Map<string, Source>()
  readonly #edits: TextEdit[] = []

  constructor(xml: string, root: Source) {
    this.xml = xml
    this.root = root
    const note = (element: Source): void => {
      const id = written(element, 'id')
      if (id !== '') this.#byId.set(id, element)
      element.children.forEach(note)
    }
    note(root)
  }

  /** The text with all changes. */
  result(): string {
    return applyEdits(this.xml, this.#edits)
  }

  find(id: string): Source | undefined {
    return this.#byId.get(id)
  }

  /** Flows beside an element that come to it, and that lead on. */
  incoming(id: string): readonly EditedFlow[] {
    return this.#flowsBeside(id).filter(({ to }) => to === id)
  }

  outgoing(id: string): readonly EditedFlow[] {
    return this.#flowsBeside(id).filter(({ from }) => from === id)
  }

  #flowsBeside(id: string): readonly EditedFlow[] {
    const content = this.#byId.get(id)?.parent
    return content ? parts(content, 'sequenceFlow').map(flowOf) : []
  }

  /** The prefix of the standard's elements in this file, its colon included. */
  get prefix(): string {
    return this.root.span.prefix
  }

  replace(from: number, to: number, text: string): void {
    this.#edits.push({ from, to, text })
  }

  /** Writes an attribute; null takes it out. */
  setAttribute({ span }: Source, name: string, value: string | null): void {
    const old = span.attributes.find((one) => one.name === name)
    const text = value === null ? '' : `${name}="${escapeXmlAttribute(value)}"`
    if (old) return this.replace(value === null ? this.#blankBefore(old.from) : old.from, old.to, text)
    const behindName = span.from + 1 + span.prefix.length + span.name.length
    if (value !== null) this.replace(behindName, behindName, ` ${text}`)
  }

  /** Writes the text of an element that holds no others. */
  setText({ span }: Source, text: string): void {
    if (span.isEmptyTag) this.#fill(span, escapeXmlText(text))
    else this.replace(span.innerFrom, span.innerTo, escapeXmlText(text))
  }

  /** Takes an element out, with the blanks before it. */
  remove({ span }: Source): void {
    this.replace(this.#blankBefore(span.from), span.to, '')
  }

  /** Puts lines in as the children behind some of an element; they are indented like these. */
  insert(parent: Source, lines: (indent: string) => string, behind?: (child: Source) => boolean): void {
    const { span, children } = parent
    const last = behind ? children.findLast(behind) : children.at(-1)
    const outer = this.#indentOf(span.from)
    const indent = children[0] ? this.#indentOf(children[0].span.from) : `${outer}  `
    if (span.isEmptyTag) return this.#fill(span, `\n${lines(indent)}\n${outer}`)
    const at = last?.span.to ?? span.innerFrom
    const closing = children.length === 0 && this.xml.slice(span.innerFrom, span.innerTo).trim() === ''
    const to = closing ? span.innerTo : at
    this.replace(at, to, `\n${lines(indent)}${closing ? `\n${outer}` : ''}`)
  }

  #fill({ from, to, prefix, name }: XmlSpan, inside: string): void {
    const open = this.xml.slice(from, to).replace(/\s*\/>$/, '')
    this.replace(from + open.length, to, `>${inside}</${prefix}${name}>`)
  }

  #blankBefore(at: number): number {
    return this.xml.slice(0, at).trimEnd().length
  }

  #indentOf(at: number): string {
    const lineFrom = this.xml.lastIndexOf('\n', at - 1) + 1
    const before = this.xml.slice(lineFrom, at)
    return before.trim() === '' ? before : ''
  }
}

/** A flow of the file. */
export function flowOf(source: Source): EditedFlow {
  return {
    ...{ id: written(source, 'id'), source },
    ...{ from: referred(source, 'sourceRef'), to: referred(source, 'targetRef') },
  }
}

/** What an element says of its flows: one `incoming` or `outgoing` by the id in it. */
export function mention(element: Source, side: 'incoming' | 'outgoing', flowId: string): Source | undefined {
  return parts(element, side).find(({ text }) => localId(text) === flowId)
}
