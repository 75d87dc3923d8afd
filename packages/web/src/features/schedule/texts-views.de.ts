import type { Translated } from '../../platform/language/index.ts'
import type { textsViews } from './texts-views.ts'

/** Was der Wechsel zwischen den Ansichten eines Plans sagt, und was sie gemeinsam haben. */
export const german = {
  label: 'Wie der Plan gezeigt wird',
  view: {
    gantt: 'Balken',
    grid: 'Tabelle',
    network: 'Netzplan',
    load: 'Auslastung',
    baseline: 'Basisplan',
    health: 'Gesundheit',
    forecast: 'Prognose',
    value: 'Fertigstellungswert',
    compare: 'Szenarien',
  },
  hint: {
    gantt: 'Balken auf einer Zeitachse',
    grid: 'Eine Tabelle, in die man schreibt',
    network: 'Was wovon abhängt',
    load: 'Wer und was wie viel zu tun hat',
    baseline: 'Damals und jetzt geplant',
    health: 'Was einen Blick verdient',
    forecast: 'Wann es fertig wird, als Spanne',
    value: 'Was getan ist und was es kostet, am Basisplan',
    compare: 'Der Plan neben allen seinen Szenarien',
  },
  show: (view) => `Zeigen: ${view}`,
  workDays: (days) => `${days} Tg.`,
  critical: 'Kritisch',
  linkType: { FS: 'EA', SS: 'AA', FF: 'EE', SF: 'AE' },
  lagUnit: { week: 'wo', day: 't', hour: 'std', minute: 'min' },
  elapsed: 'f',
} satisfies Translated<typeof textsViews>
