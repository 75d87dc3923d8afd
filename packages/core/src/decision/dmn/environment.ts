import type { Surroundings } from '../feel/compile/compile-text.ts'
import type { Scope } from '../feel/compile/scope.ts'
import type { NameIndex } from '../feel/syntax/name-scope.ts'
import type { FeelType } from '../feel/values/value.ts'
import type { FeelText } from './model.ts'
import type { DmnProblem, DmnProblemCode } from './problem.ts'

/** What compiling the parts of one model shares. */
export type Environment = {
  /** Names behind dots and in filters. */
  readonly components: NameIndex
  readonly types: NameIndex
  readonly findType: (name: string) => FeelType | undefined
  readonly tell: (problem: DmnProblem) => void
}

/** Where in a model something is compiled: the names known, and how people find it. */
export type Spot = {
  readonly environment: Environment
  readonly scope: Scope
  /** Such as `Discount / rule 3 / Age`; what warnings call their source. */
  readonly path: string
}

/** The same environment, further inside. */
export function inside(spot: Spot, part: string, scope: Scope = spot.scope): Spot {
  return { ...spot, scope, path: part === '' ? spot.path : `${spot.path} / ${part}` }
}

export function tellAt(
  { environment, path }: Spot,
  code: DmnProblemCode,
  { line, ...params }: { readonly line: number } & Readonly<Record<string, string | number>>,
): void {
  environment.tell({ code, element: path, line, at: null, params })
}

/** What a text may speak of at a spot. */
export function surroundings({ environment, scope, path }: Spot, { line, text }: FeelText): Surroundings {
  const { components, types, findType, tell } = environment
  return {
    scope,
    components,
    types,
    findType,
    source: path,
    report: (code, params, place) =>
      tell({ code, element: path, line: line + linesBefore(text, place.from), at: place.from, params }),
  }
}

function linesBefore(text: string, at: number): number {
  return text.slice(0, at).split('\n').length - 1
}
