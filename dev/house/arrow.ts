import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { House } from './house.ts'
import { lineAt, type Source, walk } from './source.ts'

/** What an import points to: a file of ours, a module of Node, or a package from outside. */
export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly relative: boolean }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }

export type Arrow = { readonly from: Source; readonly line: number; readonly to: Target }

const OWN = '@millrace/'

/**
 * Every arrow that leaves a file: imports, re-exports, dynamic imports, types named by
 * `import('…')`, and files named by `new URL('…', import.meta.url)` such as web workers.
 */
export function arrowsOf(house: House, source: Source): Arrow[] {
  const requests: { specifier: string; at: number }[] = []
  const add = (specifier: string, at: number) => requests.push({ specifier, at })
  for (const { moduleRequest } of source.module.staticImports) add(moduleRequest.value, moduleRequest.start)
  for (const { entries } of source.module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) add(moduleRequest.value, moduleRequest.start)
  }
  walk(source, {
    ImportExpression: ({ source: from, start }) => {
      if (from.type === 'Literal' && typeof from.value === 'string') add(from.value, start)
    },
    TSImportType: ({ source: from, start }) => add(from.value, start),
    NewExpression: ({ callee, arguments: [first, second], start }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || second?.type !== 'MemberExpression') return
      if (first?.type === 'Literal' && typeof first.value === 'string' && /\.tsx?$/.test(first.value)) {
        add(first.value, start)
      }
    },
  })
  const seen = new Set<string>()
  return requests
    .filter(({ specifier, at }) => !seen.has(`${specifier} ${at}`) && seen.add(`${specifier} ${at}`))
    .map(({ specifier, at }) => ({
      from: source,
      line: lineAt(source, at),
      to: resolve(house, source.path, specifier),
    }))
}

function resolve(house: House, from: string, specifier: string): Target {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.'))
    return { kind: 'file', path: posix.join(posix.dirname(from), bare), relative: true }
  if (bare.startsWith(OWN))
    return { kind: 'file', path: ownFile(house, bare.slice(OWN.length)), relative: false }
  if (isBuiltin(bare)) return { kind: 'builtin', name: bare }
  const [scope = '', name = ''] = bare.split('/')
  return { kind: 'package', name: scope.startsWith('@') ? `${scope}/${name}` : scope }
}

/** `core/calendar` is the door of a room; `core/calendar/holiday.ts` is a file behind it. */
function ownFile(house: House, rest: string): string {
  const [floor = '', ...inside] = rest.split('/')
  const source = house.floors[floor]?.source ?? `packages/${floor}/src`
  const path = [source, ...inside].join('/')
  return /\.[a-z]+$/.test(path) ? path : `${path}/index.ts`
}
