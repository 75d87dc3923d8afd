import { compileForm, type FormFault, type FormPart, isFormField } from '@millrace/core/process'
import type { FormBuilder } from './form-builder.ts'

/** Properties that a part can do without. */
const SPARED = new Set([
  'visibleWhen',
  'required',
  'readOnly',
  'computed',
  'defaultFrom',
  'default',
  'check',
  'pattern',
  'min',
  'minLength',
])
/** Each round takes something away; what is not right by then is not taken over at all. */
const ROUNDS_MAX = 5

/** Leaves out what of a form cannot be compiled, noting each, so that the rest can be used. */
export function mendParts(parts: readonly FormPart[], builder: FormBuilder): readonly FormPart[] {
  let mended = parts
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const compilation = compileForm({ parts: mended })
    if (compilation.ok) return mended
    mended = without(mended, compilation.faults, builder)
  }
  return compileForm({ parts: mended }).ok ? mended : []
}

function without(
  parts: readonly FormPart[],
  faults: readonly FormFault[],
  builder: FormBuilder,
): readonly FormPart[] {
  const byPart = Map.groupBy(faults, (fault) => fault.at)
  return parts.flatMap((part, at) => {
    const wrong = byPart.get(at) ?? []
    if (wrong.length === 0) return [part]
    const label = isFormField(part) ? part.label : part.text.slice(0, 60)
    for (const { property } of wrong) {
      builder.note(property === 'default' ? 'formjs.default' : 'formjs.not_understood', { label, property })
    }
    const properties = wrong.map((fault) => fault.property)
    if (!properties.every((property) => SPARED.has(property))) return []
    return [{ ...part, ...Object.fromEntries(properties.map((property) => [property, undefined])) }]
  })
}
