import { atMidnightUtc } from './temporal.ts'
import { type FeelKind, type FeelType, type FeelValue, isContext, isKind, isList, kindOf } from './value.ts'

export const ANY: FeelType = { kind: 'any' }

const SIMPLE: Readonly<Record<string, FeelKind>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  dateTime: 'date and time',
  'days and time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  'day-time duration': 'days and time duration',
  'years and months duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
  null: 'null',
  Null: 'null',
  function: 'function',
}

/** A type that every model knows; `undefined` for other names. */
export function builtInType(name: string): FeelType | undefined {
  if (name === 'Any') return ANY
  if (name === 'list') return { kind: 'list', of: ANY }
  if (name === 'range') return { kind: 'range', of: ANY }
  if (name === 'context') return { kind: 'context', components: new Map() }
  const of = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined
  return of === undefined ? undefined : { kind: 'simple', of }
}

/**
 * Whether a value is of a type. Null is of every type but counts as an instance of `null` alone.
 *
 * @see DMN 1.5 §10.3.2.9.4
 */
export function isInstance(value: FeelValue, type: FeelType): boolean {
  if (value === null) return type.kind === 'simple' && type.of === 'null'
  switch (type.kind) {
    case 'any':
      return true
    case 'simple':
      return kindOf(value) === type.of
    case 'list':
      return isList(value) && value.every((item) => conforms(item, type.of))
    case 'range':
      return isKind(value, 'range') && [value.start, value.end].every((bound) => conforms(bound, type.of))
    case 'context':
      return (
        isContext(value) &&
        [...type.components].every(
          ([name, part]) => value.has(name) && conforms(value.get(name) ?? null, part),
        )
      )
    case 'function':
      return isKind(value, 'function') && isFunctionOf(value, type)
    case 'constrained':
      return isInstance(value, type.base) && type.allows(value)
    case 'unknown':
      return false
  }
}

/** What a body gives is not known beforehand; it is looked at when it has. */
function isFunctionOf(
  { signature, takes }: Extract<FeelValue, { readonly kind: 'function' }>,
  { parameters, result }: Extract<FeelType, { readonly kind: 'function' }>,
): boolean {
  if (!takes(parameters.length)) return false
  if (signature === null) return true
  return (
    parameters.every((type, index) => isSubtype(type, signature.parameters[index]?.type ?? ANY)) &&
    (signature.result.kind === 'any' || isSubtype(signature.result, result))
  )
}

/** The same type with whatever values: `instance of` does not ask for allowed ones. */
export function withoutConstraints(type: FeelType): FeelType {
  switch (type.kind) {
    case 'constrained':
      return withoutConstraints(type.base)
    case 'list':
    case 'range':
      return { kind: type.kind, of: withoutConstraints(type.of) }
    case 'context':
      return {
        kind: 'context',
        components: new Map([...type.components].map(([name, part]) => [name, withoutConstraints(part)])),
      }
    default:
      return type
  }
}

/** Whether every value of one type is of another, too. */
export function isSubtype(type: FeelType, of: FeelType): boolean {
  if (of.kind === 'any') return true
  if (type.kind === 'constrained') return isSubtype(type.base, of)
  if (type.kind === 'simple') return type.of === 'null' || (of.kind === 'simple' && type.of === of.of)
  if (type.kind === 'list' || type.kind === 'range') {
    return of.kind === type.kind && isSubtype(type.of, of.of)
  }
  if (type.kind === 'context' && of.kind === 'context') {
    return [...of.components].every(([name, part]) => {
      const own = type.components.get(name)
      return own !== undefined && isSubtype(own, part)
    })
  }
  return false
}

/** Whether a value may stand where a type is expected: null may always. */
export function conforms(value: FeelValue, type: FeelType): boolean {
  return value === null || isInstance(value, type)
}

/**
 * A value where a type is expected: a list of one for its item and the other way round, a date for its
 * midnight. `undefined` when it does not conform.
 *
 * @see DMN 1.5 §10.3.2.9.4, implicit conversions
 */
export function coerce(value: FeelValue, type: FeelType): FeelValue | undefined {
  if (conforms(value, type)) return value
  if (isList(value) && value.length === 1) {
    const item = value[0] ?? null
    if (!isListType(type) && conforms(item, type)) return item
  }
  if (!isList(value) && isListType(type) && conforms([value], type)) return [value]
  if (isKind(value, 'date') && conforms(atMidnightUtc(value), type)) return atMidnightUtc(value)
  return undefined
}

function isListType(type: FeelType): boolean {
  return type.kind === 'constrained' ? isListType(type.base) : type.kind === 'list'
}
