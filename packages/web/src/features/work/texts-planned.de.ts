import type { Translated } from '../../platform/language/index.ts'
import type { textsPlanned } from './texts-planned.ts'

/** Was Pläne über Aufgaben sagen, wo Aufgaben aufgelistet sind. */
export const german = {
  field: {
    plannedStart: 'Geplanter Anfang',
    plannedFinish: 'Geplantes Ende',
    deadline: 'Frist',
    totalFloat: 'Gesamtpuffer',
    critical: 'Kritisch',
    percentComplete: 'Fertig',
  },
  critical: 'Kritisch',
  notCritical: 'Nicht kritisch',
  percent: (share) => `${share} %`,
  unplanned: 'In keinem Plan',
  undated: 'Ohne Termin',
  missing: 'Die Pläne der Projekte ließen sich nicht abrufen. Was sie sagen, fehlt hier.',
} satisfies Translated<typeof textsPlanned>
