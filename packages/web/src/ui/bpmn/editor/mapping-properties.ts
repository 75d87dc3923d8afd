import type { ModdleElement } from '../services.ts'
import type { Edit } from './edit.ts'
import type { MappedValue, MappingProperties } from './element-properties.ts'
import { attributesOf, childrenOf, extensionsOf, isNamed, MILLRACE, type Writable } from './moddle.ts'
import { replaceExtension } from './write-extension.ts'

/** How Camunda 7 and Operaton write it, and how Camunda 8 and we do. */
const NAMED = { holder: 'inputOutput', inputs: 'inputParameter', outputs: 'outputParameter' } as const
const SOURCED = { holder: 'ioMapping', inputs: 'input', outputs: 'output' } as const

const SIDES = ['inputs', 'outputs'] as const

/** The values that go into an activity by another name, or out of it. */
export function readMapping(is: ModdleElement): MappingProperties {
  const [named] = extensionsOf(is, NAMED.holder)
  const [sourced] = extensionsOf(is, SOURCED.holder)
  const of = (side: (typeof SIDES)[number]): readonly MappedValue[] => [
    ...childrenOf(named, NAMED[side]).filter(isPlain).map(namedValue),
    ...childrenOf(sourced, SOURCED[side]).map((value) => {
      const { source = '', target = '' } = attributesOf(value)
      return { source, target }
    }),
  ]
  return { inputs: of('inputs'), outputs: of('outputs') }
}

/** Lists, maps and scripts of other programs are left as they are. */
function isPlain({ $children = [] }: Writable): boolean {
  return $children.length === 0
}

function namedValue(value: Writable): MappedValue {
  return { source: value.$body?.trim() ?? '', target: attributesOf(value).name ?? '' }
}

/** Writes mappings in the way of the file; where it has none yet, in ours. */
export function writeMapping(edit: Edit, mapping: MappingProperties): void {
  const { businessObject: is } = edit.element
  const [named] = extensionsOf(is, NAMED.holder)
  const [sourced] = extensionsOf(is, SOURCED.holder)
  const isNamedWay = named !== undefined && sourced === undefined
  if (named) {
    const rest = named.$children?.filter((child) => !isPlain(child) || !isParameter(child)) ?? []
    const own = isNamedWay ? valuesOf(edit, mapping, named) : []
    replaceExtension(edit, is, { before: named, after: holderWith(edit, named, [...rest, ...own]) })
  }
  if (isNamedWay) return
  const own = valuesOf(edit, mapping, sourced)
  const after =
    own.length === 0
      ? null
      : edit.moddle.createAny(sourced?.$type ?? TYPE, uriOf(sourced), { $children: own })
  replaceExtension(edit, is, { before: sourced, after })
}

const TYPE = `millrace:${SOURCED.holder}`

function isParameter(child: Writable): boolean {
  return SIDES.some((side) => isNamed(child, NAMED[side]))
}

function holderWith({ moddle }: Edit, before: Writable, children: readonly Writable[]): Writable | null {
  if (children.length === 0) return null
  return moddle.createAny(before.$type, uriOf(before), { ...attributesOf(before), $children: children })
}

function uriOf(holder: Writable | undefined): string {
  return holder?.$descriptor.ns.uri ?? MILLRACE
}

/** The values as the holder writes them, in its vocabulary; without one, in ours. */
function valuesOf({ moddle }: Edit, mapping: MappingProperties, holder: Writable | undefined) {
  const prefix = (holder?.$type ?? TYPE).split(':')[0] ?? ''
  const isNamedWay = holder !== undefined && isNamed(holder, NAMED.holder)
  return SIDES.flatMap((side) =>
    mapping[side].map(({ source, target }) =>
      isNamedWay
        ? moddle.createAny(`${prefix}:${NAMED[side]}`, uriOf(holder), { name: target, $body: source })
        : moddle.createAny(`${prefix}:${SOURCED[side]}`, uriOf(holder), { source, target }),
    ),
  )
}
