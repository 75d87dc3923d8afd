import { foldText } from '../query/fold.ts'
import type { TextForm } from './formula-reader.ts'

/** A text in the form asked for; one without letters is none. */
export function inForm(text: string | null, form: TextForm): string | null {
  const shown = text !== null && form === 'folded' ? foldText(text) : text
  return shown === '' ? null : shown
}
