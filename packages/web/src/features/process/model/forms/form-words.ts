import { decisionProblems, fillSentence, formProblems } from '@millrace/contract/refusals'
import type { FilledField, FormFault, FormPart, FormValue } from '@millrace/core/process'
import { isFormField, isFormList } from '@millrace/core/process'
import { words } from '../../../../platform/language/index.ts'
import { formatDay } from '../../../../ui/index.ts'
import { textsForms } from '../../texts-forms.ts'

const sentences = words<Readonly<Record<string, string>>>('import-problems', {
  ...decisionProblems,
  ...formProblems,
})

type Told = { readonly code: string; readonly params: Readonly<Record<string, string | number>> }

/** What is wrong with a form, with what is filled in, or with a form of another program. */
export function sayFormProblem({ code, params }: Told): string {
  const worded = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)]))
  return fillSentence(sentences[code] ?? code, worded)
}

function shown(value: string | number): string {
  if (typeof value === 'number') return value.toLocaleString(undefined, { maximumFractionDigits: 20 })
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value
}

/** What people know a part by. */
export function partName(part: FormPart | undefined): string {
  const words = part === undefined ? '' : isFormField(part) ? part.label : part.text
  return words.trim() || textsForms.untitled
}

/** Where a fault is, in words. */
export function faultPlace(parts: readonly FormPart[], { at, property }: FormFault): string {
  const names: Readonly<Record<string, string>> = textsForms.property
  return textsForms.faultAt(partName(parts[at]), names[property] ?? property)
}

/** A value that nobody writes, as people read it. */
export function valueWords(
  { field, value, options }: Pick<FilledField, 'field' | 'value' | 'options'>,
  world: { readonly currency: string; readonly nameOf: (id: string) => string | undefined },
): string {
  if (value === null) return '–'
  if (isFormList(value)) return value.map((one) => optionWords(one, options)).join(', ')
  if (typeof value === 'boolean') return value ? textsForms.yes : textsForms.no
  if (typeof value === 'number') return numberWords(field.kind, value, world.currency)
  return textWords({ field, value, options }, world.nameOf)
}

function numberWords(kind: FilledField['field']['kind'], value: number, currency: string): string {
  return kind === 'money'
    ? value.toLocaleString(undefined, { style: 'currency', currency })
    : value.toLocaleString(undefined, { maximumFractionDigits: 20 })
}

function textWords(
  {
    field: { kind },
    value,
    options,
  }: { readonly field: FilledField['field']; readonly value: string } & Pick<FilledField, 'options'>,
  nameOf: (id: string) => string | undefined,
): string {
  if (kind === 'date') return formatDay(value)
  if (kind === 'time') return value.slice(0, 5)
  if (kind === 'dateTime') return `${formatDay(value.slice(0, 10))}, ${value.slice(11, 16)}`
  if (kind === 'person' || kind === 'file') return nameOf(value) ?? value
  return optionWords(value, options)
}

function optionWords(value: Exclude<FormValue, null>, options: FilledField['options']): string {
  return options.find((option) => option.value === value)?.label ?? String(value)
}
