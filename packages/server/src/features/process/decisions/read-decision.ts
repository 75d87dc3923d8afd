import { compileModel, type DmnModel, type DmnProgram, withOpenInputs } from '@millrace/core/decision'
import { ok, type Result } from '@millrace/core/kernel'
import { readDmn } from '@millrace/formats/dmn'

/** The model of a file that is kept as text. */
export function readDecision(xml: string): Result<DmnModel> {
  const read = readDmn(new TextEncoder().encode(withoutEncoding(xml)))
  return read.ok ? ok(read.value.model) : read
}

/** What is kept as text is no longer in the encoding that its file declared. */
function withoutEncoding(xml: string): string {
  return xml.replace(/^(\ufeff?\s*<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1')
}

/** Compiles a model as decisions of a process are: names that it declares nowhere are asked of the process. */
export function compileDecision(model: DmnModel, others: readonly DmnModel[]): DmnProgram {
  const imported =
    model.imports.length === 0 ? [] : others.filter(({ namespace }) => namespace !== model.namespace)
  return compileModel(withOpenInputs(model, imported), imported)
}
