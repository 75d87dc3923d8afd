import type { Translated } from '../../platform/language/index.ts'
import type { textsShift } from './texts-shift.ts'

/** Was über das Verschieben geplanter Balken auf einer Zeitleiste gesagt wird. */
export const german = {
  moved: (key) => `${key} im Plan verschoben`,
  fixed: {
    summary: 'Sie umspannt, was unter ihr liegt. Verschieben Sie das.',
    done: 'Sie ist erledigt: Was geschehen ist, lässt sich nicht verschieben.',
    undated: 'Ihr Plan gibt ihr noch keine Termine.',
    hammock: 'Sie dauert so lange wie das, womit sie verknüpft ist. Verschieben Sie das.',
    kept: 'Der Plan ihres Projekts behält seine Termine. Lassen Sie ihn dort zuerst berechnen.',
  },
  noRight: 'Sie dürfen den Plan ihres Projekts ansehen, aber nicht ändern.',
  nothing: 'Dorthin lässt sie sich nicht verschieben: Begonnene Arbeit behält ihren Anfang.',
  failed: 'Ihr Plan ließ sich nicht abfragen. Versuchen Sie es noch einmal.',
} satisfies Translated<typeof textsShift>
