import type { Evaluator } from '../../feel/compile/frame.ts'
import { ANY, coerce } from '../../feel/values/type.ts'
import { type FeelType, kindOf } from '../../feel/values/value.ts'
import { type Spot, tellAt } from '../environment.ts'

/** A type that a model names; any, when it has none of the name, which is told. */
export function typeNamed(
  typeRef: string | null,
  { spot, line }: { readonly spot: Spot; readonly line: number },
): FeelType {
  if (typeRef === null) return ANY
  const type = spot.environment.findType(typeRef)
  if (type === undefined) tellAt(spot, 'dmn.type_unknown', { line, type: typeRef })
  return type ?? ANY
}

/** The same, but null with a warning when the value does not conform to a type of the model. */
export function typed(
  evaluate: Evaluator,
  typeRef: string | null,
  { spot, line }: { readonly spot: Spot; readonly line: number },
): Evaluator {
  if (typeRef === null) return evaluate
  const type = typeNamed(typeRef, { spot, line })
  if (type.kind === 'any') return evaluate
  const place = { source: spot.path, from: 0, to: 0 }
  return (frame) => {
    const value = evaluate(frame)
    const fitting = coerce(value, type)
    if (fitting !== undefined) return fitting
    return frame.run.warn('dmn.type', { name: typeRef, kind: kindOf(value) }, place)
  }
}
