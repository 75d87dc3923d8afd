import type { formProblems } from './form-problems.ts'

/** Was an einem Formular, an seinen Angaben und an Formularen anderer Programme falsch sein kann. */
export const formProblemsDe: Readonly<Record<keyof typeof formProblems, string>> = {
  'form.key':
    '„{key}“ lässt sich in Ausdrücken nicht nennen: Buchstaben, Ziffern und _ ohne Leerzeichen, und kein Wort von FEEL.',
  'form.key_twice': 'Zwei Felder haben den Schlüssel {key}.',
  'form.circular': 'Diese Felder warten aufeinander: {keys}.',
  'form.no_options': 'Es gibt nichts auszuwählen.',
  'form.option_twice': 'Zwei Möglichkeiten haben den Wert {value}.',
  'form.pattern_wrong': 'Mit diesem Muster lässt sich nichts vergleichen.',
  'form.limits': 'Kleinster und größter Wert passen nicht zum Feld oder nicht zueinander.',
  'form.default': 'Das Feld nimmt den Wert nicht an, mit dem es beginnt.',
  'form.too_many': 'Es sind mehr als {max}.',
  'form.required': 'Das muss ausgefüllt werden.',
  'form.wrong_kind': 'Das ist kein Wert, den das Feld annimmt.',
  'form.too_small': 'Mindestens {min}.',
  'form.too_large': 'Höchstens {max}.',
  'form.decimals': 'Höchstens {decimals} Stellen nach dem Komma.',
  'form.too_short': 'Mindestens {min} Zeichen.',
  'form.too_long': 'Höchstens {max} Zeichen.',
  'form.pattern': 'Das ist nicht so geschrieben, wie es sein muss.',
  'form.not_an_option': 'Das steht nicht mehr zur Auswahl.',
  'form.check': 'Das ist hier nicht erlaubt.',
  'form.check_message': '{message}',
  'form.computed_wrong': 'Was hier berechnet wird, ist kein Wert, den das Feld annimmt.',
  'formjs.not_json': 'Die Datei ist kein JSON.',
  'formjs.not_a_form': 'Die Datei ist kein Formular von form-js: sie hat keine Liste von Bestandteilen.',
  'formjs.too_large': 'Die Datei hat mehr als eine Million Zeichen.',
  'formjs.arrangement': '{type} ordnet nur an oder schickt ab; das tun unsere Formulare selbst.',
  'formjs.component': '{type} {label} fällt weg: dergleichen gibt es hier nicht.',
  'formjs.type_unknown': 'Ein Bestandteil der Art {type} fällt weg: die Art ist nicht bekannt.',
  'formjs.rows': 'Die Liste von Zeilen {label} fällt weg: ein Formular fragt nach einzelnen Werten.',
  'formjs.template':
    'Der Text „{text}“ fällt weg: er enthält Bedingungen oder Schleifen. Stattdessen lässt sich sagen, wann er zu sehen ist.',
  'formjs.html': 'Vom HTML „{text}“ bleiben nur die Worte.',
  'formjs.key_renamed':
    'Der Schlüssel {key} heißt hier {renamed}, damit Ausdrücke ihn nennen können. Ausdrücke des Prozesses müssen folgen.',
  'formjs.label_computed':
    'Die Beschriftung von {label} wurde berechnet; an ihrer Stelle steht der Schlüssel.',
  'formjs.default': 'Der Wert, mit dem {label} begann, fällt weg: das Feld nimmt ihn nicht an.',
  'formjs.expression': 'Der verborgene Wert {label} wird als Text gezeigt.',
  'formjs.not_understood': '{property} von {label} fällt weg: es ist nicht zu verstehen.',
  'formjs.too_deep': 'Gruppen, die tiefer als {limit} Ebenen ineinander liegen, fallen weg.',
  'formjs.too_many': 'Ein Formular hat höchstens {limit} Teile; die weiteren fallen weg.',
}
