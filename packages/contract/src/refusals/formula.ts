import type { RefusalEntry } from './entry.ts'

export const formulaRefusals = {
  'formula.empty': {
    status: 422,
    sentence: 'The formula is empty.',
    remedy: 'Write what the field is to come to, such as: effort * 80.',
  },
  'formula.too_long': {
    status: 422,
    sentence: 'The formula is longer than {max} characters.',
    remedy: 'Put part of it into a formula field of its own and use that.',
  },
  'formula.too_large': {
    status: 422,
    sentence: 'The formula, with those it uses, has more than {max} parts.',
    remedy: 'Say it with fewer steps.',
  },
  'formula.too_deep': {
    status: 422,
    sentence: 'The formula, with those it uses, lies more than {max} levels deep.',
    remedy: 'Write it flatter.',
  },
  'formula.character_not_allowed': {
    status: 422,
    sentence: 'The sign {found} has no meaning in a formula.',
    remedy: 'Take it out, or put it between quotation marks if it is text.',
  },
  'formula.quote_open': {
    status: 422,
    sentence: 'A quotation mark is never closed.',
    remedy: 'Add the closing one.',
  },
  'formula.unexpected': {
    status: 422,
    sentence: '{found} does not belong here; expected: {expected}.',
    remedy: 'Correct the formula at the marked place.',
  },
  'formula.unfinished': {
    status: 422,
    sentence: 'The formula ends too early; expected: {expected}.',
    remedy: 'Complete it.',
  },
  'formula.name_unknown': {
    status: 422,
    sentence: 'There is no field {found}.',
    remedy: 'Use a field by its name in queries, or put text between quotation marks.',
  },
  'formula.function_unknown': {
    status: 422,
    sentence: 'There is no function {found}.',
    remedy: 'Choose one from the list of functions.',
  },
  'formula.type_wrong': {
    status: 422,
    sentence: 'Here stands {is}, but this needs {expected}.',
    remedy: 'Correct the formula at the marked place.',
  },
  'formula.arguments_wrong': {
    status: 422,
    sentence: '{found} is given too few or too many values.',
    remedy: 'Write it like this: {expected}.',
  },
  'formula.cycle': {
    status: 422,
    sentence: 'These fields would depend on each other in a circle: {path}.',
    remedy: 'Take one of them out of the formula.',
  },
  'formula.result_wrong': {
    status: 422,
    sentence: 'A formula cannot come to {is}.',
    remedy: 'Let it come to a number, money, a text, a date, or yes or no.',
  },
  'formula.measure_wrong': {
    status: 422,
    sentence: 'The {found} can be taken of {expected} only.',
    remedy: 'Choose another field, or gather in another way.',
  },
  'formula.on_roll_up': {
    status: 422,
    sentence: 'A roll-up cannot gather another roll-up: {path}.',
    remedy: 'Gather the field below it, over all sub-items.',
  },
  'formula.breaks': {
    status: 409,
    sentence: 'The field {field} uses this one and would no longer work.',
    remedy: 'Change {field} first.',
  },
} as const satisfies Record<string, RefusalEntry>
