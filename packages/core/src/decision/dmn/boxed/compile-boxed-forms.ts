import { itemAt } from '../../feel/compile/compile-access.ts'
import { type Evaluator, frameWithin } from '../../feel/compile/frame.ts'
import { itemsOf } from '../../feel/compile/iterated-items.ts'
import { Scope } from '../../feel/compile/scope.ts'
import { isNumber, wholeOf } from '../../feel/values/number.ts'
import { type FeelValue, isList, kindOf } from '../../feel/values/value.ts'
import { inside, type Spot } from '../environment.ts'
import type { BoxedExpression } from '../model.ts'
import type { CompileBoxed } from './boxed-compiler.ts'

type Of<Kind extends BoxedExpression['kind']> = Extract<BoxedExpression, { readonly kind: Kind }>

/** `if` as boxes; what is not true chooses `else`. @see DMN 1.5 §10.2.1.9 */
export function compileConditional(
  { condition, consequent, alternative }: Of<'conditional'>,
  spot: Spot,
  compile: CompileBoxed,
): Evaluator {
  const test = compile(condition, inside(spot, 'if'))
  const yes = compile(consequent, inside(spot, 'then'))
  const no = compile(alternative, inside(spot, 'else'))
  return (frame) => (test(frame) === true ? yes(frame) : no(frame))
}

/** The items for which `match` is true, or the one at the place it gives. */
export function compileBoxedFilter(
  { source, match }: Of<'filter'>,
  spot: Spot,
  compile: CompileBoxed,
): Evaluator {
  const from = compile(source, inside(spot, 'in'))
  const test = compile(match, inside(spot, 'match', new Scope(['item'], spot.scope, true)))
  const place = { source: spot.path, from: 0, to: 0 }
  return (frame) => {
    const value = from(frame)
    if (value === null) return null
    const items = isList(value) ? value : [value]
    if (!frame.run.spend(items.length, place)) return null
    const results = items.map((item) => test(frameWithin(frame, [item])))
    const first = results[0] ?? null
    if (isNumber(first)) return itemAt(items, wholeOf(first))
    if (first !== null && typeof first !== 'boolean') {
      return frame.run.warn('feel.condition', { kind: kindOf(first) }, place)
    }
    return items.filter((_item, index) => results[index] === true)
  }
}

/** `for`, `some` and `every` as boxes. @see DMN 1.5 §10.2.1.11 */
export function compileBoxedLoop(
  { kind, variable, source, body }: Of<'for' | 'some' | 'every'>,
  spot: Spot,
  compile: CompileBoxed,
): Evaluator {
  const from = compile(source, inside(spot, 'in'))
  const inner = new Scope(kind === 'for' ? [variable, 'partial'] : [variable], spot.scope)
  const each = compile(body, inside(spot, kind === 'for' ? 'return' : 'satisfies', inner))
  const place = { source: spot.path, from: 0, to: 0 }
  return (frame) => {
    const items = itemsOf(from(frame), { run: frame.run, place })
    if (items === null) return null
    const results: FeelValue[] = []
    for (const item of items) {
      if (!frame.run.spend(1, place)) return null
      results.push(each(frameWithin(frame, kind === 'for' ? [item, results.slice()] : [item])))
    }
    return kind === 'for' ? frame.run.keep(results, place) : quantified(results, kind === 'some')
  }
}

function quantified(results: readonly FeelValue[], deciding: boolean): boolean | null {
  if (results.includes(deciding)) return deciding
  return results.every((result) => typeof result === 'boolean') ? !deciding : null
}
