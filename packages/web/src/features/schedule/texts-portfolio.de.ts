import type { Translated } from '../../platform/language/index.ts'
import type { textsPortfolio } from './texts-portfolio.ts'

/** Was Projekte erreicht haben, nebeneinander. */
export const german = {
  title: 'Fertigstellungswert der Projekte',
  failed: 'Was die Projekte erreicht haben, ließ sich nicht ermitteln',
  explain:
    'Jedes Projekt gegen seinen letzten Basisplan, an seinem Stichtag oder jetzt. Beträge sind Geld, wo der Basisplan Kosten kennt, sonst Arbeit. EAC: was es am Ende braucht, neu geschätzt oder sonst wie bisher. Ende: bei diesem Tempo.',
  more: 'Weitere Projekte',
  emptyTitle: 'Noch keine Projekte',
  emptySentence:
    'Projekte mit einem Basisplan stehen hier nebeneinander: was bis jetzt geplant war, was getan ist und was es gekostet hat.',
  column: {
    project: 'Projekt',
    budget: 'Budget',
    planned: 'Geplant',
    earned: 'Erreicht',
    actual: 'Kosten',
    cpi: 'CPI',
    spi: 'SPI',
    spiTime: 'SPI(t)',
    tcpi: 'TCPI',
    estimate: 'EAC',
    finish: 'Ende',
  },
  why: {
    'no-baseline': 'Noch kein Basisplan, an dem sich messen ließe.',
    'no-dates': 'Sein Basisplan hat keine Termine.',
    'too-large': 'Zu groß, um neben anderen gemessen zu werden: für sich ansehen.',
  },
  unknown: {
    cpi: 'nichts ausgegeben',
    spi: 'noch nichts fällig',
    spiTime: 'nicht begonnen',
    tcpi: 'Budget verbraucht',
    estimate: 'nichts erreicht oder ausgegeben',
    finish: 'nichts erreicht',
  },
} satisfies Translated<typeof textsPortfolio>
