import type { FeelWarning } from '../../decision/index.ts'

/** Where in a field a fault is: one of its properties. */
export type FaultPlace = {
  /** Which part of the form, from 0. */
  readonly at: number
  readonly property: string
  /** From where to where in its text, of an expression. */
  readonly span?: { readonly from: number; readonly to: number }
}

/** What can be wrong with a form by itself. */
export const FORM_FAULT_CODES = [
  /** A key that expressions cannot name: `key`. */
  'form.key',
  /** Two fields of one key: `key`. */
  'form.key_twice',
  /** Fields whose values wait for each other: `keys`. */
  'form.circular',
  /** A choice with nothing to choose from. */
  'form.no_options',
  /** Two options of one value: `value`. */
  'form.option_twice',
  /** A pattern that is none. */
  'form.pattern_wrong',
  /** A least value above the greatest, or one that is none of the field's kind. */
  'form.limits',
  /** A value to begin with that the field does not take. */
  'form.default',
  /** More parts than a form may have: `max`. */
  'form.too_many',
] as const

/** A fault of a form, of an expression in it (`feel.…`), and where. */
export type FormFault = FaultPlace & {
  readonly code: (typeof FORM_FAULT_CODES)[number] | FeelWarning['code']
  readonly params: Readonly<Record<string, string | number>>
}
