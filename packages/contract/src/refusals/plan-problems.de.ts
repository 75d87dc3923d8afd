/** Was an einer Primavera-Datei falsch sein kann und was ein Plan anders sagt als seine Datei. */
export const planProblemsDe: Readonly<Record<string, string>> = {
  'xer.not_a_project': 'Sie beginnt nicht wie eine Primavera-Datei.',
  'xer.no_project': 'Es ist kein Projekt darin.',
  'xer.too_large': 'Sie ist größer als {limit} Bytes.',
  'xer.too_many_rows': 'Sie hat mehr als {limit} Zeilen.',
  'xer.id_missing': 'Eine Zeile von {table} hat keine eigene Nummer und wird weggelassen.',
  'xer.id_duplicate': 'Die Nummer {id} kommt in {table} zweimal vor; die erste gilt.',
  'xer.value_unreadable': '{field} sagt „{value}“, was sich nicht lesen lässt; es gilt als leer.',
  'xer.encoding_broken': 'Bytes passen nicht zur Kodierung {encoding} ({count}).',
  'xer.end_missing': 'Die Datei endet ohne ihr Schlusszeichen: sie ist vielleicht abgeschnitten.',
  'xer.wbs_parent_unknown': 'Es liegt unter einem Knoten, der nicht in der Datei ist ({parentId}).',
  'xer.wbs_unknown': 'Es liegt in einem Knoten, der nicht in der Datei ist ({wbsId}).',
  'xer.calendar_unknown': 'Der Kalender ({calendarId}) ist nicht in der Datei; es gilt der des Projekts.',
  'xer.calendar_unreadable':
    'Die Arbeitszeiten des Kalenders lassen sich nicht lesen; es gilt die übliche Woche.',
  'xer.calendar_no_working_time': 'Der Kalender hat an keinem Wochentag Arbeitszeit.',
  'xer.link_dangling': 'Eine Verknüpfung mit einem Vorgang, der nicht in der Datei ist, wird weggelassen.',
  'xer.link_to_self': 'Eine Verknüpfung des Vorgangs mit sich selbst wird weggelassen.',
  'xer.link_duplicate': 'Eine zweite Verknüpfung von {predecessor} wird weggelassen.',
  'xer.link_cycle':
    'Die Verknüpfung von {predecessor} wird weggelassen, weil sie einen Kreis schlösse: {cycle}.',
  'xer.assignment_activity_unknown':
    'Eine Zuordnung zu einem Vorgang, der nicht in der Datei ist ({activityId}), wird weggelassen.',
  'xer.assignment_resource_unknown':
    'Eine Zuordnung einer Ressource, die nicht in der Datei ist ({resourceId}), gehört niemandem.',
  'plan.task_inactive': 'Es ist inaktiv und hat keinen Teil am Plan.',
  'plan.task_external': 'Es steht für ein anderes Projekt und behält die Termine der Datei.',
  'plan.task_spans_wbs':
    'Es fasst nur seinen Teil der Arbeit zusammen, was hier ohnehin eine Sammelaufgabe tut; es wird weggelassen.',
  'plan.task_without_dates':
    'Es ist von Hand geplant, hat aber keine Termine; es richtet sich nach seinen Verknüpfungen.',
  'plan.task_split':
    'Die Beteiligten ruhen in der Datei zu verschiedenen Zeiten; hier ruht die Arbeit nur, wenn alle ruhen.',
  'plan.work_uneven':
    'In der Datei sind die {leftHours} h, die {resource} daran noch hat, ungleich verteilt; hier gleichmäßig, wodurch {movedHours} h davon an anderen Tagen liegen.',
  'plan.calendars_differ':
    'Wer daran arbeitet, hat verschiedene Arbeitszeiten; es gelten die des Kalenders {calendar}.',
  'plan.link_to_summary':
    'Die Verknüpfung {kind} von {predecessor} wird weggelassen: eine Sammelaufgabe endet mit der letzten Aufgabe darunter.',
  'plan.constraint_second': 'Es hat zwei Einschränkungen; {kind} wird weggelassen.',
  'plan.constraint_mandatory':
    'Die Einschränkung ({kind}) gilt in der Datei gegen Verknüpfungen; hier gehen die Verknüpfungen vor.',
  'plan.from_finish': 'Die Datei plant rückwärts von ihrem Ende; hier geht der Plan vom Anfang vorwärts.',
  'plan.exceptions_cut': 'Der Kalender {name} hat mehr als {max} Ausnahmen; die letzten werden weggelassen.',
  'import.dates_differ':
    '{count} von {compared} berechneten Vorgängen liegen auf anderen Terminen, als ihre Verknüpfungen, Einschränkungen und Kalender ergeben; der größte Unterschied ist {days} Arbeitstage ({title}). Die Termine bleiben, bis jemand sie berechnen lässt.',
  'import.dates_break':
    'Die Termine der Datei brechen ihre eigenen Verknüpfungen ({links}), Einschränkungen ({constraints}) und Stichtage ({deadlines}).',
}
