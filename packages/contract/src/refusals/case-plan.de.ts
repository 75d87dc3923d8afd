import type { casePlanRefusals } from './case-plan.ts'
import type { RefusalSentences } from './entry.ts'

export const casePlanRefusalsDe = {
  'case.not_active': {
    sentence: 'Am Fall wird zurzeit nicht gearbeitet.',
    remedy: 'Ihn zuerst fortsetzen oder wieder aufnehmen.',
  },
  'case.case_move_not_allowed': {
    sentence: 'Das geht mit dem Fall nicht, so wie er jetzt steht.',
    remedy: 'Nachsehen, wo er steht: vielleicht war jemand schneller.',
  },
  'case.item_not_found': {
    sentence: 'Der Plan des Falls hat keinen Schritt {id}.',
    remedy: 'Den Fall neu laden.',
  },
  'case.item_move_not_allowed': {
    sentence: 'Das geht mit {name} nicht, so wie der Schritt jetzt steht.',
    remedy: 'Nachsehen, wo er steht: vielleicht war jemand schneller.',
  },
  'case.stage_not_active': {
    sentence: '{name} muss warten: {stage} läuft zurzeit nicht.',
    remedy: '{stage} zuerst fortsetzen oder warten, bis der Abschnitt beginnt.',
  },
  'case.steps_active': {
    sentence: '{name} kann nicht abgeschlossen werden: {steps} ist noch in Arbeit.',
    remedy: 'Das zuerst erledigen oder abbrechen.',
  },
  'case.required_steps_open': {
    sentence: '{name} kann nicht ohne {steps} abgeschlossen werden.',
    remedy: 'Das Notwendige erledigen oder im Plan sagen, dass es nicht notwendig ist.',
  },
  'case.same_person': {
    sentence: '{name} muss jemand anderes tun als {other}: vier Augen.',
    remedy: 'Den Schritt einer Kollegin oder einem Kollegen geben.',
  },
  'case.file_missing': {
    sentence: 'Der Fall kann nicht geschlossen werden: in der Fallakte fehlt {files}.',
    remedy: 'Das hinzufügen oder im Plan sagen, dass es nicht notwendig ist.',
  },
  'case.file_item_not_found': {
    sentence: 'Die Fallakte hat keinen Platz {id}.',
    remedy: 'Den Fall neu laden.',
  },
  'case.file_absent': {
    sentence: '{name} liegt nicht in der Fallakte.',
    remedy: 'Zuerst hinzufügen.',
  },
  'case.file_present': {
    sentence: '{name} liegt schon in der Fallakte.',
    remedy: 'Stattdessen ersetzen.',
  },
  'case.file_still_required': {
    sentence: '{name} ist in der Fallakte notwendig und kann nicht gelöscht werden.',
    remedy: 'Stattdessen ersetzen oder im Plan sagen, dass es nicht notwendig ist.',
  },
  'case.not_offered': {
    sentence: '{name} kann jetzt nicht zu {stage} hinzugefügt werden.',
    remedy: 'Nachsehen, unter welcher Bedingung es angeboten wird.',
  },
  'case.role_needed': {
    sentence: 'Um {name} hinzuzufügen, braucht es eine dieser Rollen: {roles}.',
    remedy: 'Jemanden aus dem Fall fragen, der sie hat.',
  },
  'case.already_planned': {
    sentence: '{name} steht schon im Plan.',
    remedy: 'Mit dem weiterarbeiten, was da ist.',
  },
  'case.not_due': {
    sentence: 'Die Zeit von {name} ist noch nicht gekommen.',
    remedy: 'Darauf warten oder den Zeitpunkt ändern.',
  },
  'case.never_rests': {
    sentence: 'Der Plan käme nie zur Ruhe: {name} beginnt immer wieder.',
    remedy: 'Kriterien oder Wiederholung von {name} und dem, worauf es wartet, ändern.',
  },
  'case.step_in_use': {
    sentence: '{name} kann nicht aus dem Plan genommen werden: damit wurde schon begonnen.',
    remedy: 'Stattdessen abbrechen; was getan wurde, bleibt im Fall.',
  },
  'case.step_changed_kind': {
    sentence: '{name} ist in Gebrauch und kann nicht von anderer Art werden.',
    remedy: 'Einen neuen Schritt daneben anlegen.',
  },
  'case.step_moved': {
    sentence: '{name} ist in Gebrauch und kann nicht in einen anderen Abschnitt wechseln.',
    remedy: 'Dort einen neuen Schritt anlegen und diesen abbrechen.',
  },
  'case.file_in_use': {
    sentence: '{name} kann nicht aus der Fallakte genommen werden: es liegt dort oder ist notwendig.',
    remedy: 'Was dort liegt löschen und sagen, dass es nicht mehr notwendig ist; dann herausnehmen.',
  },
} as const satisfies Record<keyof typeof casePlanRefusals, RefusalSentences>
