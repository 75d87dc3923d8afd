import type { FeelExpression } from '../syntax/expression.ts'
import { isNumber, wholeOf } from '../values/number.ts'
import { type Call, type FeelList, type FeelValue, isContext, isList, kindOf } from '../values/value.ts'
import { type Compiler, placeOf } from './compiler.ts'
import { type Evaluator, type Frame, frameWithin } from './frame.ts'
import { propertyOf } from './properties.ts'
import { Scope } from './scope.ts'

type Of<Kind extends FeelExpression['kind']> = Extract<FeelExpression, { readonly kind: Kind }>

/** `a.b`; of a list, `b` of each of its items. */
export function compilePath(expression: Of<'path'>, compiler: Compiler): Evaluator {
  const source = compiler.compile(expression.source, compiler.scope)
  const { name } = expression
  const place = placeOf(compiler, expression)
  return (frame) => {
    const value = source(frame)
    const call = { run: frame.run, place }
    if (!isList(value)) return partOf(value, name, call)
    return frame.run.spend(value.length, place) ? value.map((item) => partOf(item, name, call)) : null
  }
}

function partOf(value: FeelValue, name: string, { run, place }: Call): FeelValue {
  const part = isContext(value) ? value.get(name) : propertyOf(value, name)
  if (part !== undefined) return part
  return run.warn('feel.no_component', { name, kind: kindOf(value) }, place)
}

/** `list[2]`, `list[-1]`, or the items for which a condition is true. */
export function compileFilter(expression: Of<'filter'>, compiler: Compiler): Evaluator {
  const source = compiler.compile(expression.source, compiler.scope)
  const condition = compiler.compile(expression.condition, new Scope(['item'], compiler.scope, true))
  const place = placeOf(compiler, expression)
  return (frame) => {
    const value = source(frame)
    if (value === null) return null
    const items = isList(value) ? value : [value]
    if (!frame.run.spend(items.length, place)) return null
    return filterItems(items, { frame, condition, call: { run: frame.run, place } })
  }
}

type Filter = { readonly frame: Frame; readonly condition: Evaluator; readonly call: Call }

function filterItems(items: FeelList, { frame, condition, call }: Filter): FeelValue {
  const test = (item: FeelValue) => condition(frameWithin(frame, [item]))
  const first = test(items[0] ?? null)
  if (isNumber(first)) return itemAt(items, wholeOf(first))
  if (first !== null && typeof first !== 'boolean') {
    return call.run.warn('feel.condition', { kind: kindOf(first) }, call.place)
  }
  return items.filter((item, index) => (index === 0 ? first : test(item)) === true)
}

/** From the beginning, or from the end when negative; null where there is none. */
export function itemAt(items: FeelList, position: number | null): FeelValue {
  if (position === null || position === 0) return null
  return items.at(position > 0 ? position - 1 : position) ?? null
}
