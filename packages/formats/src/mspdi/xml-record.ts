import type { XmlHandlers } from '../xml/index.ts'

/** An element with its leaves by name and its inner elements by name; foreign leaves included. */
export type XmlRecord = {
  readonly name: string
  /** Line of the file, from 1. */
  readonly line: number
  /** Text of child elements that have no elements themselves; of several alike, the first. */
  readonly values: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, readonly XmlRecord[]>
}

/** Elements directly below the root whose children are handed over one by one. */
export type Sections = Readonly<Record<string, string>>

/** What a document is cut into. */
export type RecordOptions = {
  /** Section name to the name of its entries: `{ Tasks: 'Task' }`. */
  readonly sections: Sections
  /** Names of elements inside entries that are kept with their own children; others are skipped. */
  readonly groups: ReadonlySet<string>
  readonly onRoot: (name: string) => void
  readonly onRecord: (record: XmlRecord) => void
  /** An entry with more elements inside than this is not collected further. */
  readonly maxEntryElements: number
  readonly onTooLarge: (line: number) => void
  /** An element that was skipped, as `Task/Name`. */
  readonly onSkipped: (path: string) => void
}

/** The schema knows about a hundred leaves below the root; a hostile file could have millions. */
const MOST_ROOT_VALUES = 1_000

type Frame = {
  readonly name: string
  readonly line: number
  readonly kind: 'root' | 'section' | 'entry' | 'inner'
  text: string
  /** Made with the first child: most elements are leaves. */
  values: Map<string, string> | undefined
  groups: Map<string, XmlRecord[]> | undefined
}

/**
 * Cuts a document into records while it is read, so that only one entry is held at a time. The
 * leaves below the root are collected in `root`.
 */
export class RecordCollector {
  readonly handlers: XmlHandlers
  readonly root = new Map<string, string>()
  readonly #options: RecordOptions
  readonly #frames: Frame[] = []
  #skipping = 0
  #entryElements = 0

  constructor(options: RecordOptions) {
    this.#options = options
    this.handlers = {
      onOpen: (name, _attributes, line) => this.#open(name, line),
      onText: (text) => this.#text(text),
      onClose: () => this.#close(),
    }
  }

  #open(name: string, line: number): void {
    const parent = this.#frames.at(-1)
    if (this.#skipping > 0) {
      this.#skipping += 1
      return
    }
    const kind = this.#kindOf(name, parent)
    if (kind === undefined) {
      this.#skipping = 1
      this.#options.onSkipped(parent === undefined ? name : `${parent.name}/${name}`)
      return
    }
    if (kind === 'root') this.#options.onRoot(name)
    if (this.#isTooMany(kind)) {
      this.#skipping = 1
      this.#options.onTooLarge(this.#frames[2]?.line ?? line)
      return
    }
    this.#frames.push({ name, line, kind, text: '', values: undefined, groups: undefined })
  }

  #isTooMany(kind: Frame['kind']): boolean {
    if (kind === 'entry') this.#entryElements = 0
    this.#entryElements += 1
    return this.#frames.length > 2 && this.#entryElements > this.#options.maxEntryElements
  }

  /** What an element is by its place; `undefined` when it is of no interest. */
  #kindOf(name: string, parent: Frame | undefined): Frame['kind'] | undefined {
    if (parent === undefined) return 'root'
    if (parent.kind === 'root') return Object.hasOwn(this.#options.sections, name) ? 'section' : 'inner'
    if (parent.kind === 'section') return this.#options.sections[parent.name] === name ? 'entry' : undefined
    if (parent.kind === 'entry') return 'inner'
    const isBelowRoot = this.#frames.length === 2
    return !isBelowRoot && this.#options.groups.has(parent.name) ? 'inner' : undefined
  }

  #text(text: string): void {
    const frame = this.#frames.at(-1)
    if (this.#skipping === 0 && frame !== undefined && frame.kind === 'inner') frame.text += text
  }

  #close(): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1
      return
    }
    const frame = this.#frames.pop()
    const parent = this.#frames.at(-1)
    if (frame === undefined || parent === undefined) return
    if (frame.kind === 'entry') this.#options.onRecord(recordOf(frame))
    if (frame.kind === 'inner') this.#keep(frame, parent)
  }

  #keep(frame: Frame, parent: Frame): void {
    if (frame.values === undefined && frame.groups === undefined) {
      if (parent.kind !== 'root') parent.values ??= new Map()
      const values = parent.values ?? this.root
      const isFull = values === this.root && values.size >= MOST_ROOT_VALUES
      if (!values.has(frame.name) && !isFull) values.set(frame.name, frame.text)
      return
    }
    if (parent.kind === 'root') return
    parent.groups ??= new Map()
    const others = parent.groups.get(frame.name)
    if (others === undefined) parent.groups.set(frame.name, [recordOf(frame)])
    else others.push(recordOf(frame))
  }
}

function recordOf(frame: Frame): XmlRecord {
  const { name, line, values = new Map<string, string>(), groups = new Map<string, XmlRecord[]>() } = frame
  return { name, line, values, groups }
}

/** The inner elements of a name; none when there is none. */
export function groupsOf(record: XmlRecord, name: string): readonly XmlRecord[] {
  return record.groups.get(name) ?? []
}

/** Inner elements inside a wrapper: `nestedIn(calendar, 'WeekDays', 'WeekDay')`. */
export function nestedIn(record: XmlRecord, wrapper: string, name: string): readonly XmlRecord[] {
  return groupsOf(record, wrapper).flatMap((inner) => groupsOf(inner, name))
}
