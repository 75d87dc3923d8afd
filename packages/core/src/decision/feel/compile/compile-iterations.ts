import type { FeelExpression, Iteration } from '../syntax/expression.ts'
import { usesName } from '../syntax/expression-parts.ts'
import type { FeelValue, Place } from '../values/value.ts'
import { type Compiler, placeOf } from './compiler.ts'
import { type Evaluator, type Frame, frameWithin } from './frame.ts'
import { itemsBetween, itemsOf } from './iterated-items.ts'
import { Scope } from './scope.ts'

type Of<Kind extends FeelExpression['kind']> = Extract<FeelExpression, { readonly kind: Kind }>
type Items = (frame: Frame) => Iterable<FeelValue> | null
/** Goes on with each item; false ends the loop. */
type Visit = (frame: Frame) => boolean

export function compileFor(expression: Of<'for'>, compiler: Compiler): Evaluator {
  const { loops, scope } = compileLoops(expression.iterations, compiler)
  const usesPartial = usesName(expression.body, 'partial')
  const body = compiler.compile(expression.body, new Scope(['partial'], scope))
  const place = placeOf(compiler, expression)
  return (frame) => {
    const results: FeelValue[] = []
    const isWhole = walk(loops, frame, (inner) => {
      if (!frame.run.spend(usesPartial ? 1 + results.length : 1, place)) return false
      results.push(body(frameWithin(inner, [usesPartial ? results.slice() : null])))
      return true
    })
    return isWhole ? frame.run.keep(results, place) : null
  }
}

/** `some` is true with one that is true, `every` false with one that is false; what is neither makes it unknown. */
export function compileQuantified(expression: Of<'some' | 'every'>, compiler: Compiler): Evaluator {
  const { loops, scope } = compileLoops(expression.iterations, compiler)
  const body = compiler.compile(expression.body, scope)
  const place = placeOf(compiler, expression)
  const deciding = expression.kind === 'some'
  return (frame) => {
    let result: boolean | null = !deciding
    const isWhole = walk(loops, frame, (inner) => {
      if (!frame.run.spend(1, place)) return false
      const holds = body(inner)
      if (holds === deciding) result = deciding
      else if (typeof holds !== 'boolean') result = null
      return holds !== deciding
    })
    return isWhole || result === deciding ? result : null
  }
}

function compileLoops(iterations: readonly Iteration[], compiler: Compiler) {
  let scope = compiler.scope
  const loops: Items[] = []
  for (const iteration of iterations) {
    loops.push(compileItems(iteration, compiler, scope))
    scope = new Scope([iteration.name], scope)
  }
  return { loops, scope }
}

function compileItems({ from, to }: Iteration, compiler: Compiler, scope: Scope): Items {
  const first = compiler.compile(from, scope)
  const place: Place = placeOf(compiler, from)
  if (to === null) return (frame) => itemsOf(first(frame), { run: frame.run, place })
  const last = compiler.compile(to, scope)
  return (frame) => itemsBetween(first(frame), last(frame), { run: frame.run, place })
}

/** Every combination, the last loop turning fastest; false when one had nothing to walk through, or ended. */
function walk(loops: readonly Items[], frame: Frame, visit: Visit): boolean {
  const [items, ...rest] = loops
  if (items === undefined) return visit(frame)
  const found = items(frame)
  if (found === null) return false
  for (const item of found) {
    if (!walk(rest, frameWithin(frame, [item]), visit)) return false
  }
  return true
}
