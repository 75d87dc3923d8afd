import { err, ok, type Result } from '../../kernel/index.ts'
import type { CustomField } from '../custom-field.ts'
import { CUSTOM_PREFIX } from '../query/query-field.ts'
import { checkFormula, type FormulaNames } from './check-formula.ts'
import type { CheckedField, FieldFormulas } from './checked-field.ts'
import { compileFieldValue } from './field-value.ts'
import {
  FORMULA_ATTRIBUTES,
  type FormulaAttribute,
  type FormulaNode,
  type FormulaType,
  someNode,
} from './formula-node.ts'
import { refuseFormula } from './formula-refusal.ts'
import { parseFormula } from './parse-formula.ts'
import { checkRollUp, type RollUp } from './roll-up.ts'

type Names = {
  readonly byKey: ReadonlyMap<string, CustomField>
  readonly byId: ReadonlyMap<string, CustomField>
}

/** Gathers the fields that formulas may name. */
export function createFieldFormulas(fields: Iterable<CustomField>): FieldFormulas {
  const all = [...fields]
  const names: Names = {
    byKey: new Map(all.map((field) => [field.key.toLowerCase(), field])),
    byId: new Map(all.map((field) => [field.id, field])),
  }
  const kept = new Map<string, Result<CheckedField>>()
  /** Keys of the formulas being checked, outermost first. */
  const path: string[] = []
  const context: Context = { names, kept, path }
  return {
    check: (id) => {
      const field = names.byId.get(id)
      return field ? checkField(field, context) : err({ code: 'work.field_unknown', params: { field: id } })
    },
    checkSource: (source) => checkSource(source, context),
    reader: compileFieldValue,
  }
}

type Context = {
  readonly names: Names
  readonly kept: Map<string, Result<CheckedField>>
  readonly path: string[]
}

function checkField(field: CustomField, context: Context): Result<CheckedField> {
  const known = context.kept.get(field.id)
  if (known) return known
  const { path } = context
  const from = path.indexOf(field.key)
  if (from >= 0) return refuseFormula('formula.cycle', { path: [...path.slice(from), field.key] })
  path.push(field.key)
  const checked =
    field.kind === 'rollUp' ? checkGathering(field.rollUp ?? null, context) : checkOwn(field, context)
  path.pop()
  context.kept.set(field.id, checked)
  return checked
}

function checkOwn(field: CustomField, context: Context): Result<CheckedField> {
  const checked = checkSource(field.formula ?? '', context)
  if (!checked.ok) return checked
  const node = checked.value
  if (node.type === 'person') return refuseFormula('formula.result_wrong', { is: 'a person' })
  return ok({ kind: 'formula', node, result: node.type })
}

function checkGathering(rollUp: RollUp | null, context: Context): Result<CheckedField> {
  if (!rollUp) return refuseFormula('formula.empty', { position: 0 })
  const of = rollUp.of === null ? ok(null) : checkSource(rollUp.of, context)
  if (!of.ok) return of
  const where = rollUp.where === null ? ok(null) : checkSource(rollUp.where, context)
  if (!where.ok) return where
  // A sum of sums would have to be added up level by level, and would count the same work twice.
  const below = [of.value, where.value].some((node) => node !== null && usesRollUp(node, context.names))
  if (below) return refuseFormula('formula.on_roll_up', { path: [...context.path] })
  const checked = checkRollUp(rollUp, { of: of.value, where: where.value })
  return checked.ok ? ok({ kind: 'rollUp', ...checked.value }) : checked
}

function usesRollUp(node: FormulaNode, { byId }: Names): boolean {
  return someNode(node, (part) => part.kind === 'field' && byId.get(part.fieldId)?.kind === 'rollUp')
}

function checkSource(source: string, context: Context): Result<FormulaNode> {
  const parsed = parseFormula(source)
  return parsed.ok ? checkFormula(parsed.value.syntax, namesOf(context)) : parsed
}

const ATTRIBUTES = new Map(
  Object.entries(FORMULA_ATTRIBUTES).map(([name, type]) => [
    name.toLowerCase(),
    // The entries of an object are named by its keys.
    { name: name as FormulaAttribute, type },
  ]),
)

function namesOf(context: Context): FormulaNames {
  const { byKey } = context.names
  return {
    find: (name) => {
      const word = name.toLowerCase()
      const attribute = ATTRIBUTES.get(word)
      if (attribute) return ok({ kind: 'attribute', ...attribute, size: 1, height: 1 })
      const key = word.startsWith(CUSTOM_PREFIX) ? word.slice(CUSTOM_PREFIX.length) : word
      const field = byKey.get(key)
      return field ? fieldNode(field, context) : null
    },
    all: function* () {
      yield* Object.keys(FORMULA_ATTRIBUTES)
      for (const { key } of context.names.byKey.values()) yield key
    },
  }
}

/** Another formula stands for itself; everything else is read from the item. */
function fieldNode(field: CustomField, context: Context): Result<FormulaNode> {
  if (field.kind === 'formula') {
    const checked = checkField(field, context)
    if (!checked.ok) return checked
    if (checked.value.kind === 'formula') return ok(checked.value.node)
  }
  const type = typeOf(field, context)
  if (!type.ok) return type
  const options = field.kind === 'choice' ? field.options : null
  return ok({ kind: 'field', fieldId: field.id, type: type.value, options, size: 1, height: 1 })
}

function typeOf(field: CustomField, context: Context): Result<FormulaType> {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'date':
    case 'person':
      return ok(field.kind)
    case 'rollUp': {
      const checked = checkField(field, context)
      return checked.ok ? ok(checked.value.result) : checked
    }
    default:
      return ok('text')
  }
}
