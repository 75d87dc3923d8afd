import type { Translated } from '../../platform/language/index.ts'
import type { textsValue } from './texts-value.ts'

/** Was der Fertigstellungswert eines Plans sagt. */
export const german = {
  title: 'Fertigstellungswert',
  failed: 'Der Fertigstellungswert ließ sich nicht ermitteln',
  emptyTitle: 'Was war vereinbart?',
  emptySentence:
    'Der Fertigstellungswert vergleicht, was bis heute geplant war, mit dem, was getan ist und was es gekostet hat. Gemessen wird am Basisplan: am Plan, wie er vereinbart war. Aufgaben brauchen Termine und Aufwand oder Kosten.',
  takeBaseline: 'Den Plan, wie er ist, als Basisplan festhalten',
  askManager: 'Wer das Projekt leitet, kann einen festhalten.',
  status: 'Stand',
  reading: ({ planned, earned, actual }) =>
    actual === null
      ? `${planned} sollte getan sein, ${earned} ist getan. Was das brauchte, hat niemand aufgeschrieben.`
      : `${planned} sollte getan sein, ${earned} ist getan, und das brauchte ${actual}.`,
  lateBy: (span) => `Zeitlich liegt das ${span} hinter dem Basisplan.`,
  aheadBy: (span) => `Zeitlich liegt das ${span} vor dem Basisplan.`,
  onTime: 'Zeitlich liegt das wie im Basisplan.',
  days: (count) => `${count} Tg.`,
  weeks: (count) => `${count} Wochen`,
  planned: 'Geplant',
  earned: 'Erreicht',
  actual: 'Kosten',
  spent: 'Aufgewendet',
  asTable: 'Als Tabelle',
  until: 'Bis',
  indices: 'Wie es läuft',
  unknown: 'noch nicht bekannt',
  index: {
    cpi: 'Kosteneffizienz (CPI)',
    cpiWhy: 'Getane Arbeit durch ihre Kosten: Unter 1 kostet sie mehr als geplant.',
    spi: 'Termineffizienz (SPI)',
    spiWhy: 'Getane durch geplante Arbeit: Unter 1 ist weniger getan als geplant. Am Ende ist sie immer 1.',
    spiTime: 'Dasselbe nach Zeit, SPI(t)',
    spiTimeWhy:
      'Wann der Basisplan das Getane erwartet hatte, durch die vergangene Zeit. Das heilt am Ende nicht.',
    cv: 'Kostenabweichung',
    cvWhy: 'Getane Arbeit weniger ihre Kosten: Unter null ist es teurer als geplant.',
    sv: 'Terminabweichung',
    svWhy: 'Getane weniger geplante Arbeit: Unter null ist es im Verzug.',
    tcpi: 'Ab jetzt nötig (TCPI)',
    tcpiWhy: 'Wie gut der Rest laufen muss, um das Budget zu halten. Über 1,1 gelingt das selten.',
  },
  atEnd: 'Wohin es führt',
  end: {
    budget: 'Budget gesamt',
    typical: 'Wenn der Rest kostet wie die Arbeit bisher',
    atypical: 'Wenn der Rest kostet wie geplant',
    hasty: 'Wenn der Rest unter Kosten und Eile leidet',
    left: 'Noch auszugeben, wie bisher',
    variance: 'Am Ende übrig vom Budget',
    finish: 'Ende bei diesem Tempo',
    plannedFinish: 'Ende im Basisplan',
  },
  unpriced: (span) => `${span} haben Personen ohne Stundensatz aufgewendet: Sie fehlen in den Kosten.`,
  unknownItems: (names) =>
    `Nach der Regel lässt sich nicht sagen, was erreicht ist, es zählt darum als nichts: ${names}.`,
  reconstructed:
    'Was vor heute erreicht war, ist nicht Tag für Tag bekannt: Wo Fortschritt in Prozent gemeldet ist, wird er gezeichnet, als wäre er seit Beginn der Arbeit gleichmäßig gewachsen.',
  rows: 'Nach Aufgaben',
  column: {
    item: 'Arbeit',
    rule: 'Erreicht nach',
    budget: 'Gesamtbudget',
    planned: 'Soll',
    earned: 'Erreicht',
    actual: 'Kosten',
    cpi: 'Kosten (CPI)',
    spi: 'Termin (SPI)',
  },
} satisfies Translated<typeof textsValue>
