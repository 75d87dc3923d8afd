import { type Evaluator, frameWithin } from '../../feel/compile/frame.ts'
import { Scope } from '../../feel/compile/scope.ts'
import type { FeelValue } from '../../feel/values/value.ts'
import { inside, type Spot } from '../environment.ts'
import type { BoxedExpression } from '../model.ts'
import type { CompileBoxed } from './boxed-compiler.ts'
import { typed } from './typed.ts'

type Of<Kind extends BoxedExpression['kind']> = Extract<BoxedExpression, { readonly kind: Kind }>

/** Entries know those before them; a last one without a name is the result. @see DMN 1.5 §10.2.1.4 */
export function compileBoxedContext(
  { entries, line }: Of<'context'>,
  spot: Spot,
  compile: CompileBoxed,
): Evaluator {
  const names: string[] = []
  const evaluators = entries.map(({ name, typeRef, value }, index) => {
    const within = inside(spot, name ?? 'result', new Scope([...names], spot.scope))
    names.push(name ?? `result ${index}`)
    return typed(compile(value, within), typeRef, { spot: within, line })
  })
  const place = { source: spot.path, from: 0, to: 0 }
  const result = entries.findIndex(({ name }) => name === null)
  return (frame) => {
    const values: FeelValue[] = []
    const within = frameWithin(frame, values)
    for (const evaluate of evaluators) values.push(evaluate(within))
    if (result >= 0) return values[result] ?? null
    return frame.run.keep(new Map(names.map((name, index) => [name, values[index] ?? null])), place)
  }
}

/** A list of contexts, one for each row. */
export function compileRelation(
  { columns, rows }: Of<'relation'>,
  spot: Spot,
  compile: CompileBoxed,
): Evaluator {
  const cells = rows.map((row, index) =>
    row.map((cell, column) => compile(cell, inside(spot, `row ${index + 1} / ${columns[column] ?? ''}`))),
  )
  const place = { source: spot.path, from: 0, to: 0 }
  return (frame) => {
    const made = cells.map(
      (row) => new Map(columns.map((name, column) => [name, row[column]?.(frame) ?? null] as const)),
    )
    return frame.run.keep(made, place)
  }
}
