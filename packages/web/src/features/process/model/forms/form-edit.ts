import type { FormField, FormFieldKind, FormOption, FormPart, FormSchema } from '@millrace/core/process'
import { isChoice, isFormField } from '@millrace/core/process'

/** A part while it is edited: where it goes, its id stays. */
export type EditedPart = { readonly id: string; readonly part: FormPart }

/** A form while it is edited. */
export type EditedForm = {
  readonly name: string
  readonly key: string
  readonly parts: readonly EditedPart[]
}

/** What is saved of it. */
export function schemaOf({ parts }: Pick<EditedForm, 'parts'>): FormSchema {
  return { parts: parts.map(({ part }) => part) }
}

/** A form to edit. */
export function editedOf(
  form: { readonly name: string; readonly key: string; readonly schema: FormSchema },
  newId: () => string,
): EditedForm {
  const parts = form.schema.parts.map((part) => ({ id: newId(), part }))
  return { name: form.name, key: form.key, parts }
}

/** A new part of a kind, under a key that is free. */
export function newPart(kind: FormPart['kind'], label: string, parts: readonly EditedPart[]): FormPart {
  if (kind === 'section' || kind === 'note') return { kind, text: label }
  const field = { kind, key: freeKey(kind, parts), label }
  return isChoice(field) ? { ...field, options: [{ value: 'a', label: 'A' }] } : field
}

function freeKey(kind: FormFieldKind, parts: readonly EditedPart[]): string {
  const taken = new Set(parts.flatMap(({ part }) => (isFormField(part) ? [part.key] : [])))
  const stem = `${kind}Field`
  let key = stem
  for (let number = 2; taken.has(key); number += 1) key = `${stem}${String(number)}`
  return key
}

/** The parts with one of them so many places further. */
export function movePart(parts: readonly EditedPart[], at: number, by: number): readonly EditedPart[] {
  const part = parts[at]
  const to = at + by
  if (!part || to < 0 || to >= parts.length) return parts
  const others = parts.toSpliced(at, 1)
  return others.toSpliced(to, 0, part)
}

/** A field as another kind: what that kind has no place for is left out. */
export function asKind(field: FormField, kind: FormFieldKind): FormField {
  const { default: _default, min: _min, max: _max, options, optionsFrom, ...kept } = field
  if (!isChoice({ kind })) return { ...kept, kind }
  return { ...kept, kind, options: options ?? [{ value: 'a', label: 'A' }], optionsFrom }
}

/** Options as lines: `value = label`, or the value alone where both are one. */
export function optionLines(options: FormField['options']): string {
  return (options ?? [])
    .map(({ value, label }) => (String(value) === label ? label : `${String(value)} = ${label}`))
    .join('\n')
}

/** Options from lines; what looks like a number stays a text, unless it was one. */
export function optionsIn(text: string, before: FormField['options']): readonly FormOption[] {
  const numbers = new Set(
    (before ?? []).flatMap(({ value }) => (typeof value === 'number' ? [String(value)] : [])),
  )
  return text.split('\n').flatMap((line) => {
    const [first = '', ...rest] = line.split(/\s=\s/)
    const written = first.trim()
    if (written === '') return []
    const value = numbers.has(written) ? Number(written) : written
    return [{ value, label: rest.join(' = ').trim() || written }]
  })
}

/** A key from a name: `Cost approval` becomes `cost-approval`. */
export function keyFrom(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
  return /^[a-z]/.test(plain) ? plain.slice(0, 100) : `form-${plain}`.slice(0, 100)
}
