import { type FeelContext, type FeelValue, fromJson } from '../../decision/index.ts'
import type { Variables } from '../engine/graph.ts'
import type { FeelMoment } from '../feel/feel-expressions.ts'
import type { CompiledField, CompiledForm, CompiledNote } from './compile-form.ts'
import { type FormProblem, findProblem } from './find-problem.ts'
import type { FormExpression } from './form-expression.ts'
import { optionsOf } from './form-options.ts'
import type { FormField, FormNote, FormOption, FormValue } from './form-schema.ts'
import { sayTemplate } from './form-template.ts'
import { fromFeel, readValue, toFeel } from './form-value.ts'

/** What a form is filled with. */
export type FormFilling = {
  /** The variables of the instance that the form may see. */
  readonly variables: Variables
  /** What people have written, by key; what is absent they have not touched. */
  readonly entered: Readonly<Record<string, unknown>>
  /** When and where it is. */
  readonly moment: FeelMoment
}

/** A field as it is shown now. */
export type FilledField = {
  readonly kind: 'field'
  readonly field: FormField
  readonly isVisible: boolean
  readonly isRequired: boolean
  /** Nobody may write it, because it is worked out or shown only. */
  readonly isFixed: boolean
  readonly value: FormValue
  readonly options: readonly FormOption[]
  readonly problem: FormProblem | null
}

/** A heading or text as it is shown now. */
export type FilledNote = {
  readonly kind: 'note'
  readonly note: FormNote
  readonly isVisible: boolean
  readonly text: string
}

/** A form as it is shown now, and what would be handed in. */
export type FilledForm = {
  readonly parts: readonly (FilledField | FilledNote)[]
  /** Of what is seen, by key. Emptied fields are null, so that they empty the variable. */
  readonly values: Readonly<Record<string, FormValue>>
  /** In the order of the form; it may be handed in when there are none. */
  readonly problems: readonly FormProblem[]
}

/**
 * Fills a form in: works out what is seen, what holds which value, and what is wrong. What is hidden has no value, is not
 * checked and not handed in.
 */
export function fillForm(form: CompiledForm, filling: FormFilling): FilledForm {
  const values = variablesOf(form, filling.variables)
  const standing = new Map<CompiledField, Standing>()
  for (const compiled of form.order) {
    const stands = workOut(compiled, values, filling)
    standing.set(compiled, stands)
    values.set(compiled.field.key, stands.isVisible ? toFeel(compiled.field, stands.value) : null)
  }
  const { moment } = filling
  const parts = form.parts.map((part) =>
    part.kind === 'note'
      ? fillNote(part, values, moment)
      : fillField(part, standing.get(part) ?? HIDDEN, { values, moment }),
  )
  const fields = parts.filter((part) => part.kind === 'field' && part.isVisible).filter(isField)
  return {
    parts,
    values: Object.fromEntries(fields.map(({ field, value }) => [field.key, value])),
    problems: fields.flatMap(({ problem }) => problem ?? []),
  }
}

const isField = (part: FilledField | FilledNote): part is FilledField => part.kind === 'field'

/** Where a value stands, before it is checked. */
type Standing = {
  readonly isVisible: boolean
  readonly isFixed: boolean
  readonly value: FormValue
  /** What is there is no value of this kind. */
  readonly isWrong: boolean
}

const HIDDEN: Standing = { isVisible: false, isFixed: false, value: null, isWrong: false }

function variablesOf({ names }: CompiledForm, variables: Variables): Map<string, FeelValue> {
  return new Map([...names].map((name) => [name, fromJson(own(variables, name), null)]))
}

function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function workOut(compiled: CompiledField, values: FeelContext, filling: FormFilling): Standing {
  const { field, visible, computed, readOnly } = compiled
  const { moment } = filling
  if (!visible.every((condition) => isTrue(condition, values, moment))) return HIDDEN
  if (computed !== null) return standingOf(fromFeel(field, computed.evaluate(values, moment).value), true)
  const isFixed = readOnly === null ? field.readOnly === true : isTrue(readOnly, values, moment)
  const entered = isFixed ? undefined : own(filling.entered, field.key)
  if (entered !== undefined) return standingOf(readValue(field, entered), false)
  const held = readValue(field, own(filling.variables, field.key) ?? null) ?? null
  return standingOf(held ?? beginWith(compiled, values, moment), isFixed)
}

function standingOf(value: FormValue | undefined, isFixed: boolean): Standing {
  return { isVisible: true, isFixed, value: value ?? null, isWrong: value === undefined }
}

function beginWith({ field, defaultFrom }: CompiledField, values: FeelContext, at: FeelMoment): FormValue {
  if (defaultFrom === null) return readValue(field, field.default ?? null) ?? null
  return fromFeel(field, defaultFrom.evaluate(values, at).value) ?? null
}

function isTrue(condition: FormExpression, values: FeelContext, at: FeelMoment): boolean {
  return condition.evaluate(values, at).value === true
}

function fillNote(
  { note, visible, template }: CompiledNote,
  values: FeelContext,
  at: FeelMoment,
): FilledNote {
  const isVisible = visible.every((condition) => isTrue(condition, values, at))
  return { kind: 'note', note, isVisible, text: isVisible ? sayTemplate(template, values, at) : '' }
}

function fillField(
  compiled: CompiledField,
  { isVisible, isFixed, value, isWrong }: Standing,
  { values, moment: at }: { readonly values: FeelContext; readonly moment: FeelMoment },
): FilledField {
  const { field, required } = compiled
  const shown = { kind: 'field', field, isVisible, isFixed, value } as const
  if (!isVisible) return { ...shown, isRequired: false, options: [], problem: null }
  const isRequired = required === null ? field.required === true : isTrue(required, values, at)
  const options = optionsOf(compiled, values, at)
  const found = isWrong
    ? wrongKind(compiled)
    : findProblem({ compiled, value, isRequired, options, values, at })
  return { ...shown, isRequired, options, problem: found === null ? null : { key: field.key, ...found } }
}

function wrongKind({ computed, field: { kind } }: CompiledField): Omit<FormProblem, 'key'> {
  return { code: computed === null ? 'form.wrong_kind' : 'form.computed_wrong', params: { kind } }
}
