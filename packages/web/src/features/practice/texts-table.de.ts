import type { Translated } from '../../platform/language/index.ts'
import type { textsTable } from './texts-table.ts'

/** Was die 3x3-Tafel sagt. */
export const german = {
  title: '3x3-Tafel',
  explain:
    'Wessen Sache es ist, von wem gesehen: jedes Vorhaben hat neun Interessensbereiche. Jeder braucht Praktiken und Artefakte, und ein versagender Bereich kann zunichtemachen, was die besten leisten.',
  of: 'Von',
  organisation: 'Der Organisation',
  failed: 'Die Tafel konnte nicht geladen werden',
  practices: 'Praktiken',
  artifacts: 'Artefakte',
  roles: 'Rollen',
  open: (count) => (count === 1 ? '1 offene Aufgabe' : `${String(count)} offene Aufgaben`),
  time: (percent) => `${String(percent)} % der Zeit der letzten 90 Tage`,
  noTime: 'Keine Zeit in den letzten 90 Tagen',
  mark: 'Stärke',
  markOf: (area) => `Stärke von ${area}`,
  unmarked: 'Nicht beurteilt',
  marks: {
    best: 'Das Beste am Markt',
    satisfactory: 'Zufriedenstellend',
    failing: 'Versagt',
    notApplicable: 'Trifft nicht zu',
  },
  marked: (area) => `${area} beurteilt`,
  gap: {
    noPractice: 'Keine Praktik',
    noArtifact: 'Kein Artefakt',
    nobodyMakes: (name) => `Niemand macht: ${name}`,
  },
  gaps: (count) => (count === 0 ? 'Keine Lücken' : count === 1 ? '1 Lücke' : `${String(count)} Lücken`),
  makeWork: 'Aufgabe anlegen',
  makeWorkFor: (title) => `Aufgabe anlegen: ${title}`,
  workTitle: (what) => `Eine Praktik einführen für ${what}`,
  artifactTitle: (what) => `Nennen, was in ${what} hervorgebracht wird`,
  describe: 'Eine beschreiben',
  describeFor: (area) => `Eine beschreiben: Praktik für ${area}`,
  rename: (name) => `${name} umbenennen`,
  renameTitle: 'Wie es hier heißt',
  renameHint: 'Leer: wie üblich',
  renamed: (name) => `${name} umbenannt`,
} satisfies Translated<typeof textsTable>
