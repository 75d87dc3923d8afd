import type { Translated } from '../../platform/language/index.ts'
import type { textsFloats } from './texts-floats.ts'

/** Was über Puffer, über Begleitvorgänge und über Zeit gesagt wird, in der niemand arbeitet. */
export const german = {
  near: 'fast kritisch',
  nearBy: (days) => `fast kritisch, Puffer ${days} T`,
  free: (days) => `${days} T davon verschieben sonst nichts`,
  ends: (start, finish) => `Beginn ${start} T, Ende ${finish} T`,
  nearCount: (count) => `${count} fast kritisch`,
  nearDays: 'Fast kritisch bis zu einem Puffer von Tagen',
  item: {
    near: (days) => `fast kritisch: darf sich ${days} Arbeitstage verschieben`,
    free: (days) => `${days} davon verschieben sonst nichts`,
    ends: (start, finish) => `sein Beginn darf sich ${start}, sein Ende ${finish} Arbeitstage verschieben`,
  },
  isHammock: 'Dauert so lange wie das, womit es verknüpft ist (Begleitvorgang)',
  spans: 'Beginnt und endet mit dem, womit es verknüpft ist. Nichts wartet darauf.',
  spansNothing: 'Hat noch keinen Platz in der Zeit: mit dem verknüpfen, was es begleitet.',
  hammock: (title, span) => `${title}, von ${span.from} bis ${span.to} mit dem, womit es verknüpft ist`,
  beginsWith: (title) => `Beginnt mit ${title}`,
  standardWeek: 'Standardwoche',
  noWork: (calendar, day) => `${calendar}: keine Arbeit bis ${day}`,
  dayOff: (calendar, name) => `${calendar}, ${name}`,
} satisfies Translated<typeof textsFloats>
