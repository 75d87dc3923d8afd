import type { Translated } from '../../platform/language/index.ts'
import type { textsArtifacts } from './texts-artifacts.ts'

/** Was über die Artefakte gesagt wird, die Arbeit hervorbringt. */
export const german = {
  title: 'Artefakte, die sie hervorbringt',
  none: 'Sagen, was diese Arbeit hervorbringt und in welchen Zustand sie es bringt. Beim Abschließen wird dann der Nachweis verlangt.',
  add: 'Artefakt verlangen',
  choose: 'Artefakt',
  fresh: 'Ein neues…',
  name: 'Bezeichnung',
  type: 'Art von Artefakt',
  state: 'Im Zustand',
  link: 'Wo es aufbewahrt wird',
  linkHint: 'Eine Adresse oder der Name einer Datei',
  save: 'Speichern',
  asksFor: (artifact, state) => `${artifact}: ${state}`,
  delivered: 'Geliefert',
  open: 'Noch nicht geliefert',
  now: (state) => `jetzt: ${state}`,
  noState: 'noch kein Zustand',
  edition: (number) => `Ausgabe ${String(number)}`,
  answer: 'Woran es zu sehen ist',
  answers: (done, all) => `${String(done)} von ${String(all)} Fragen beantwortet`,
  remove: (artifact) => `${artifact} nicht verlangen`,
  removed: (artifact) => `${artifact} wird nicht mehr verlangt`,
  failed: 'Die Artefakte konnten nicht geladen werden',
  made: 'Von der Arbeit hervorgebracht',
  madeSentence: 'Artefakte dieser Arten, und wie weit sie sind. Nur erledigte Arbeit bewegt sie.',
  column: { name: 'Artefakt', type: 'Art', state: 'Zustand', where: 'Aufbewahrt', place: 'In' },
  nothingMade: 'Noch hat keine Arbeit eines hervorgebracht: an einer Aufgabe eines verlangen.',
} satisfies Translated<typeof textsArtifacts>
