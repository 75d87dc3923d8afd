import type { Translated } from '../../platform/language/index.ts'
import type { textsOutside } from './texts-outside.ts'

/** Was von Verknüpfungen mit anderen Projekten gesagt wird. */
export const german = {
  someWork: 'Arbeit eines anderen Projekts',
  partOf: (title, project) => `${title} (${project})`,
  waits: 'Wartet auf andere Projekte',
  awaited: 'Andere Projekte warten darauf',
  starts: (day) => `beginnt am ${day}`,
  finishes: (day) => `endet am ${day}`,
  undated: 'noch ohne Termin',
  stubIn: (name, when) => `Wartet auf ${name}, ${when}`,
  stubOut: (name, when) => `${name} wartet darauf, ${when}`,
  opens: 'Öffnet den Plan jenes Projekts',
  more: (count) => `+${count}`,
  remove: (name) => `Verknüpfung mit ${name} entfernen`,
  floatWithin:
    'Puffer gilt innerhalb dieses Projekts. Was in einem anderen darauf wartet, hat vielleicht weniger Zeit zu warten.',
} satisfies Translated<typeof textsOutside>
