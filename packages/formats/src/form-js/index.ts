export { FORM_JS_NOTE_CODES, FORM_JS_REFUSAL_CODES, type FormJsNote } from './left-out.ts'
export { type FormJsRead, readFormJs } from './read-form-js.ts'
