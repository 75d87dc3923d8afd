import type { Translated } from '../../platform/language/index.ts'
import type { textsMyWork } from './texts-my-work.ts'

/** Was die eigene Liste sagt. */
export const german = {
  title: 'Meine Arbeit',
  failed: 'Ihre Arbeit konnte nicht geladen werden',
  section: {
    doNow: 'Jetzt tun',
    next: 'Als Nächstes',
    waitingFor: 'Warten auf',
    later: 'Später',
  },
  about: (effort) => `etwa ${effort}`,
  pullOrder: 'teuerstes Warten je Arbeitsstunde zuerst',
  whyTitle: 'Warum sie hier steht',
  note: {
    overdue: (days) => `${days} Tg. überfällig`,
    othersWait: (span) => `vor ${span} von Ihnen erbeten`,
    lines: (count, day) => {
      const lines = count === 1 ? '1 Punkt für Sie' : `${count} Punkte für Sie`
      return day === null ? lines : `${lines}, fällig ${day}`
    },
    perWeek: (amount) => `${amount} je Woche`,
  },
  reason: {
    inProgress: (span) => `Sie ist begonnen: in Arbeit seit ${span}.`,
    overdue: (days) => (days === 1 ? 'Sie war gestern fällig.' : `Sie war vor ${days} Tagen fällig.`),
    dueToday: 'Sie ist heute fällig.',
    urgent: 'Sie ist als dringend markiert.',
    othersWaitForYou: (span) => `Jemand wartet seit ${span} auf Sie.`,
    linesForYou: (count, day) => {
      const lines = count === 1 ? 'Ein Punkt ihrer Checklisten ist' : `${count} Punkte ihrer Checklisten sind`
      const due = count === 1 ? 'fällig am' : 'der erste fällig am'
      return `${lines} für Sie${day === null ? '' : `, ${due} ${day}`}.`
    },
    delayPerHour: (amount) => `Warten kostet ${amount} je Woche für jede Stunde, die sie dauert.`,
    priority: (name) => `Ihre Priorität: ${name}.`,
    due: (days) => (days === 1 ? 'Sie ist morgen fällig.' : `Sie ist in ${days} Tagen fällig.`),
    inOrder: 'Nichts drängt: sie steht in der eigenen Reihenfolge.',
    waiting: (span) => `Sie wartet seit ${span}.`,
    blocked: (span) => `Sie ist seit ${span} blockiert.`,
    notReady: 'Sie ist noch nicht bereit zum Beginnen.',
  },
  rule: 'Bereite Arbeit wird nach Verzögerungskosten geteilt durch Aufwand gezogen; ohne Verzögerungskosten nach Priorität, Fälligkeit und eigener Reihenfolge.',
  emptyTitle: 'Nichts verlangt nach Ihnen',
  emptySentence:
    'Arbeit, für die Sie zuständig sind, kommt hier zusammen, aus welchem Projekt, Prozess oder Fall auch immer.',
  allItems: 'Alle Aufgaben ansehen',
} satisfies Translated<typeof textsMyWork>
