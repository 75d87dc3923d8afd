import { FORM_PARTS_MAX, type FormPart, type FormSchema } from '@millrace/core/process'
import { listOf, recordOf, recordsOf, textOf } from '../json/index.ts'
import { FormBuilder } from './form-builder.ts'
import type { FORM_JS_REFUSAL_CODES, FormJsNote } from './left-out.ts'
import { mendParts } from './mend-parts.ts'
import { readComponents } from './read-component.ts'

/** Characters of one file. */
const TEXT_MAX = 1_000_000

/** A form that was taken over, or why the file is none. */
export type FormJsRead =
  | {
      readonly ok: true
      /** The id of the form in its file. */
      readonly name: string
      readonly schema: FormSchema
      /** What was left out or changed, in the order of the file. */
      readonly notes: readonly FormJsNote[]
    }
  | { readonly ok: false; readonly code: (typeof FORM_JS_REFUSAL_CODES)[number] }

/**
 * Reads a form as form-js and the modelers that use it write them, of schema versions up to 19.
 *
 * @returns a form that compiles; what of it could not be taken over is noted
 * @see https://github.com/bpmn-io/form-js, packages/form-json-schema
 */
export function readFormJs(text: string): FormJsRead {
  if (text.length > TEXT_MAX) return { ok: false, code: 'formjs.too_large' }
  const json = parse(text)
  if (json === undefined) return { ok: false, code: 'formjs.not_json' }
  const form = recordOf(json)
  const isForm =
    Array.isArray(form.components) && listOf(form.components).length === recordsOf(form.components).length
  if (!isForm) return { ok: false, code: 'formjs.not_a_form' }
  const builder = new FormBuilder()
  readComponents(recordsOf(form.components), { builder, around: { visible: [], path: '', depth: 0 } })
  const parts = mendParts(withinLimit(trimmed(builder.parts), builder), builder)
  return { ok: true, name: textOf(form.id), schema: { parts: trimmed(parts) }, notes: builder.notes }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function withinLimit(parts: readonly FormPart[], builder: FormBuilder): readonly FormPart[] {
  if (parts.length > FORM_PARTS_MAX) builder.note('formjs.too_many', { limit: FORM_PARTS_MAX })
  return parts.slice(0, FORM_PARTS_MAX)
}

/** Sections without a name that nothing follows before the next one are not needed. */
function trimmed(parts: readonly FormPart[]): readonly FormPart[] {
  return parts.filter((part, at) => {
    const next = parts[at + 1]
    return part.kind !== 'section' || part.text !== '' || (next !== undefined && next.kind !== 'section')
  })
}
