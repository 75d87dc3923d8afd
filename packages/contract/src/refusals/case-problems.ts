/** What can be wrong with the plan of a case, so that it is not executed, in words. */
export const caseProblems: Readonly<Record<string, string>> = {
  'cmmn.no_definitions': 'It is no CMMN 1.1: its root is {name}.',
  'cmmn.version': 'It is CMMN {version}; only CMMN 1.1 is read.',
  'cmmn.no_case': 'There is no case in it.',
  'cmmn.too_many_cases': 'There are more than {limit} cases in it.',
  'cmmn.too_many_items': 'A plan in it has more than {limit} items.',
  'cmmn.not-executed': '{name} at {at} (line {line}) is not executed.',
  'cmmn.no-id': 'Something called “{detail}” has no id, by which it could be known.',
  'cmmn.twice': 'There are two things of the id {at}.',
  'cmmn.unknown-reference': '{at} refers to {detail}, which is not there.',
  'cmmn.misplaced': '{at} cannot have or be that: {detail}.',
  'cmmn.no-event': '{at} does not say what it waits for.',
  'cmmn.expression': 'What is written at {at} is not understood: {detail}',
  'cmmn.empty': 'There is nothing in the stage {at}.',
  'cmmn.endless':
    '{at} would repeat without an end: it has no entry criterion and is over as soon as it begins.',
  'cmmn.never': '{at} can never begin, as each waits for the next: {detail}.',
  'cmmn.too-large': '{at} is too large to be executed (more than {detail}).',
  'cmmn.own-event': '{at} waits for an event of its own item {detail}, which does not come again.',
  'cmmn.completes-at-once':
    'The stage {at} completes as soon as it begins: nothing in it is required or begins by itself.',
}
