import { posix } from 'node:path'
import type { Statement } from 'oxc-parser'
import type { House } from './house.ts'
import { placeOf } from './place.ts'
import { lineAt, type Source } from './source.ts'
import type { Violation } from './violation.ts'

type Sources = ReadonlyMap<string, Source>
type Entry = Source['module']['staticExports'][number]['entries'][number]
type Definition = { readonly source: Source; readonly at: number; readonly documented: boolean }

/** Doors list their exports by name, and each export is documented where it is defined. */
export function checkDoors(house: House, sources: readonly Source[]): Violation[] {
  const byPath: Sources = new Map(sources.map((source) => [source.path, source]))
  const doors = sources.filter((source) => placeOf(house, source.path).door && !isWeb(house, source))
  return doors.flatMap((door) =>
    door.module.staticExports
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => {
        const violation = judgeExport(byPath, door, entry)
        return violation === undefined ? [] : [violation]
      }),
  )
}

/** Pages and hooks of the web speak for themselves: their props have types, and nobody else calls them. */
function isWeb(house: House, source: Source): boolean {
  return placeOf(house, source.path).floor === 'web'
}

function judgeExport(sources: Sources, door: Source, entry: Entry): Violation | undefined {
  const name = entry.exportName.name
  if (name === null) {
    const detail = `export * from '${entry.moduleRequest?.value ?? ''}'`
    return { rule: 'star-export', file: door.path, line: lineAt(door, entry.start), detail }
  }
  const definition = define(sources, door, name)
  if (definition === undefined || definition.documented) return undefined
  const { source, at } = definition
  return {
    rule: 'docstring',
    file: source.path,
    line: lineAt(source, at),
    detail: `${name} has no docstring`,
  }
}

/** Follows re-exports to the statement that defines the name; `undefined` when it comes from a package. */
function define(sources: Sources, source: Source, name: string): Definition | undefined {
  const entry = source.module.staticExports
    .flatMap(({ entries }) => entries)
    .find(({ exportName }) => exportName.name === name)
  if (entry === undefined) return undefined
  const request = entry.moduleRequest?.value
  if (request === undefined) return findDeclaration(source, entry.localName.name ?? name)
  const path = posix.join(posix.dirname(source.path), request)
  const next = sources.get(path)
  return next === undefined ? undefined : define(sources, next, entry.importName.name ?? name)
}

/** The first documented declaration of a top-level name, or else the first: overloads share a docstring. */
function findDeclaration(source: Source, name: string): Definition | undefined {
  const found = source.program.body
    .filter((statement) => declaredNames(statement).includes(name))
    .map((statement) => ({ source, at: statement.start, documented: hasDocstring(source, statement.start) }))
  return found.find(({ documented }) => documented) ?? found[0]
}

function declaredNames(statement: Statement): string[] {
  const declaration =
    statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
  }
  const id = 'id' in declaration ? declaration.id : null
  return id?.type === 'Identifier' ? [id.name] : []
}

/** A docstring is a block comment that begins with two stars and ends right before the statement. */
function hasDocstring(source: Source, start: number): boolean {
  return source.comments.some(
    ({ type, value, end }) =>
      type === 'Block' &&
      value.startsWith('*') &&
      end <= start &&
      source.text.slice(end, start).trim() === '',
  )
}
