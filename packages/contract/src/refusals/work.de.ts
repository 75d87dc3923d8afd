import type { RefusalSentences } from './entry.ts'
import type { workRefusals } from './work.ts'

export const workRefusalsDe = {
  'work.favourites_full': {
    sentence: 'Es gibt schon {max} Favoriten.',
    remedy: 'Einen entfernen, der nicht mehr zur Hand sein muss.',
  },
  'work.title_missing': {
    sentence: 'Eine Aufgabe braucht einen Titel.',
    remedy: 'In wenigen Worten sagen, was zu tun ist.',
  },
  'work.text_too_long': {
    sentence: 'Zu lang, mehr als {max} Zeichen: {field}.',
    remedy: 'Kürzen oder eine Datei anhängen.',
  },
  'work.date_wrong': {
    sentence: '{date} ist kein Tag zwischen 1900 und 2200.',
    remedy: 'Als JJJJ-MM-TT schreiben.',
  },
  'work.dates_reversed': {
    sentence: 'Die Aufgabe würde am {startsOn} beginnen, nachdem sie am {dueOn} fällig ist.',
    remedy: 'Eines der beiden Daten verschieben.',
  },
  'work.effort_wrong': {
    sentence: '{effort} ist kein Aufwand.',
    remedy: 'Ganze Minuten angeben, nicht unter null.',
  },
  'work.effort_range_reversed': {
    sentence: 'Die untere Schätzung liegt über der oberen.',
    remedy: 'Beide tauschen.',
  },
  'work.money_wrong': {
    sentence: '{amount} ist kein Geldbetrag.',
    remedy: 'Ganze kleinste Einheiten angeben, etwa Cent.',
  },
  'work.area_unknown': {
    sentence: 'Es gibt keinen Interessensbereich {area}.',
    remedy: 'Eines der neun Felder wählen, 1.1 bis 3.3.',
  },
  'work.too_many_labels': {
    sentence: 'Eine Aufgabe trägt höchstens {max} Schlagwörter.',
    remedy: 'Einige entfernen.',
  },
  'work.label_unknown': {
    sentence: 'Eines der Schlagwörter gibt es nicht.',
    remedy: 'Zuerst anlegen oder die Liste der Schlagwörter neu laden.',
  },
  'work.field_unknown': {
    sentence: 'Es gibt kein Feld {field}.',
    remedy: 'Die Liste der Felder neu laden.',
  },
  'work.field_value_wrong': {
    sentence: '{value} passt nicht zum Feld {field} ({kind}).',
    remedy: 'Einen Wert dieser Art angeben.',
  },
  'work.field_computed': {
    sentence: 'Das Feld {field} wird aus anderen berechnet und lässt sich nicht ausfüllen.',
    remedy: 'Ändern, woraus es berechnet wird.',
  },
  'work.field_locked': {
    sentence: 'Das Feld {field} lässt sich ansehen, aber nicht ändern.',
    remedy: 'Es weglassen oder bei der Verwaltung der Organisation nachfragen.',
  },
  'work.required_field_wrong': {
    sentence: 'Ein Status kann {field} nicht verlangen.',
    remedy: 'Ein Feld wählen, das es gibt und das Menschen ausfüllen.',
  },
  'work.field_required': {
    sentence: 'Der Status {state} verlangt: {fields}.',
    remedy: 'Diese Felder zuerst ausfüllen.',
  },
  'work.archived': {
    sentence: '{key} ist archiviert und kann nicht geändert werden.',
    remedy: 'Zuerst wiederherstellen.',
  },
  'work.changed_meanwhile': {
    sentence: 'An {key} wurde inzwischen geändert: {fields}.',
    remedy: 'Die neuen Werte ansehen und noch einmal entscheiden.',
  },
  'work.version_old': {
    sentence: '{key} hat Version {actual}, nicht {expected}.',
    remedy: 'Noch einmal lesen und die Änderung wiederholen.',
  },
  'work.parent_cycle': {
    sentence: '{key} kann nicht unter sich selbst oder einer eigenen Teilaufgabe liegen.',
    remedy: 'Eine andere übergeordnete Aufgabe wählen.',
  },
  'work.parent_unknown': {
    sentence: 'Die übergeordnete Aufgabe gibt es nicht.',
    remedy: 'Eine sichtbare Aufgabe wählen.',
  },
  'work.parent_archived': {
    sentence: '{key}, worunter sie liegt, ist archiviert.',
    remedy: 'Zuerst diese wiederherstellen oder eine andere übergeordnete Aufgabe wählen.',
  },
  'work.sub_items_elsewhere': {
    sentence: 'Unter {key} liegen Aufgaben an Orten, wo die Berechtigung zum Ändern fehlt ({count}).',
    remedy: 'Jemanden mit Berechtigung bitten oder sie zuerst herauslösen.',
  },
  'work.state_unknown': {
    sentence: 'Der Typ dieser Aufgabe hat keinen Status {state}.',
    remedy: 'Einen seiner Status wählen.',
  },
  'work.move_not_allowed': {
    sentence: '{key} kann nicht von {from} zu {to} wechseln.',
    remedy: 'Den Wegen des Arbeitsablaufs folgen.',
  },
  'work.not_ready': {
    sentence: '{key} ist nicht bereit zum Beginnen, es fehlt: {missing}.',
    remedy: 'Das Fehlende ergänzen.',
  },
  'work.children_open': {
    sentence: '{key} hat offene Teilaufgaben ({count}).',
    remedy: 'Diese zuerst erledigen oder archivieren.',
  },
  'work.blocked': {
    sentence: '{key} ist blockiert (offen: {count}).',
    remedy: 'Zuerst entfernen, was blockiert.',
  },
  'work.wip_limit': {
    sentence: 'In {state} sind {count} Aufgaben; die Grenze ist {limit}.',
    remedy: 'Zuerst etwas abschließen oder bewusst über die Grenze gehen.',
  },
  'work.already_done': {
    sentence: '{key} ist schon erledigt.',
    remedy: 'Zuerst wieder öffnen.',
  },
  'work.waiting_for_nobody': {
    sentence: 'Es fehlt, auf wen oder was {key} wartet.',
    remedy: 'Eine Person nennen oder eine Notiz schreiben.',
  },
  'work.blocker_unknown': {
    sentence: '{key} hat kein solches offenes Hindernis.',
    remedy: 'Die Aufgabe neu laden.',
  },
  'work.not_finished': {
    sentence: '{key} ist noch nicht erledigt.',
    remedy: 'Zuerst erledigen.',
  },
  'work.not_yours_to_accept': {
    sentence: 'Nur wer {key} beauftragt hat, kann es abnehmen.',
    remedy: 'Den Auftraggeber bitten.',
  },
  'work.not_accepted': {
    sentence: '{key} wurde noch nicht abgenommen.',
    remedy: 'Auf die Abnahme durch den Auftraggeber warten.',
  },
  'work.copy_too_large': {
    sentence: 'Unter dieser liegen mehr als {max} Aufgaben.',
    remedy: 'Die Teile einzeln kopieren.',
  },
  'work.relation_to_itself': {
    sentence: 'Eine Aufgabe kann nicht mit sich selbst in Beziehung stehen.',
    remedy: 'Eine andere Aufgabe wählen.',
  },
  'work.relation_cycle': {
    sentence: 'Damit würde sich ein Kreis schließen: {path}.',
    remedy: 'Zuerst eine dieser Beziehungen entfernen.',
  },
  'work.relation_exists': {
    sentence: 'Die beiden Aufgaben stehen schon in dieser Beziehung.',
    remedy: 'Es ist nichts zu tun.',
  },
  'work.lag_wrong': {
    sentence: '{lag} ist kein Abstand.',
    remedy: 'Ganze Minuten innerhalb von zehn Jahren angeben.',
  },
  'work.workflow_state_twice': {
    sentence: 'Zwei Status des Arbeitsablaufs haben dieselbe Kennung.',
    remedy: 'Jedem eine eigene geben.',
  },
  'work.workflow_without_end': {
    sentence: 'Der Arbeitsablauf hat keinen Status in der Gruppe Erledigt.',
    remedy: 'Einen hinzufügen.',
  },
  'work.workflow_end_unreachable': {
    sentence: 'Vom ersten Status führt kein Weg zu einem erledigten.',
    remedy: 'Die fehlenden Wege erlauben.',
  },
  'work.workflow_move_unknown': {
    sentence: 'Der Weg von {from} zu {to} nennt einen unbekannten Status.',
    remedy: 'Kennungen der Status benutzen.',
  },
  'work.workflow_limit_too_small': {
    sentence: 'Die Grenze von {state} ist unter eins.',
    remedy: 'Mindestens eins angeben oder keine.',
  },
  'work.workflow_state_in_use': {
    sentence: 'Im Status {state} sind noch Aufgaben ({count}).',
    remedy: 'Diese zuerst in einen anderen Status setzen.',
  },
  'work.checklist_name_missing': {
    sentence: 'Eine Checkliste braucht einen Namen.',
    remedy: 'Mit ein, zwei Wörtern sagen, worum es geht.',
  },
  'work.checklists_full': {
    sentence: 'Eine Aufgabe hat höchstens {max} Checklisten.',
    remedy: 'Die Punkte in eine davon legen oder eine Teilaufgabe anlegen.',
  },
  'work.checklist_full': {
    sentence: 'Die Checklisten einer Aufgabe haben höchstens {max} Punkte.',
    remedy: 'Für einen Teil davon eine Teilaufgabe anlegen.',
  },
  'work.checklist_removed': {
    sentence: 'Diese Checkliste wurde entfernt.',
    remedy: 'Zuerst zurückholen oder eine andere benutzen.',
  },
  'work.checklist_elsewhere': {
    sentence: 'Punkt und Checkliste gehören zu verschiedenen Aufgaben.',
    remedy: 'Eine Checkliste derselben Aufgabe wählen.',
  },
  'work.line_text_missing': {
    sentence: 'Ein Punkt einer Checkliste braucht einen Text.',
    remedy: 'In wenigen Worten sagen, was zu tun ist.',
  },
  'work.line_removed': {
    sentence: 'Dieser Punkt wurde entfernt.',
    remedy: 'Zuerst zurückholen.',
  },
  'work.line_done': {
    sentence: 'Dieser Punkt ist schon erledigt.',
    remedy: 'Zuerst den Haken wegnehmen.',
  },
  'work.line_is_item': {
    sentence: 'Dieser Punkt ist eine Teilaufgabe geworden.',
    remedy: 'Stattdessen die Teilaufgabe ändern oder erledigen.',
  },
  'work.line_needs_sub_item': {
    sentence: 'Nur eine Teilaufgabe derselben Aufgabe kann für diesen Punkt stehen.',
    remedy: 'Die andere Aufgabe zuerst unter diese legen.',
  },
  'work.key_taken': {
    sentence: 'Das Kürzel {key} ist vergeben.',
    remedy: 'Ein anderes wählen.',
  },
  'work.name_taken': {
    sentence: '{name} gibt es schon.',
    remedy: 'Das vorhandene benutzen oder einen anderen Namen wählen.',
  },
  'work.case_needs_subject': {
    sentence: 'Ein Fall braucht einen Gegenstand und einen gewünschten Endzustand.',
    remedy: 'Sagen, worum es geht und wann er abgeschlossen ist.',
  },
  'work.container_archived': {
    sentence: '{name} ist archiviert.',
    remedy: 'Zuerst wiederherstellen.',
  },
  'work.last_manager': {
    sentence: 'Jemand muss einen privaten Ort verwalten können.',
    remedy: 'Zuerst eine andere Person zum Verwalten bestimmen.',
  },
} as const satisfies Record<keyof typeof workRefusals, RefusalSentences>
