import type { FeelType, FeelValue } from '../feel/values/value.ts'
import type { Environment } from './environment.ts'
import type { ItemTypes } from './item-types.ts'
import type { DmnModel } from './model.ts'
import { type Binding, importedSession, type Node, type Session } from './node.ts'

/** One model among those that are compiled together. */
export type LinkedModel = {
  readonly model: DmnModel
  readonly types: ItemTypes
  readonly environment: Environment
  /** Names of imports by their namespaces. */
  readonly importNames: ReadonlyMap<string, string>
}

/** All models of a program and their elements. Elements reach each other only while they run. */
export type Link = { readonly nodes: Map<string, Node>; readonly names: ReadonlyMap<string, string> }

/** `#id` and `namespace#id` as a key. */
export function keyOf({ namespace }: DmnModel, reference: string): string {
  const at = reference.indexOf('#')
  const space = at <= 0 ? namespace : reference.slice(0, at)
  return `${space}#${at < 0 ? reference : reference.slice(at + 1)}`
}

/** The names that an element may use: those of what it requires, and imports as contexts of them. */
export function bindingsOf(
  { model, importNames }: LinkedModel,
  requires: readonly string[],
  { nodes, names }: Link,
): readonly Binding[] {
  const own: Binding[] = []
  const imported = new Map<string, Binding[]>()
  for (const key of requires) {
    const isOwn = key.startsWith(`${model.namespace}#`)
    const importName = importNames.get(key.slice(0, key.indexOf('#'))) ?? ''
    const binding: Binding = {
      name: names.get(key) ?? '',
      read: (session) => nodes.get(key)?.read(isOwn ? session : importedSession(session, importName)) ?? null,
    }
    if (isOwn || importName === '') own.push(binding)
    else imported.set(importName, [...(imported.get(importName) ?? []), binding])
  }
  return [...own, ...[...imported].map(([name, parts]) => ({ name, read: contextOf(parts) }))]
}

function contextOf(parts: readonly Binding[]): (session: Session) => FeelValue {
  return (session) => {
    const place = { source: 'import', from: 0, to: 0 }
    return session.run.keep(new Map(parts.map(({ name, read }) => [name, read(session)])), place)
  }
}

/** The type of an element; of a function that is declared by its type, what it gives. */
export function resultType(type: FeelType): FeelType {
  return type.kind === 'function' ? type.result : type
}
