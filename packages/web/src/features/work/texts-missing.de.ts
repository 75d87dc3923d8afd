import type { Translated } from '../../platform/language/index.ts'
import type { textsMissing } from './texts-missing.ts'

/** Der Dialog, der nach dem fragt, was ein Status verlangt. */
export const german = {
  title: (state) => `Nötig für ${state}`,
  move: (state) => `Auf ${state} setzen`,
  fillIn: 'Ausfüllen …',
} satisfies Translated<typeof textsMissing>
