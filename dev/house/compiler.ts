import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from './house.ts'
import type { Violation } from './violation.ts'

type Settings = { readonly compilerOptions?: Readonly<Record<string, unknown>>; readonly extends?: string }
type Manifest = { readonly dependencies?: Readonly<Record<string, string>> }

/** Options that make the strictness of the types part of the fence. */
const REQUIRED = [
  'strict',
  'noUncheckedIndexedAccess',
  'exactOptionalPropertyTypes',
  'erasableSyntaxOnly',
  'verbatimModuleSyntax',
]

/** The compiler settings and manifests agree with house.json. */
export function checkCompiler(house: House, root: string): Violation[] {
  const base = readJson<Settings>(root, 'tsconfig.base.json').compilerOptions ?? {}
  const lax = REQUIRED.filter((option) => base[option] !== true)
  return [
    ...lax.map((option) => bark('compiler', 'tsconfig.base.json', `${option} must be on`)),
    ...Object.keys(house.floors).flatMap((floor) => [
      ...checkSettings(root, floor),
      ...checkManifest(house, root, floor),
    ]),
  ]
}

function checkSettings(root: string, floor: string): Violation[] {
  if (!['core', 'formats', 'contract'].includes(floor)) return []
  const file = `packages/${floor}/tsconfig.json`
  const { compilerOptions = {} } = readJson<Settings>(root, file)
  const base = readJson<Settings>(root, 'tsconfig.base.json').compilerOptions ?? {}
  const types = compilerOptions.types ?? base.types
  const libraries = compilerOptions.lib ?? base.lib
  const problems = []
  if (!Array.isArray(types) || types.length > 0) problems.push('`types` must be empty')
  if (!Array.isArray(libraries) || libraries.some((library) => /dom|webworker/i.test(String(library)))) {
    problems.push('`lib` must not hold the browser')
  }
  return problems.map((problem) => bark('compiler', file, problem))
}

function checkManifest(house: House, root: string, floor: string): Violation[] {
  const file = `packages/${floor}/package.json`
  const { dependencies = {} } = readJson<Manifest>(root, file)
  const { reads = [], packages = 'declared' } = house.floors[floor] ?? {}
  return Object.keys(dependencies).flatMap((name) => {
    if (name.startsWith('@millrace/')) {
      return reads.includes(name.slice('@millrace/'.length))
        ? []
        : [bark('manifest', file, `depends on ${name}`)]
    }
    const known = packages === 'declared' || Object.hasOwn(packages, name)
    return known ? [] : [bark('third-party', file, `depends on ${name}`)]
  })
}

function readJson<Shape>(root: string, file: string): Shape {
  // Both kinds of file are checked by npm and tsc; here every part is optional.
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as Shape
}

function bark(rule: string, file: string, detail: string): Violation {
  return { rule, file, line: 1, detail }
}
