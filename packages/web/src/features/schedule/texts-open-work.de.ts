import type { Translated } from '../../platform/language/index.ts'
import type { textsOpenWork } from './texts-open-work.ts'

/** Was Arbeit sagt, die alle mit einer Fähigkeit tun können, solange niemand dafür gewählt ist. */
export const german = {
  anybody: (skill) => `Wer das kann: ${skill}`,
  bySkill: 'Wer eine Fähigkeit hat',
  short: (skill) => `Offen: ${skill}`,
  nobodyYet:
    'Noch ist niemand gewählt: das tut der Ausgleich, oder wer hier jemanden wählt. Bis dahin kostet es nichts.',
  nobodyCan: (skill) => `Niemand hier hat die Fähigkeit „${skill}“: jemandem geben, oder das herausnehmen.`,
  why: 'Warum',
  because: {
    only: 'Niemand sonst kann das',
    busy: (others) =>
      others === 1
        ? 'Die andere Person, die das kann, hat dann keine Zeit'
        : 'Die anderen, die das können, haben dann keine Zeit',
    free: (free, others) =>
      others === 1
        ? 'Hat dann Zeit, wie auch die andere Person, die das kann'
        : `Hat dann Zeit, wie auch ${String(free)} der ${String(others)} anderen, die das können`,
  },
  nobodyHas: (skill, items) => `Niemand hat die Fähigkeit „${skill}“: ${items} bleibt offen.`,
  givenAlready: (skill) => `Schon vergeben an jene, die das können: ${skill}`,
  now: (count) =>
    count === 1
      ? 'Für 1 Aufgabe ist es Zeit, und niemand ist dafür gewählt'
      : `Für ${String(count)} Aufgaben ist es Zeit, und niemand ist dafür gewählt`,
  more: (count) => `und ${String(count)} mehr`,
  missing: (skills) => `Arbeit wartet auf Fähigkeiten, die hier niemand hat: ${skills}.`,
  uncosted: (count) =>
    count === 1
      ? 'ohne 1 Teil, für den noch niemand gewählt ist'
      : `ohne ${String(count)} Teile, für die noch niemand gewählt ist`,
  giveTo: 'Vergeben an',
  given: (name) => `Arbeit an ${name} vergeben`,
} satisfies Translated<typeof textsOpenWork>
