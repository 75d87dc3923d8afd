import type { FeelWarning } from './compile/evaluation.ts'
import { compileFeel, type FeelProgram } from './compile-feel.ts'

/**
 * Compiles an expression whose variables nobody has declared: every name that is not known is taken for a variable,
 * until only real problems are left.
 *
 * @param known variables that would otherwise be taken for a built-in function of the same name
 * @returns the program and the names it asks for
 */
export function compileOpen(
  text: string,
  known: readonly string[] = [],
): { readonly program: FeelProgram; readonly names: readonly string[] } {
  let names = known
  for (;;) {
    const program = compileFeel(text, names)
    const unknown = program.problems.flatMap(unknownName).filter((name) => !names.includes(name))
    if (unknown.length === 0) return { program, names }
    names = [...names, ...new Set(unknown)]
  }
}

function unknownName({ code, params }: FeelWarning): readonly string[] {
  return code === 'feel.unknown_name' && typeof params.name === 'string' ? [params.name] : []
}
