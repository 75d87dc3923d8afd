import { type RefCallback, useState } from 'react'
import { keyboard } from './keyboard.ts'

/**
 * Gives a field the focus at the moment it appears, and what was typed while it was on its way. An
 * effect of the dialog would be too early: its content enters the page later than the dialog itself.
 *
 * @param onTyped receives the text, if there is any; the function of the first rendering is kept
 */
export function useTypedAhead<Field extends HTMLElement>(
  onTyped: (text: string) => void,
): RefCallback<Field> {
  const [take] = useState(() => (field: Field | null) => {
    if (!field) return
    const { text, isEntered } = keyboard.release()
    field.focus({ preventScroll: true })
    if (text !== '') onTyped(text)
    // Once the text is in the field.
    if (isEntered) setTimeout(() => field.dispatchEvent(enter()))
  })
  return take
}

function enter(): KeyboardEvent {
  return new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
}
