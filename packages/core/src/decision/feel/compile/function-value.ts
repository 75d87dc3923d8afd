import { coerce } from '../values/type.ts'
import type { Call, FeelFunction, FeelValue, FunctionSignature, Given } from '../values/value.ts'

/** Frames that a call takes around the body of its function. */
export const CALL_LEVELS = 6

type Definition = {
  readonly signature: FunctionSignature
  /** How deep the body is, for the limit on recursion. */
  readonly levels: number
  readonly body: (values: readonly FeelValue[], call: Call) => FeelValue
}

/** A function with parameters of given types; arguments that do not conform give null. */
export function createFunction({ signature, levels, body }: Definition): FeelFunction {
  return {
    kind: 'function',
    signature,
    takes: (count) => count === signature.parameters.length,
    invoke: (given, call) => {
      const values = argumentsOf(signature, given)
      if (values === null) return call.run.warn('feel.arguments', { function: 'function' }, call.place)
      if (!call.run.spend(1, call.place)) return null
      const result = call.run.descend(levels, call.place, () => body(values, call))
      return coerce(result, signature.result) ?? null
    },
  }
}

function argumentsOf({ parameters }: FunctionSignature, given: Given): readonly FeelValue[] | null {
  const raw = given.named === null ? given.positional : namedValues(parameters, given.named)
  if (raw === null || raw.length !== parameters.length) return null
  const values: FeelValue[] = []
  for (const [index, { type }] of parameters.entries()) {
    const value = coerce(raw[index] ?? null, type)
    if (value === undefined) return null
    values.push(value)
  }
  return values
}

function namedValues(
  parameters: FunctionSignature['parameters'],
  named: ReadonlyMap<string, FeelValue>,
): readonly FeelValue[] | null {
  const isKnown = [...named.keys()].every((name) => parameters.some((parameter) => parameter.name === name))
  return isKnown && named.size === parameters.length
    ? parameters.map(({ name }) => named.get(name) ?? null)
    : null
}
