import {
  type Call,
  type FeelFunction,
  type FeelList,
  type FeelValue,
  type Given,
  isList,
} from '../values/value.ts'
import type { Parameter, Signature } from './signature.ts'

/** A built-in function with its forms; the first that fits the arguments answers. */
export function createBuiltIn(name: string, signatures: readonly Signature[]): FeelFunction {
  return {
    kind: 'function',
    signature: null,
    takes: (count) => signatures.some(({ parameters }) => takes(parameters, count)),
    invoke: (given, call) => {
      for (const form of signatures) {
        const values = argumentsOf(form.parameters, given)
        if (values !== null) return answered(name, form, { values, call })
      }
      return call.run.warn('feel.arguments', { function: name }, call.place)
    },
  }
}

function answered(
  name: string,
  { answer }: Signature,
  { values, call }: { readonly values: readonly FeelValue[]; readonly call: Call },
): FeelValue {
  const { run, place } = call
  if (!run.look(values, place)) return null
  const value = run.keep(answer(values, call), place)
  return value === null ? run.warn('feel.no_result', { function: name }, place) : value
}

function argumentsOf(parameters: readonly Parameter<FeelValue>[], given: Given): readonly FeelValue[] | null {
  const raw = given.named === null ? byPlace(parameters, given.positional) : byName(parameters, given.named)
  if (raw === null) return null
  const values: FeelValue[] = []
  for (const [index, parameter] of parameters.entries()) {
    const value = fitted(raw[index], parameter)
    if (value === undefined) return null
    values.push(value)
  }
  return values
}

function takes(parameters: readonly Parameter<FeelValue>[], count: number): boolean {
  const needed = parameters.filter(({ isOptional }) => !isOptional).length
  return count >= needed && (count <= parameters.length || parameters.at(-1)?.isRest === true)
}

type Raw = readonly (FeelValue | undefined)[]

function byPlace(parameters: readonly Parameter<FeelValue>[], given: readonly FeelValue[]): Raw | null {
  const last = parameters.at(-1)
  if (last?.isRest === true) {
    const fixed = parameters.length - 1
    return given.length < parameters.length ? null : [...given.slice(0, fixed), given.slice(fixed)]
  }
  return given.length > parameters.length ? null : given
}

function byName(
  parameters: readonly Parameter<FeelValue>[],
  given: ReadonlyMap<string, FeelValue>,
): Raw | null {
  const isKnown = [...given.keys()].every((name) => parameters.some((parameter) => parameter.name === name))
  return isKnown ? parameters.map(({ name }) => given.get(name)) : null
}

function fittedRest(values: FeelList, item: Parameter<FeelValue>): FeelValue | undefined {
  const fitting = values.map((value) => fitted(value, item))
  return fitting.every((value) => value !== undefined) ? fitting : undefined
}

/** A list of one may stand for its item, and an item for the list of it. @see DMN 1.5 §10.3.2.9.4 */
function fitted(value: FeelValue | undefined, parameter: Parameter<FeelValue>): FeelValue | undefined {
  if (value === undefined) return parameter.isOptional ? null : undefined
  if (parameter.item !== undefined && isList(value)) return fittedRest(value, parameter.item)
  const accepts = (candidate: FeelValue): boolean => parameter.accepts(candidate)
  return accepts(value) ? value : converted(value, accepts)
}

function converted(value: FeelValue, accepts: (candidate: FeelValue) => boolean): FeelValue | undefined {
  if (value === null) return undefined
  if (!isList(value)) return accepts([value]) ? [value] : undefined
  const [item = null] = value
  return value.length === 1 && item !== null && accepts(item) ? item : undefined
}
