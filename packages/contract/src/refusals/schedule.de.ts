import type { RefusalSentences } from './entry.ts'
import type { scheduleRefusals } from './schedule.ts'

export const scheduleRefusalsDe = {
  'schedule.plan_too_large': {
    sentence: 'Ein Plan fasst höchstens {max} Aufgaben.',
    remedy: 'Das Projekt aufteilen.',
  },
  'schedule.too_many_phases': {
    sentence: 'Ein Projekt hat höchstens {max} Phasen.',
    remedy: 'Mehrere davon zusammenlegen.',
  },
  'schedule.range_incomplete': {
    sentence: 'Die Spanne für {range} von {name} hat nur ein Ende.',
    remedy: 'Beide Enden angeben oder keines.',
  },
  'schedule.range_reversed': {
    sentence: 'Die Spanne für {range} von {name} endet, bevor sie beginnt.',
    remedy: 'Beide tauschen.',
  },
  'schedule.range_needed': {
    sentence: '{name} ist eine spätere Phase: {range} lässt sich noch nicht genau wissen.',
    remedy: 'Eine Spanne angeben oder sie zur nächsten Phase machen.',
  },
  'schedule.later_phase_detail': {
    sentence: '{title} liegt in {phase}, einer späteren Phase: noch nicht möglich ist {what}.',
    remedy: 'Bei Spannen ohne Termine und Ausführende bleiben oder die Phase zuerst aufrücken lassen.',
  },
  'schedule.promotion_needed': {
    sentence: '{name} ist eine spätere Phase: erst das Aufrücken öffnet sie für Einzelheiten.',
    remedy:
      'Die Phase aufrücken lassen, was auch einen neuen Basisplan festhält, oder das Planen in Wellen beenden.',
  },
  'schedule.not_first_later': {
    sentence: '{name} ist nicht die erste der späteren Phasen.',
    remedy: 'Die Phasen der Reihe nach aufrücken lassen.',
  },
  'schedule.phase_elsewhere': {
    sentence: '{key} ist nicht Teil des Projekts mit dieser Phase.',
    remedy: 'Die Aufgabe zuerst in das Projekt legen.',
  },
  'schedule.phase_order': {
    sentence: '{second} kann in diesem Stand nicht nach {first} kommen.',
    remedy: 'Zuerst kommen abgeschlossene Phasen, dann eine laufende, eine nächste und die späteren.',
  },
  'schedule.phases_overlap': {
    sentence: '{second} würde beginnen, bevor {first} vorbei sein kann ({date}).',
    remedy: 'Eine der beiden verschieben: Phasen folgen aufeinander.',
  },
  'schedule.duration_negative': {
    sentence: '{item} würde weniger als keine Zeit dauern.',
    remedy: 'Eine Dauer von null oder mehr angeben.',
  },
  'schedule.date_outside': {
    sentence: 'Ein Termin von {item} läge vor 1900 oder nach 2200.',
    remedy: 'Termine, Dauer und Verknüpfungen der Aufgabe ansehen.',
  },
  'schedule.dates_reversed': {
    sentence: '{item} würde enden, bevor es beginnt.',
    remedy: 'Die beiden Termine tauschen.',
  },
  'schedule.split_empty': {
    sentence: '{item} würde keine Zeit oder weniger ruhen.',
    remedy: 'Jeder Unterbrechung eine Länge geben oder sie aufheben.',
  },
  'schedule.split_outside': {
    sentence: 'Eine Unterbrechung von {item} läge vor dem Anfang oder hinter dem Ende der Arbeit.',
    remedy: 'Dort unterbrechen, wo schon etwas getan ist und noch etwas bleibt.',
  },
  'schedule.splits_overlap': {
    sentence: 'Zwei Unterbrechungen von {item} würden sich überschneiden.',
    remedy: 'Unterbrechungen der Reihe nach angeben oder eine der beiden verlängern.',
  },
  'schedule.resumes_before_start': {
    sentence: '{item} würde weitergehen, bevor es begonnen hat.',
    remedy: 'Erst angeben, wann es begann, dann einen späteren Tag, an dem es weitergeht.',
  },
  'schedule.calendar_unknown': {
    sentence: '{item} richtet sich nach einem Kalender, den es nicht gibt.',
    remedy: 'Einen der vorhandenen Kalender wählen oder den des Projekts.',
  },
  'schedule.plan_calendar_unknown': {
    sentence: 'Das Projekt richtet sich nach einem Kalender, den es nicht gibt.',
    remedy: 'Einen der vorhandenen Kalender wählen.',
  },
  'schedule.item_unknown': {
    sentence: 'Der Plan nennt eine Aufgabe, die nicht darin ist: {item}.',
    remedy: 'Ihre Verknüpfung entfernen oder die Aufgabe in den Plan aufnehmen.',
  },
  'schedule.link_circle': {
    sentence: 'Diese würden im Kreis aufeinander warten: {path}.',
    remedy: 'Zuerst eine ihrer Verknüpfungen entfernen.',
  },
  'schedule.link_to_above': {
    sentence: '{above} und {below} lassen sich nicht verknüpfen, weil das eine Teil des anderen ist.',
    remedy: 'Mit einer Aufgabe außerhalb verknüpfen oder gar nicht.',
  },
  'schedule.link_to_finish': {
    sentence:
      '{summary} endet mit der letzten Aufgabe darunter; eine Verknüpfung kann das Ende nicht festhalten ({kind}).',
    remedy: 'Mit der Aufgabe darunter verknüpfen, die warten soll.',
  },
  'schedule.not_on_plan': {
    sentence: '{item} gehört nicht zum Plan dieses Projekts.',
    remedy: 'Es zuerst in das Projekt aufnehmen oder vom Plan eines anderen nehmen.',
  },
  'schedule.dates_follow_links': {
    sentence: 'Die Termine von {item} folgen aus Verknüpfungen und Dauer.',
    remedy: 'Eine Einschränkung setzen oder von Hand planen.',
  },
  'schedule.manual_needs_dates': {
    sentence: '{item} hat noch keine Termine, die es behalten könnte.',
    remedy: 'Beim Planen von Hand Anfang und Ende angeben.',
  },
  'schedule.constraint_needs_date': {
    sentence: 'Die Einschränkung von {item} nennt keinen Tag.',
    remedy: 'Den Tag angeben oder so früh oder so spät wie möglich wählen.',
  },
  'schedule.summary_spans': {
    sentence:
      '{item} umfasst, was darunter liegt, und hat weder Dauer noch Termine noch Fortschritt für sich.',
    remedy: 'Die Vorgänge darunter ändern.',
  },
  'schedule.constraints_contradict': {
    sentence:
      '{before} ist auf einen so späten Tag festgelegt, dass {after}, das danach kommt, den eigenen nicht halten kann.',
    remedy: 'Die Einschränkung eines der beiden ändern oder eine Verknüpfung dazwischen.',
  },
  'schedule.hammock_spans': {
    sentence:
      '{item} dauert so lange wie das, womit es verknüpft ist, und hat weder Dauer noch Einschränkung für sich.',
    remedy: 'Seine Verknüpfungen ändern oder es zuerst zu gewöhnlicher Arbeit machen.',
  },
  'schedule.calendar_in_use': {
    sentence: '{count} Vorgänge, Ressourcen oder Kalender richten sich nach {name}.',
    remedy: 'Ihnen zuerst einen anderen Kalender geben.',
  },
  'schedule.resource_unknown': {
    sentence: 'Die Ressource, mit der {item} getan werden soll, gibt es in diesem Projekt nicht.',
    remedy: 'Eine des Projekts wählen oder eine, die sich alle Projekte teilen.',
  },
  'schedule.resource_assigned': {
    sentence: '{name} ist {item} schon zugeordnet.',
    remedy: 'Einheiten oder Arbeit dieser Zuordnung ändern.',
  },
  'schedule.taker_missing': {
    sentence: 'Für {item} ist niemand genannt und auch keine Fähigkeit, die dafür nötig ist.',
    remedy: 'Jemanden wählen, oder eine Fähigkeit.',
  },
  'schedule.resource_in_use': {
    sentence: '{count} Vorgänge oder Kolonnen brauchen {name}.',
    remedy: 'Sie zuerst jemand anderem zuordnen, und aus Alternativen und Kolonnen nehmen.',
  },
  'schedule.availability_wrong': {
    sentence:
      'Die Tage, an denen es von {name} anders viel gibt, gibt es nicht, oder sie enden vor dem Beginn.',
    remedy: 'Einen ersten Tag angeben, und einen letzten, der nicht davor liegt.',
  },
  'schedule.rates_wrong': {
    sentence: 'Die Sätze von {name} beginnen an Tagen, die es nicht gibt, oder zwei am selben Tag.',
    remedy: 'Jedem Satz einen eigenen ersten Tag geben.',
  },
  'schedule.member_unknown': {
    sentence: 'Zur Kolonne {name} soll jemand gehören, den es dort, wo sie hingehört, nicht gibt.',
    remedy: 'Leute desselben Projekts wählen, oder solche, die alle Projekte teilen.',
  },
  'schedule.crew_nested': {
    sentence:
      '{member} kann nicht zur Kolonne {name} gehören: nur Personen tun das, und keine, die selbst eine Kolonne sind.',
    remedy: 'Die Leute einzeln in die Kolonne nehmen.',
  },
  'schedule.assignment_unknown': {
    sentence: 'Die Zuordnung {assignment} gehört nicht zu diesem Vorgang.',
    remedy: 'Den Vorgang neu laden.',
  },
  'schedule.units_beyond': {
    sentence: 'Das bräuchte die Ressource {units}-mal zugleich; höchstens {max} sind möglich.',
    remedy: 'Mehr Zeit oder weniger Arbeit geben, oder die Dauer nicht festhalten.',
  },
} as const satisfies Record<keyof typeof scheduleRefusals, RefusalSentences>
