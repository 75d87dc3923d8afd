/** The kinds of field that people fill in; named as custom fields are, where those have the kind. */
export const FORM_FIELD_KINDS = [
  'text',
  'longText',
  'number',
  'money',
  'yesNo',
  'date',
  'time',
  'dateTime',
  'choice',
  'choices',
  'person',
  'link',
  'file',
] as const
/** What a field takes. */
export type FormFieldKind = (typeof FORM_FIELD_KINDS)[number]

/** Parts of a form that only say something: a section holds what follows it, up to the next one. */
export const FORM_NOTE_KINDS = ['section', 'note'] as const

/** Parts in one form. */
export const FORM_PARTS_MAX = 200
/** Options of one choice, also when FEEL gives them. */
export const FORM_OPTIONS_MAX = 500

/** One of several values to choose from. */
export type FormOption = { readonly value: string | number; readonly label: string }

/**
 * A field. Texts named `…When`, `computed`, `check`, `defaultFrom` and `optionsFrom` are expressions of FEEL over the
 * keys of the form and the variables of the instance. What is absent or null is not asked for.
 */
export type FormField = {
  readonly kind: FormFieldKind
  /** Under which name the value becomes a variable. */
  readonly key: string
  readonly label: string
  readonly help?: string | null | undefined
  /** An expression: only while it is true. */
  readonly required?: boolean | string | null | undefined
  readonly readOnly?: boolean | string | null | undefined
  readonly visibleWhen?: string | null | undefined
  /** The value is worked out, and nobody fills it in. */
  readonly computed?: string | null | undefined
  /** What it holds before anybody has written; a variable of the same name goes before. */
  readonly default?: FormValue | undefined
  readonly defaultFrom?: string | null | undefined
  /** Least and greatest value: a number, or a day or time as fields hold them. */
  readonly min?: number | string | null | undefined
  readonly max?: number | string | null | undefined
  /** Digits behind the point. */
  readonly decimals?: number | null | undefined
  readonly minLength?: number | null | undefined
  readonly maxLength?: number | null | undefined
  /** What the whole text must look like, a pattern of XPath. */
  readonly pattern?: string | null | undefined
  /** Must come to true as soon as there is a value. */
  readonly check?: string | null | undefined
  /** What to say when it does not. */
  readonly checkMessage?: string | null | undefined
  readonly options?: readonly FormOption[] | null | undefined
  /** A list of texts, numbers or contexts of `value` and `label`. */
  readonly optionsFrom?: string | null | undefined
}

/** A heading or a text; `{{ … }}` in it are expressions of FEEL. */
export type FormNote = {
  readonly kind: (typeof FORM_NOTE_KINDS)[number]
  readonly text: string
  readonly visibleWhen?: string | null | undefined
}

/** A field, or what stands between fields. */
export type FormPart = FormField | FormNote

/** What a form asks, in its order. */
export type FormSchema = { readonly parts: readonly FormPart[] }

/**
 * A value as a variable of the instance holds it: number and money as a number (money in whole units of the currency, as
 * conditions compare it), day `YYYY-MM-DD`, time `HH:MM:SS`, both with `T` between them and without a zone, person and
 * file as id, several choices as a list.
 */
export type FormValue = string | number | boolean | null | readonly (string | number)[]

/** Whether a part is a field. */
export function isFormField(part: FormPart): part is FormField {
  return part.kind !== 'section' && part.kind !== 'note'
}

/** Whether so named a kind is one of a choice. */
export function isChoice({ kind }: Pick<FormField, 'kind'>): boolean {
  return kind === 'choice' || kind === 'choices'
}

/** Whether a value is a list of choices. */
export function isFormList(value: FormValue): value is readonly (string | number)[] {
  return Array.isArray(value)
}
