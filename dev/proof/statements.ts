import { stripTypeScriptTypes } from 'node:module'
import { posix } from 'node:path'
import { compileFunction } from 'node:vm'
import { lineAt, type Source, walk } from '../house/source.ts'
import { isSql } from '../house/sql.ts'

/** An SQL statement as the server sends it. */
export type WrittenStatement = {
  /** File and line. */
  readonly where: string
  /** Null when it is put together while the server runs. */
  readonly text: string | null
  /** The columns of its hand-written row type; empty when it has none, or one that is not spelled out. */
  readonly columns: readonly string[]
}

/** A node of a syntax tree, as far as it is looked into here. */
type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>

/**
 * Reads every SQL statement out of the sources, with what is interpolated filled in. Only constants
 * and functions of modules are interpolated that way; what depends on a call is not known here.
 */
export function readStatements(sources: readonly Source[]): readonly WrittenStatement[] {
  const modules = new Map(sources.map((source) => [source.path, new Module(source)]))
  return [...modules.values()].flatMap((module) => module.statements(modules))
}

class Module {
  private readonly source: Source
  private readonly script: string
  private readonly values = new Map<string, unknown>()

  constructor(source: Source) {
    this.source = source
    // Types become blanks, so that every place stays where it was.
    this.script = stripTypeScriptTypes(source.text)
  }

  statements(modules: ReadonlyMap<string, Module>): readonly WrittenStatement[] {
    const rowTypes = this.rowTypes(modules)
    const found: WrittenStatement[] = []
    const add = (node: Node, raw: string) => {
      if (!isSql(raw)) return
      const text = this.tryEvaluate(modules, node)
      const columns = rowTypes.get(node.start) ?? []
      found.push({
        where: `${this.source.path}:${lineAt(this.source, node.start)}`,
        text: typeof text === 'string' ? text : null,
        columns,
      })
    }
    walk(this.source, {
      Literal: (node) => {
        if (typeof node.value === 'string') add(asNode(node), node.value)
      },
      TemplateLiteral: (node) =>
        add(asNode(node), node.quasis.map(({ value }) => value.cooked ?? value.raw).join('$')),
    })
    return found
  }

  /** The columns of `query<Row>({ text })`, by where the text begins. */
  private rowTypes(modules: ReadonlyMap<string, Module>): ReadonlyMap<number, readonly string[]> {
    const found = new Map<number, readonly string[]>()
    walk(this.source, {
      CallExpression: (node) => {
        const [type] = node.typeArguments?.params ?? []
        const [argument] = node.arguments
        if (!type || argument?.type !== 'ObjectExpression') return
        for (const property of argument.properties) {
          if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
          if (property.key.name === 'text')
            found.set(property.value.start, this.columnsOf(modules, asNode(type)))
        }
      },
    })
    return found
  }

  private columnsOf(modules: ReadonlyMap<string, Module>, type: Node): readonly string[] {
    if (type.type === 'TSTypeLiteral')
      return nodesIn(type['members']).flatMap((member) =>
        member['optional'] === true ? [] : nameOf(member['key']),
      )
    if (type.type === 'TSIntersectionType')
      return nodesIn(type['types']).flatMap((part) => this.columnsOf(modules, part))
    if (type.type !== 'TSTypeReference') return []
    const [name = ''] = nameOf(type['typeName'])
    const [own] = this.find(
      (node) => node.type === 'TSTypeAliasDeclaration' && nameOf(node['id'])[0] === name,
    )
    if (own) return this.columnsOf(modules, asNode(own['typeAnnotation']))
    const from = this.importOf(modules, name)
    return from
      ? from.module.columnsOf(modules, { ...type, typeName: { type: 'Identifier', name: from.name } })
      : []
  }

  private tryEvaluate(modules: ReadonlyMap<string, Module>, node: Node): unknown {
    try {
      return this.evaluate(modules, node)
    } catch {
      return undefined // It needs what only a running server has.
    }
  }

  private evaluate(modules: ReadonlyMap<string, Module>, node: Node): unknown {
    const names = new Set<string>()
    visit(node, (inner) => {
      if (inner.type === 'Identifier') names.add(String(inner['name']))
    })
    const known = [...names].flatMap((name) => {
      const value = this.resolve(modules, name, node)
      return value === undefined ? [] : [[name, value] as const]
    })
    const script = this.script.slice(node.start, node.end)
    // It is our own source, read from the working tree.
    const evaluate = compileFunction(
      `return (${script})`,
      known.map(([name]) => name),
    ) as (...values: readonly unknown[]) => unknown // Whatever the source gives.
    return evaluate(...known.map(([, value]) => value))
  }

  /** The value of a constant or function that is seen from a node, if it can be told without a run. */
  private resolve(modules: ReadonlyMap<string, Module>, name: string, from: Node): unknown {
    const declared = this.declarationOf(name, from)
    if (!declared) {
      const imported = this.importOf(modules, name)
      return imported?.module.resolve(modules, imported.name, { type: 'Program', start: 0, end: 0 })
    }
    const key = `${name} ${declared.start}`
    if (!this.values.has(key)) {
      this.values.set(key, undefined) // Who refers to itself gets nothing.
      this.values.set(key, this.tryEvaluate(modules, declared))
    }
    return this.values.get(key)
  }

  /** What a name stands for: the innermost constant or function around the node, else one of the module. */
  private declarationOf(name: string, from: Node): Node | undefined {
    const functions = this.find((node) => /Function/.test(node.type) && node['body'] !== null)
    const scopeOf = (node: Node) =>
      functions.filter(({ start, end }) => start <= node.start && node.end <= end && node.start !== start)
    const around = new Set(scopeOf(from))
    const candidates = this.find((node) => {
      if (node.type !== 'VariableDeclarator' && node.type !== 'FunctionDeclaration') return false
      return nameOf(node['id'])[0] === name && scopeOf(node).every((scope) => around.has(scope))
    })
    const found = candidates.toSorted((a, b) => scopeOf(b).length - scopeOf(a).length)[0]
    if (found?.type !== 'VariableDeclarator') return found
    return found['init'] === null ? undefined : asNode(found['init'])
  }

  private importOf(modules: ReadonlyMap<string, Module>, name: string) {
    for (const declaration of this.source.module.staticImports) {
      const entry = declaration.entries.find(({ localName }) => localName.value === name)
      const request = declaration.moduleRequest.value
      const path = posix.join(posix.dirname(this.source.path), request)
      const module = modules.get(path)
      if (entry && module && request.startsWith('.')) return { module, name: entry.importName.name ?? name }
    }
    return undefined
  }

  private find(matches: (node: Node) => boolean): readonly Node[] {
    const found: Node[] = []
    visit(asNode(this.source.program), (node) => {
      if (matches(node)) found.push(node)
    })
    return found
  }
}

function visit(value: unknown, enter: (node: Node) => void): void {
  if (Array.isArray(value)) for (const part of value) visit(part, enter)
  else if (isNode(value)) {
    enter(value)
    for (const [key, part] of Object.entries(value)) if (key !== 'parent') visit(part, enter)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function asNode(value: unknown): Node {
  if (!isNode(value)) throw new TypeError('not a node of a syntax tree')
  return value
}

function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

function nameOf(node: unknown): readonly string[] {
  return isNode(node) && typeof node['name'] === 'string' ? [node['name']] : []
}
