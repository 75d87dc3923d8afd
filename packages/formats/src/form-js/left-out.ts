/** Why something of a form was not taken over, or taken over changed. */
export const FORM_JS_NOTE_CODES = [
  /** A component that only arranges: `type`. */
  'formjs.arrangement',
  /** A component there is nothing like: `type`, `label`. */
  'formjs.component',
  /** A kind of component that is not known: `type`. */
  'formjs.type_unknown',
  /** A list of rows: `label`. */
  'formjs.rows',
  /** A text with conditions or loops in its template: `text`. */
  'formjs.template',
  /** Text of HTML, of which only the words are kept: `text`. */
  'formjs.html',
  /** A key that was changed, so that expressions can name it: `key`, `renamed`. */
  'formjs.key_renamed',
  /** A label that was worked out: `label`. */
  'formjs.label_computed',
  /** A value to begin with that the field does not take: `label`. */
  'formjs.default',
  /** A hidden value that is kept as a text: `label`. */
  'formjs.expression',
  /** What an expression or a property says is not understood: `label`, `property`. */
  'formjs.not_understood',
  /** Components within each other deeper than `limit` levels. */
  'formjs.too_deep',
  /** More components than a form may have: `limit`. */
  'formjs.too_many',
] as const

/** Why a file is no form. */
export const FORM_JS_REFUSAL_CODES = ['formjs.not_json', 'formjs.not_a_form', 'formjs.too_large'] as const

/** What was left out of a form, or changed, and why. */
export type FormJsNote = {
  readonly code: (typeof FORM_JS_NOTE_CODES)[number]
  readonly params: Readonly<Record<string, string | number>>
}
