import { ok, type Result } from '@millrace/core/kernel'
import { decodeXml, encodeXml, readXmlTree, type XmlElement } from '@millrace/formats/xml'
import { BpmnModdle } from 'bpmn-moddle'

const SETTINGS = { limits: { maxDepth: 512 }, maxElements: 2_000_000, leftOut: new Set<string>() }
const moddle = new BpmnModdle()
const PACKAGES = ['bpmn', 'bpmndi', 'dc', 'di']
const NUMBER = /^-?\d+(\.\d+)?$/

/** What an element says, with where it stands: `definitions/process#p/task#t@name = Fix it`. */
function factsOf(element: XmlElement, above = ''): readonly string[] {
  const { id } = element.attributes
  const path = `${above}${element.name}${id === undefined ? '' : `#${id}`}`
  const said = Object.entries(element.attributes)
    .map(([key, value]) => [bare(key), valueOf(bare(key), value), key] as const)
    .filter(([name, value, key]) => !key.startsWith('xmlns') && !goesWithoutSaying(element, name, value))
    .map(([name, value]) => `${path}@${name} = ${value}`)
  return [
    `${path} = ${spaced(element.text)}`,
    ...said,
    ...element.children.flatMap((child) => factsOf(child, `${path}/`)),
  ]
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Numbers by their value, names of types without the prefix of the file, every stretch of space as one blank. */
function valueOf(name: string, value: string): string {
  if (name === 'type') return bare(value)
  return NUMBER.test(value) ? String(Number(value)) : spaced(value)
}

/** What the standard says where nothing is said: defaults, and that points on the way of a flow are points. */
function goesWithoutSaying({ name: element }: XmlElement, name: string, value: string): boolean {
  if (element === 'waypoint' && name === 'type') return value === 'Point'
  return PACKAGES.some((prefix) => {
    const standard = defaultOf(`${prefix}:${element.charAt(0).toUpperCase()}${element.slice(1)}`, name)
    return standard !== undefined && String(standard) === value
  })
}

type Defaults = Readonly<Record<string, string | number | boolean | undefined>>
const defaults = new Map<string, Defaults>()

function defaultOf(type: string, name: string): Defaults[string] {
  let known = defaults.get(type)
  if (!known) {
    known = readDefaults(type)
    defaults.set(type, known)
  }
  return known[name]
}

/** The defaults of the standard, as they stand in what `bpmn-moddle` is made from. */
function readDefaults(type: string): Defaults {
  if (!(type in moddle.registry.typeMap)) return {}
  const { properties } = moddle.registry.getEffectiveDescriptor(type)
  return Object.fromEntries(properties.map((property) => [property.name, property.default]))
}

function treeOf(text: string): XmlElement {
  // With a mark in front it is read as what it is, whatever it declares.
  const read = readXmlTree(new TextEncoder().encode(`\ufeff${text.replace(/^\ufeff/, '')}`), SETTINGS)
  if (!read.ok) throw new TypeError(read.refusal.code)
  return read.value
}

/**
 * What two files say differently, whatever the order in which they say it: `- lost`, `+ added`.
 */
export function differencesOf(before: string, after: string): readonly string[] {
  const counts = new Map<string, number>()
  const count = (text: string, by: number) => {
    for (const fact of factsOf(treeOf(text))) counts.set(fact, (counts.get(fact) ?? 0) + by)
  }
  count(before, 1)
  count(after, -1)
  return [...counts].flatMap(([fact, left]) => (left === 0 ? [] : [`${left > 0 ? '-' : '+'} ${fact}`]))
}

/** A file as text, and whether its bytes come back from it; refused as `decodeXml` refuses. */
export function keptText(bytes: Uint8Array): Result<{ readonly text: string; readonly isSame: boolean }> {
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return decoded
  return ok({ text: decoded.value, isSame: Buffer.compare(encodeXml(decoded.value), bytes) === 0 })
}
