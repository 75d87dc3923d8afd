import { compileOpen, type FeelAnswer, type FeelContext, fromJson, toJson } from '../../decision/index.ts'
import type { CompileExpression } from '../engine/compile-process.ts'
import type { Evaluated, Variables } from '../engine/graph.ts'
import { bareOf } from './bare-expression.ts'

/** When and where expressions are asked. */
export type FeelMoment = { readonly now: number; readonly zone: string }

/**
 * Expressions of a model in FEEL. Variables of a process are not declared: a name that nothing is known of is a
 * variable, which is null as long as nobody has written it. What is wrong is said by its code (`feel.…`).
 *
 * @param momentOf when and where it is at the time an expression is asked
 */
export function feelExpressions(momentOf: () => FeelMoment): CompileExpression {
  return ({ text }) => {
    const bare = bareOf(text.trim())
    const { program, names } = compileOpen(bare)
    const [problem] = program.problems
    if (problem) return { ok: false, fault: problem.code }
    return {
      ok: true,
      expression: (variables) => evaluated(program.evaluate(contextOf(names, variables), momentOf())),
    }
  }
}

function contextOf(names: readonly string[], variables: Variables): FeelContext {
  return new Map(names.map((name) => [name, fromJson(variables[name], null)]))
}

/** An answer of null for which there was a reason is no answer. */
function evaluated({ value, warnings }: FeelAnswer): Evaluated {
  const [reason] = warnings
  if (value === null && reason) return { ok: false, fault: reason.code }
  return { ok: true, value: toJson(value) }
}
