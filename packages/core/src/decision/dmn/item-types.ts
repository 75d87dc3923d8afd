import { TESTED } from '../feel/compile/compile-test.ts'
import { compileTests, compileTree } from '../feel/compile/compile-text.ts'
import { SILENT } from '../feel/compile/constant.ts'
import { Scope } from '../feel/compile/scope.ts'
import { ANY, builtInType } from '../feel/values/type.ts'
import type { FeelType, FeelValue } from '../feel/values/value.ts'
import { constantsIn, isDecidable } from './analysis/decidable.ts'
import { type Environment, surroundings, tellAt } from './environment.ts'
import type { FeelText, ItemDefinition } from './model.ts'

/** Types by the names they have in one model, those of imports behind the import's name. */
export type ItemTypes = {
  readonly find: (name: string) => FeelType | undefined
  /** The type a reference names: any, when there is none or it is not known, which is told. */
  readonly resolve: (
    typeRef: string | null,
    told: { readonly path: string; readonly line: number },
  ) => FeelType
}

type Definitions = ReadonlyMap<string, ItemDefinition>

/** Makes types of the definitions of a model; a type that contains itself is open at that place. */
export function createItemTypes(
  definitions: Definitions,
  environment: Omit<Environment, 'findType'>,
): ItemTypes {
  const made = new Map<string, FeelType>()
  const find = (name: string): FeelType | undefined => {
    const known = made.get(name)
    if (known !== undefined) return known
    const definition = definitions.get(name)
    if (definition === undefined) return builtInType(localName(name))
    made.set(name, ANY)
    const type = typeOf(definition, { ...environment, findType: find })
    made.set(name, type)
    return type
  }
  return {
    find,
    resolve: (typeRef, { path, line }) => {
      if (typeRef === null) return ANY
      const type = find(typeRef)
      if (type !== undefined) return type
      environment.tell({ code: 'dmn.type_unknown', element: path, line, at: null, params: { type: typeRef } })
      return ANY
    },
  }
}

/** Old models write `feel:number`. */
function localName(name: string): string {
  return name.startsWith('feel:') ? name.slice('feel:'.length) : name
}

function typeOf(definition: ItemDefinition, environment: Environment): FeelType {
  const base = constrained(baseOf(definition, environment), definition.allowedValues, {
    definition,
    environment,
  })
  const whole: FeelType = definition.isCollection ? { kind: 'list', of: base } : base
  return constrained(whole, definition.typeConstraint, { definition, environment })
}

function baseOf(definition: ItemDefinition, environment: Environment): FeelType {
  const { components, functionItem, typeRef } = definition
  const named = (ref: string | null): FeelType => {
    if (ref === null) return ANY
    const type = environment.findType(ref)
    if (type !== undefined) return type
    const scope = new Scope([], null)
    const spot = { environment, scope, path: definition.name }
    tellAt(spot, 'dmn.type_unknown', { line: definition.line, type: ref })
    return ANY
  }
  if (functionItem !== null) {
    const parameters = functionItem.parameters.map((parameter) => named(parameter.typeRef))
    return { kind: 'function', parameters, result: named(functionItem.resultRef) }
  }
  if (components.length === 0) return named(typeRef)
  return {
    kind: 'context',
    components: new Map(components.map((part) => [part.name, typeOf(part, environment)])),
  }
}

function constrained(
  base: FeelType,
  tests: FeelText | null,
  { definition, environment }: { readonly definition: ItemDefinition; readonly environment: Environment },
): FeelType {
  if (tests === null) return base
  const spot = { environment, scope: new Scope([TESTED], null), path: definition.name }
  const around = surroundings(spot, tests)
  const { test, tree } = compileTests(tests.text, around)
  const allows = (value: FeelValue) => test({ values: [value], parent: null, run: SILENT }, value) === true
  const constants = isDecidable(tree) ? constantsIn(tree, (part) => compileTree(part, around)) : []
  return { kind: 'constrained', name: definition.name, base, allows, constants }
}
