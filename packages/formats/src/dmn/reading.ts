import type { FeelText } from '@millrace/core/decision'
import type { DmnFileProblem, DmnFileProblemCode } from './limits.ts'
import { attribute, child, type XmlElement } from './xml-tree.ts'

/** What reading the parts of one file shares. */
export type Reading = {
  readonly problems: DmnFileProblem[]
  /** Namespaces by the prefixes that the root declares. */
  readonly prefixes: ReadonlyMap<string, string>
  /** Names of imports by their namespaces; that of the model itself is empty. */
  readonly importNames: ReadonlyMap<string, string>
}

export function tell(
  { problems }: Reading,
  code: DmnFileProblemCode,
  { line, ...params }: { readonly line: number } & Readonly<Record<string, string | number>>,
): void {
  problems.push({ code, line, params })
}

/** The text of FEEL in an element such as `inputEntry`; null when the element has none. */
export function textIn(element: XmlElement | undefined): FeelText | null {
  if (element === undefined) return null
  const text = child(element, 'text')
  return text === undefined ? null : { text: text.text, line: text.line }
}

/** A type as the model names it: by its name, and behind the name of its import when it comes from one. */
export function typeRefOf(element: XmlElement | undefined, reading: Reading): string | null {
  if (element === undefined) return null
  const written = attribute(element, 'typeRef') ?? child(element, 'typeRef')?.text.trim() ?? null
  return written === null || written === '' ? null : qualified(written, reading)
}

/** Versions before 1.3 write `prefix:name`. */
export function qualified(written: string, { prefixes, importNames }: Reading): string {
  const at = written.indexOf(':')
  const namespace = at < 0 ? undefined : prefixes.get(written.slice(0, at))
  if (namespace === undefined) return written
  const importName = importNames.get(namespace) ?? ''
  return importName === '' ? written.slice(at + 1) : `${importName}.${written.slice(at + 1)}`
}
