import { compileFeel } from '../feel/compile-feel.ts'
import type { BoxedExpression, Decision, DmnModel, InputData } from './model.ts'
import { componentNames } from './model-names.ts'

/** What a decision asks for without a requirement, and the type it is asked for with. */
type Asked = { readonly name: string; readonly typeRef: string | null }

/**
 * Takes the names that a decision asks for and requires nowhere as its inputs: the columns of a table whose model
 * declares no input data, as many editors write them. What stands in the cells of rules is left alone, where an
 * unknown name is a mistake.
 *
 * @param imported the models it imports
 * @returns the same model where everything is declared
 */
export function withOpenInputs(model: DmnModel, imported: readonly DmnModel[] = []): DmnModel {
  const components = componentNames([model, ...imported])
  const names = namesById(model)
  const taken = new Set(names.values())
  const open = new Map<string, InputData>()
  const decisions = model.decisions.map((decision) => {
    const known = [
      ...decision.requires.map((reference) => names.get(reference.slice(reference.indexOf('#') + 1)) ?? ''),
      ...model.imports.map(({ name }) => name),
    ]
    const asked = asksFor(decision, { known, components })
    const ids = asked.flatMap(({ name, typeRef }) => {
      const declared = model.inputData.find((input) => input.name === name)
      if (declared) return [`#${declared.id}`]
      if (taken.has(name)) return []
      const id = `open:${name}`
      open.set(id, { id, name, typeRef: open.get(id)?.typeRef ?? typeRef, line: decision.line })
      return [`#${id}`]
    })
    return ids.length === 0 ? decision : { ...decision, requires: [...decision.requires, ...ids] }
  })
  const isSame = decisions.every((decision, index) => decision === model.decisions[index])
  return isSame ? model : { ...model, inputData: [...model.inputData, ...open.values()], decisions }
}

function namesById({ inputData, decisions, businessKnowledge, services }: DmnModel) {
  const all = [...inputData, ...decisions, ...businessKnowledge, ...services]
  return new Map(all.map(({ id, name }) => [id, name] as const))
}

type Known = { readonly known: readonly string[]; readonly components: readonly string[] }

function asksFor({ expression }: Decision, known: Known): readonly Asked[] {
  const asked = textsOf(expression).flatMap(({ text, typeRef }) =>
    unknownNames(text, known).map((name) => ({ name, typeRef: name === text.trim() ? typeRef : null })),
  )
  return [...new Map(asked.map((one) => [one.name, one])).values()]
}

/** The texts whose names may come from outside. */
function textsOf(
  expression: BoxedExpression | null,
): readonly { readonly text: string; readonly typeRef: string | null }[] {
  if (expression?.kind === 'literal') return [{ text: expression.text.text, typeRef: null }]
  if (expression?.kind !== 'decision-table') return []
  return expression.inputs.map(({ expression: { text }, typeRef }) => ({ text, typeRef }))
}

/** Each name that is found makes room for the next one to be. */
function unknownNames(text: string, { known, components }: Known): readonly string[] {
  let found: readonly string[] = []
  for (;;) {
    const { problems } = compileFeel(text, [...known, ...found], components)
    const more = problems.flatMap(({ code, params }) =>
      code === 'feel.unknown_name' && typeof params.name === 'string' && !found.includes(params.name)
        ? [params.name]
        : [],
    )
    if (more.length === 0) return found
    found = [...found, ...new Set(more)]
  }
}
