import type { XmlWriter } from '../xml/index.ts'

/** Where elements are written to. */
export type Writing = XmlWriter

type Attributes = Readonly<Record<string, string>>

/** An element with what is written inside of it. */
export function element(
  writer: Writing,
  [name, attributes]: readonly [string, Attributes],
  inside?: () => void,
): void {
  writer.open(name, attributes)
  inside?.()
  writer.close()
}

/** The attributes that there are. */
export function present(attributes: Readonly<Record<string, string | null>>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  )
}

export function writeText(writer: Writing, { text }: { readonly text: string }): void {
  writer.leaf('text', text)
}

export function writeVariable(
  writer: Writing,
  { name, typeRef }: { readonly name: string | null; readonly typeRef: string | null },
): void {
  element(writer, ['variable', present({ name, typeRef })])
}
