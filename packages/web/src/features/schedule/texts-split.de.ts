import type { Translated } from '../../platform/language/index.ts'
import type { textsSplit } from './texts-split.ts'

/** Was Unterbrechungen der Arbeit sagen. */
export const german = {
  command: 'Arbeit einer Aufgabe unterbrechen',
  menu: 'Hier unterbrechen …',
  title: (item) => `Teile von ${item}`,
  parts: 'Teile',
  none: 'Sie wird in einem Stück erledigt. Unterbrechen, wo die Arbeit eine Weile ruht.',
  part: (from, to) => (from === to ? from : `${from} – ${to}`),
  after: (done) => `Ruht nach ${done}`,
  pauseAfter: (done) => `Wie lange sie nach ${done} ruht`,
  join: (done) => `Keine Pause nach ${done}`,
  from: 'Ruht ab',
  afterWork: 'Ruht nach',
  pause: 'Für',
  split: 'Hier unterbrechen',
  resume: 'Geht frühestens weiter am',
  changed: (key) => `Arbeit von ${key} unterbrochen`,
  movedPart: (key) => `Teil von ${key} verschoben`,
  inParts: (count) => `in ${count} Teilen`,
  partHint: 'Einen Teil ziehen, damit er an einem anderen Tag beginnt',
} satisfies Translated<typeof textsSplit>
