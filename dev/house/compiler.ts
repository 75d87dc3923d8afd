import type { House } from './house.ts'
import type { Tree } from './source.ts'
import type { Violation } from './violation.ts'

type Options = Readonly<Record<string, unknown>>

/** Options that make the strictness of the types part of the fence. */
const REQUIRED = [
  'strict',
  'noUncheckedIndexedAccess',
  'exactOptionalPropertyTypes',
  'erasableSyntaxOnly',
  'verbatimModuleSyntax',
]
const BASE = 'tsconfig.base.json'

/** Floors without pipes compile without the types of Node and of the browser, and all are strict. */
export function checkCompiler(house: House, tree: Tree): Violation[] {
  const base = optionsOf(tree, BASE)
  const floors = Object.entries(house.floors).map(([name, floor]) => ({
    file: `packages/${name}/tsconfig.json`,
    isPure: floor.packages !== 'declared',
  }))
  return [
    ...checkStrictness(BASE, base, REQUIRED),
    ...floors.flatMap(({ file, isPure }) => {
      const own = optionsOf(tree, file)
      const changed = REQUIRED.filter((option) => Object.hasOwn(own, option))
      return [
        ...checkStrictness(file, own, changed),
        ...(isPure ? checkSurroundings(file, { ...base, ...own }) : []),
      ]
    }),
  ]
}

function optionsOf(tree: Tree, file: string): Options {
  // tsc checks the shape; options that are not there are the base's.
  const settings = JSON.parse(tree.get(file) ?? '{}') as { readonly compilerOptions?: Options }
  return settings.compilerOptions ?? {}
}

function checkStrictness(file: string, options: Options, names: readonly string[]): Violation[] {
  return names
    .filter((name) => options[name] !== true)
    .map((name) => ({ rule: 'compiler', file, line: 1, detail: `${name} must be on` }))
}

function checkSurroundings(file: string, { types, lib }: Options): Violation[] {
  const problems: string[] = []
  if (!Array.isArray(types) || types.length > 0) problems.push('`types` must be empty')
  if (!Array.isArray(lib) || lib.some((library) => /dom|webworker/i.test(String(library)))) {
    problems.push('`lib` must not hold the browser')
  }
  return problems.map((detail) => ({ rule: 'compiler', file, line: 1, detail }))
}
