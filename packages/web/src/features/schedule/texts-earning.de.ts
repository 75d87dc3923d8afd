import type { Translated } from '../../platform/language/index.ts'
import type { textsEarning } from './texts-earning.ts'

/** Wonach Aufgaben erreichen, was für sie geplant war, und was vom Rest gesagt wird. */
export const german = {
  changed: (title) => `Wonach „${title}“ erreicht wird`,
  measure: 'Einheiten, Gewicht',
  rest: 'Rest, neu',
  hint: 'Einheiten: so viele fertig von so vielen bestellten. Gewicht: das eines Meilensteins unter denen der Aufgabe darüber. Rest, neu: was der Rest nach heutiger Schätzung braucht; wo niemand neu geschätzt hat, zählt der Rest des Budgets.',
  rule: {
    percent: 'Prozent getan',
    '0-100': 'ganz am Ende',
    '50-50': 'halb am Anfang',
    milestones: 'Meilensteinen',
    units: 'fertigen Einheiten',
    effort: 'wie geplant',
  },
  below: 'dem, was darunter liegt',
  milestone: 'ist ein Meilenstein',
  ruleOf: (title) => `Wonach „${title}“ erreicht wird`,
  weight: (weight) => `wiegt ${weight}`,
  weightOf: (title) => `Was ${title} wiegt`,
  units: (done, total) => `${done} von ${total}`,
  of: 'von',
  unitsDone: (title) => `Fertige Einheiten von ${title}`,
  unitsTotal: (title) => `Bestellte Einheiten von ${title}`,
  restOf: (title) => `Was der Rest von ${title} nach neuer Schätzung braucht`,
  tcpiEstimate: 'Nötig für die Schätzung (TCPI zu EAC)',
  tcpiEstimateWhy:
    'Wie gut der Rest laufen muss, um die neue Schätzung zu halten; ohne sie ist es die bisherige Kostenleistung.',
  reestimated: 'Wenn der Rest braucht, was neu geschätzt ist',
  svTime: 'Terminabweichung in Zeit, SV(t)',
  svTimeWhy: 'Wann der Basisplan das Erledigte erwartet hatte, weniger die vergangene Zeit.',
  earnedAt: 'So weit war der Basisplan am',
} satisfies Translated<typeof textsEarning>
