import type { Translated } from '../../platform/language/index.ts'
import type { textsNews } from './texts-news.ts'

/** Was geschehen ist, in Worten, die auf den Namen folgen. */
export const german = {
  somebody: 'Jemand',
  process: 'Der Prozess',
  mention: 'hat Sie erwähnt',
  nudge: 'hakt nach: es wartet auf Sie',
  toYou: {
    responsibleId: 'hat Ihnen die Aufgabe übergeben',
    accountableId: 'hat Ihnen die Verantwortung gegeben',
  },
  fromYou: (name) =>
    name === null ? 'hat Ihnen die Aufgabe abgenommen' : `hat die Aufgabe von Ihnen an ${name} übergeben`,
  notAccountable: (name) =>
    name === null ? 'hat Ihre Verantwortung beendet' : `hat ${name} statt Ihnen die Verantwortung gegeben`,
  toOther: {
    responsibleId: (name) => `hat die Aufgabe an ${name} übergeben`,
    accountableId: (name) => `hat ${name} die Verantwortung gegeben`,
  },
  toNobody: 'hat die Aufgabe ohne Zuständige gelassen',
  waiting: 'wartet nun auf Sie',
  reminder: 'Die gewünschte Erinnerung',
  dueToday: 'Heute fällig',
  overdue: (day) => `Überfällig seit ${day}`,
  blocked: (reason) => `hat sie als blockiert gemeldet: ${reason}`,
  unblocked: 'hat ein Hindernis entfernt',
  reasons: {
    decision: 'eine Entscheidung fehlt',
    material: 'Material fehlt',
    people: 'Personen fehlen',
    information: 'Informationen fehlen',
    external: 'jemand von außen',
    quality: 'Qualität',
    other: 'ein anderer Grund',
  },
  dueOn: (day) => `hat die Fälligkeit auf ${day} gesetzt`,
  movedDue: (from, to) => `hat die Fälligkeit von ${from} auf ${to} verschoben`,
  noDue: (day) => `hat die Fälligkeit entfernt (war ${day})`,
  comment: 'hat kommentiert',
  state: (name) => `hat den Status auf ${name} gesetzt`,
  accepted: 'hat das Ergebnis abgenommen',
  noticed: 'hat die Betroffenen informiert',
  file: (name) => `hat ${name} angehängt`,
  takenBack: 'Der Kommentar wurde zurückgenommen.',
  kinds: {
    mention: { name: 'Erwähnungen', hint: 'Jemand schreibt @ und Ihren Namen' },
    nudge: { name: 'Nachhaken', hint: 'Jemand fragt noch einmal nach dem, was auf Sie wartet' },
    assignment: {
      name: 'Übergaben',
      hint: 'Arbeit wird an Sie übergeben, Ihnen abgenommen oder weitergegeben',
    },
    waiting: { name: 'Wartet auf Sie', hint: 'Eine Aufgabe beginnt, auf Sie zu warten' },
    reminder: { name: 'Erinnerungen', hint: 'Selbst gesetzte' },
    alert: { name: 'Fälligkeiten', hint: 'Einmal am Tag: Eigenes ist fällig oder überfällig' },
    blocker: { name: 'Hindernisse', hint: 'Etwas ist blockiert oder geht weiter' },
    date: { name: 'Neue Termine', hint: 'Eine Fälligkeit wurde gesetzt, verschoben oder entfernt' },
    comment: { name: 'Kommentare', hint: 'Jemand sagt etwas zu einer Aufgabe, der Sie folgen' },
    state: { name: 'Fortschritt', hint: 'Eine Aufgabe, der Sie folgen, wechselt den Status' },
    result: { name: 'Ergebnisse', hint: 'Ein Ergebnis ist abgenommen, oder Betroffene sind informiert' },
    file: { name: 'Dateien', hint: 'Eine Datei wird angehängt' },
  },
  why: {
    responsible: 'Sie sind zuständig.',
    accountable: 'Sie sind verantwortlich.',
    requester: 'Sie haben es beauftragt.',
    author: 'Sie haben es angelegt.',
    mentioned: 'Sie wurden in der Diskussion erwähnt.',
    commenter: 'Sie haben mitdiskutiert.',
    follower: 'Sie folgen der Aufgabe.',
    addressed: 'Es ist für Sie bestimmt.',
  },
} satisfies Translated<typeof textsNews>
