import type { ModdleElement } from '../services.ts'

/** The namespace of what BPMN has no place for. */
export const MILLRACE = 'urn:millrace:bpmn'

/** An element of which values are set, too. */
export type Writable = ModdleElement & {
  readonly set: (name: string, value: unknown) => void
  readonly $descriptor: { readonly ns: { readonly localName: string; readonly uri?: string } }
  readonly $children?: readonly Writable[]
  readonly $body?: string
}

/** Makes elements of BPMN, and of other vocabularies. */
export type Moddle = {
  readonly create: (type: string, values?: Readonly<Record<string, unknown>>) => Writable
  readonly createAny: (type: string, uri: string, values: Readonly<Record<string, unknown>>) => Writable
}

/** A value of an element as text; empty where there is none. */
export function textOf(element: ModdleElement | undefined, name: string): string {
  const value = element?.get(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The element that another has under a name. */
export function partOf(element: ModdleElement | undefined, name: string): Writable | undefined {
  const value = element?.get(name)
  return isElement(value) ? value : undefined
}

/** The elements that another has under a name. */
export function partsOf(element: ModdleElement | undefined, name: string): readonly Writable[] {
  const value: unknown = element?.get(name)
  return Array.isArray(value) ? value.filter(isElement) : []
}

function isElement(value: unknown): value is Writable {
  return typeof value === 'object' && value !== null && '$type' in value
}

/** Our own element beside what the standard says of another, whatever the prefix of the file. */
export function extensionOf(element: ModdleElement, name: string): Writable | undefined {
  return extensionsOf(element, name).find(({ $descriptor: { ns } }) => ns.uri === MILLRACE)
}

/** Elements of that name beside what the standard says of another, of any vocabulary. */
export function extensionsOf(element: ModdleElement | undefined, name: string): readonly Writable[] {
  return partsOf(partOf(element, 'extensionElements'), 'values').filter((value) => isNamed(value, name))
}

/** Elements of that name within one of another vocabulary. */
export function childrenOf(element: Writable | undefined, name: string): readonly Writable[] {
  return element?.$children?.filter((child) => isNamed(child, name)) ?? []
}

/** Whether an element goes by a name, whatever its prefix. */
export function isNamed({ $descriptor: { ns } }: Writable, name: string): boolean {
  return ns.localName === name
}

/** The attributes of an element of another vocabulary. */
export function attributesOf(element: Writable | undefined): Readonly<Record<string, string>> {
  const pairs = Object.entries(element ?? {}).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && !pair[0].startsWith('$'),
  )
  return Object.fromEntries(pairs)
}

/**
 * The name by which an attribute that BPMN does not know is written: that of the file where it has it, whatever
 * vocabulary it is from, else our own.
 */
export function foreignName(element: ModdleElement | undefined, name: string): string {
  const known = Object.keys(element?.$attrs ?? {}).find((key) => key.endsWith(`:${name}`))
  return known ?? `millrace:${name}`
}
