import type { Translated } from '../../platform/language/index.ts'
import type { textsPool } from './texts-pool.ts'

/** Was Ressourcen eines Plans sagen: wann es wie viel von ihnen gibt, was sie können und was sie kosten. */
export const german = {
  choices: 'Von jemand anderem getan',
  detailsOf: (name) => `Mehr zu ${name}`,
  addShared: 'Für alle Projekte hinzufügen',
  availability: 'Wann es wie viel davon gibt',
  alwaysThere: 'Es gibt so viel davon, wie in der Zeile steht, wann immer der Kalender arbeitet.',
  from: 'Ab',
  until: 'Bis (offen: ab dann)',
  amount: 'Wie viel',
  addPartTime: 'Teilzeit ab einem Tag',
  addAbsence: 'Einige Tage weg',
  removeDays: (day) => `Die Tage ab ${day} entfernen`,
  dayLimit: 'Höchstens am Tag, in Stunden',
  weekLimit: 'Höchstens in der Woche, in Stunden',
  hours: 'h',
  skills: 'Fähigkeiten',
  skillsHint: 'Arbeit, die eine Fähigkeit verlangt, kann tun, wer sie hat.',
  members: 'Wer zur Kolonne gehört',
  membersHint: 'Von der Kolonne gibt es so viel wie von ihren Leuten: Wer weg ist, fehlt in ihr.',
  cost: 'Kosten',
  rate: 'Die Stunde',
  costPerUse: 'Jeder Einsatz',
  addRate: 'Anderer Satz ab einem Tag',
  removeRate: (day) => `Den Satz ab ${day} entfernen`,
  alternatives: (name) => `Statt ${name}`,
  nobodyElse: 'niemand sonst',
  bySkill: 'Alle, die das können',
  byName: 'Jemand von diesen',
  changedAlternatives: (name) => `Geändert, wer für ${name} einspringen darf`,
  fixedCost: 'Feste Kosten',
  pool: {
    title: 'Geteilte Ressourcen und Kalender',
    sentence: 'Leute, Kolonnen und Maschinen, mit denen mehrere Projekte planen, und Arbeitszeit für alle.',
    resources: 'Geteilte Ressourcen',
    calendars: 'Kalender der Organisation',
    emptyResources:
      'Noch ist nichts geteilt. Wer in mehreren Projekten arbeitet, gehört hierher: Dann plant kein Projekt mit ihnen, während ein anderes es tut.',
    emptyCalendars:
      'Noch gibt es keinen Kalender. Einen mit der Arbeitswoche und den Feiertagen der Organisation anlegen, und die der Projekte darauf aufbauen.',
    onlyOrganisers: 'Wer die Organisation führt, kann das ändern.',
    failed: 'Was geteilt ist, ließ sich nicht laden',
    loading: 'Was geteilt ist, wird geladen',
  },
  column: { work: 'Arbeit', instead: 'Statt', chosen: 'Getan von' },
} satisfies Translated<typeof textsPool>
