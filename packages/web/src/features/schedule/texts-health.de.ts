import type { Translated } from '../../platform/language/index.ts'
import type { textsHealth } from './texts-health.ts'

/** Was die Gesundheit eines Plans sagt. */
export const german = {
  title: 'Gesundheit des Plans',
  failed: 'Die Gesundheit des Plans ließ sich nicht ermitteln',
  reading: (bad, looked) =>
    bad === 0
      ? `Alle ${String(looked)} Prüfungen sind in Ordnung.`
      : `${String(bad)} von ${String(looked)} Prüfungen ${bad === 1 ? 'verdient' : 'verdienen'} einen Blick.`,
  source:
    'Nach den 14 Punkten der DCMA-Bewertung (2012), mit den Grenzen, mit denen sie üblicherweise gelehrt wird. Überlastungen und fehlende Schätzungen sind eigene Prüfungen. Es sind Anlässe zum Hinsehen, keine Regeln.',
  notCalculated:
    'Dieser Plan behält seine Termine oder wird gerade berechnet; über Puffer lässt sich noch nichts sagen.',
  checks: 'Prüfungen',
  ok: 'In Ordnung',
  look: 'Verdient einen Blick',
  unknown: 'Nichts zu prüfen',
  share: ({ count, total }, share) => `${String(count)} von ${String(total)} (${share})`,
  limit: (share) => `in Ordnung bis ${share}`,
  limitNone: 'in Ordnung nur ganz ohne',
  more: (count) => `und ${String(count)} weitere`,
  link: (from, to) => `${from} ⟶ ${to}`,
  check: {
    'missing-logic': 'Arbeit ohne Verknüpfung',
    leads: 'Verknüpfungen mit Vorlauf',
    lags: 'Verknüpfungen mit Wartezeit',
    'other-than-finish-to-start': 'Andere als Ende-Anfang-Verknüpfungen',
    'hard-constraints': 'Termine, die gegen Verknüpfungen halten',
    'high-float': 'Viel Puffer',
    'negative-float': 'Schon jetzt zu spät',
    'long-duration': 'Lange Arbeiten',
    'invalid-dates': 'Unmögliche Termine',
    'no-resource': 'Niemand macht es',
    missed: 'Später als im Basisplan',
    overloaded: 'Mehr verlangt als da ist',
    'no-norm': 'Ohne Norm',
  },
  why: {
    'missing-logic': 'Nichts kommt davor, oder nichts wartet darauf: Verzug bleibt im Plan unsichtbar.',
    leads: 'Arbeit beginnt, bevor fertig ist, worauf sie wartet. Oft sagen es zwei Arbeiten besser.',
    lags: 'Warten, das niemandes Arbeit ist. Geschieht derweil etwas, sollte es eine Aufgabe sein.',
    'other-than-finish-to-start':
      'Schwerer zu lesen und leicht falsch. Richtig, wo beides wirklich zusammen läuft.',
    'hard-constraints':
      'Muss an einem Tag beginnen oder enden, oder nicht später: Das verdeckt die Verknüpfungen.',
    'high-float': 'Darf um mehr als 44 Tage rutschen: Oft fehlt eine Verknüpfung.',
    'negative-float': 'Eine Frist oder ein fester Termin ist so nicht zu halten.',
    'long-duration': 'Dauert mehr als 44 Tage: zu lang, um Verzug rechtzeitig zu sehen.',
    'invalid-dates': 'Für die Vergangenheit geplant und nicht geschehen, oder für die Zukunft gemeldet.',
    'no-resource': 'Weder Person noch Team noch Maschine ist zugeordnet.',
    missed: 'Sollte bis jetzt fertig sein und wurde oder wird es später.',
    overloaded: 'Zeitweise braucht dieser Plan mehr davon, als da ist.',
    'no-norm':
      'Der Aufwand ist weder Menge mal Norm noch der übliche seines Typs: Er ist geraten oder fehlt.',
  },
  index: {
    critical: 'Längenindex des kritischen Wegs (CPLI)',
    criticalWhy: 'Wie viel Raum die längste Kette hat: 1 reicht gerade. In Ordnung ab 0,95.',
    execution: 'Erfüllungsindex (BEI)',
    executionWhy:
      'Fertige Arbeit, gemessen an dem, was der Basisplan bis jetzt fertig hat. In Ordnung ab 0,95.',
    unknown: 'noch nicht bekannt',
  },
  conflicts: 'Was nicht zusammenpasst',
  noConflicts: 'Alles im Plan passt zusammen.',
  conflict: {
    constraint: (got, wanted) => `liegt bei ${got}, obwohl ${wanted} gesetzt wurde`,
    deadline: (got, wanted) => `endet ${got}, nach der Frist ${wanted}`,
    link: (got, wanted) => `liegt bei ${got}; nach der Verknüpfung wäre es ${wanted}`,
    apart: () => 'trifft nie die Arbeitszeit dessen, der es tut, und richtet sich nach der eigenen',
    past: (got, wanted) => `sollte ${got} beginnen, vor dem Stichtag ${wanted}, und hat es nicht`,
  },
  off: (span) => `${span} daneben`,
  because: {
    manual: 'die Termine wurden von Hand gesetzt',
    actual: 'es hat begonnen',
    link: 'eine andere Verknüpfung hält es',
    constraint: 'ein anderer Termin hält es',
    summary: 'was darüber liegt, wartet',
    below: 'was darunter liegt, hält es',
    levelled: 'wer es macht, ist bis dahin beschäftigt',
    status: 'die Zeit ist vergangen',
    project: 'das Projekt beginnt dann',
    late: 'es ist so spät wie möglich geplant',
  },
} satisfies Translated<typeof textsHealth>
