/** An element as `bpmn-moddle` reads it: typed properties by name, and what it does not know as attributes. */
export type ModdleElement = {
  readonly $type: string
  readonly $attrs?: Readonly<Record<string, unknown>>
  readonly id?: string
  readonly name?: string
  readonly [property: string]: unknown
}

/** The type without its prefix, with a small letter: what the element is called in a file. */
export function typeOf({ $type }: ModdleElement): string {
  const name = $type.slice($type.indexOf(':') + 1)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** An element that another one holds or refers to. */
export function oneOf(element: ModdleElement, property: string): ModdleElement | null {
  const value = element[property]
  return isElement(value) ? value : null
}

/** The elements that another one holds or refers to. */
export function manyOf(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element[property]
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** Text of an element, or of an attribute. */
export function textOf(element: ModdleElement, property: string): string | null {
  const value = element[property]
  return typeof value === 'string' && value !== '' ? value : null
}

/** An attribute of another vocabulary, whatever its prefix: `camunda:topic`, `flowable:topic`. */
export function foreignOf(element: ModdleElement, name: string): string | null {
  for (const [key, value] of Object.entries(element.$attrs ?? {})) {
    if (key.endsWith(`:${name}`) && typeof value === 'string' && value !== '') return value
  }
  return null
}

/** Whether a value is an element. */
export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value
}
