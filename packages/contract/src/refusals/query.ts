import type { RefusalEntry } from './entry.ts'

export const queryRefusals = {
  'query.too_long': {
    status: 422,
    sentence: 'The query is longer than {max} characters.',
    remedy: 'Say less at once, or keep part of it in a label.',
  },
  'query.too_deep': {
    status: 422,
    sentence: 'The query has more than {max} brackets inside each other.',
    remedy: 'Write it flatter.',
  },
  'query.too_many_terms': {
    status: 422,
    sentence: 'The query has more than {max} conditions.',
    remedy: 'Use a list: label in (a, b, c).',
  },
  'query.too_many_sorts': {
    status: 422,
    sentence: 'The query sorts by more than {max} fields.',
    remedy: 'Sort by fewer.',
  },
  'query.character_not_allowed': {
    status: 422,
    sentence: 'The character {found} cannot be searched for.',
    remedy: 'Take it out.',
  },
  'query.quote_open': {
    status: 422,
    sentence: 'A quotation mark is never closed.',
    remedy: 'Add the closing one.',
  },
  'query.unexpected': {
    status: 422,
    sentence: '{found} does not belong here; expected: {expected}.',
    remedy: 'Correct the query at the marked place.',
  },
  'query.unfinished': {
    status: 422,
    sentence: 'The query ends too early; expected: {expected}.',
    remedy: 'Complete it.',
  },
  'query.field_unknown': {
    status: 422,
    sentence: 'There is no field {found}.',
    remedy: 'Choose a field from the list.',
  },
  'query.not_sortable': {
    status: 422,
    sentence: 'Items cannot be sorted by {field}.',
    remedy: 'Sort by another field.',
  },
  'query.operator_not_allowed': {
    status: 422,
    sentence: '{field} cannot be compared with {found}.',
    remedy: 'Use one of: {expected}.',
  },
  'query.value_wrong': {
    status: 422,
    sentence: '{found} is not a value of {field}.',
    remedy: 'Give one like: {expected}.',
  },
  'query.value_unknown': {
    status: 422,
    sentence: 'There is no {field} called {found}.',
    remedy: 'Choose one from the list.',
  },
  'query.value_ambiguous': {
    status: 422,
    sentence: 'Several have the name {found}: {expected}.',
    remedy: 'Say which one you mean.',
  },
  'query.nobody_is_me': { status: 422, sentence: 'There is no “me” here.', remedy: 'Name the person.' },
} as const satisfies Record<string, RefusalEntry>
