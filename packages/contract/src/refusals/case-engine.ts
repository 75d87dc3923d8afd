import type { RefusalEntry } from './entry.ts'

/** What the engine of cases says no to. */
export const caseEngineRefusals = {
  'case.not_active': {
    status: 409,
    sentence: 'The case does not go on: it is {state}.',
    remedy: 'Resume it or take it up again first.',
  },
  'case.case_move_not_allowed': {
    status: 409,
    sentence: 'This cannot be done with a case that is {state}.',
    remedy: 'Look at the case again: somebody may have been faster.',
  },
  'case.item_not_found': {
    status: 404,
    sentence: 'Nothing of the plan that has come is known as {id}.',
    remedy: 'Look at the plan again.',
  },
  'case.item_move_not_allowed': {
    status: 409,
    sentence: 'This cannot be done with {name}, which is {state}.',
    remedy: 'Somebody may have been faster. Look at the plan again.',
  },
  'case.stage_not_active': {
    status: 409,
    sentence: '{name} has to wait: the stage {stage} does not go on.',
    remedy: 'Start or resume the stage first.',
  },
  'case.steps_active': {
    status: 409,
    sentence: '{name} cannot end: {steps} still go on.',
    remedy: 'Finish them or give them up first.',
  },
  'case.required_steps_open': {
    status: 409,
    sentence: '{name} cannot end without {steps}.',
    remedy: 'Do what is required first.',
  },
  'case.same_person': {
    status: 409,
    sentence: '{name} is for somebody who did not do {other}.',
    remedy: 'Ask somebody else to finish it.',
  },
  'case.file_missing': {
    status: 409,
    sentence: 'The case file lacks {files}.',
    remedy: 'Add what is missing.',
  },
  'case.file_item_not_found': {
    status: 404,
    sentence: 'The case file has nothing that is known as {id}.',
    remedy: 'Look at the case file again.',
  },
  'case.file_absent': {
    status: 409,
    sentence: '{name} is not in the case file.',
    remedy: 'Look at the case file again.',
  },
  'case.file_present': {
    status: 409,
    sentence: '{name} is in the case file already.',
    remedy: 'Replace it instead.',
  },
  'case.file_still_required': {
    status: 409,
    sentence: '{name} is still required.',
    remedy: 'Put something in its place first.',
  },
  'case.not_offered': {
    status: 409,
    sentence: '{name} cannot be added to {stage} now.',
    remedy: 'What has to be so first has not come yet.',
  },
  'case.role_needed': {
    status: 403,
    sentence: '{name} is added by whoever is one of these in the case: {roles}.',
    remedy: 'Ask one of them, or who manages the case.',
  },
  'case.already_planned': {
    status: 409,
    sentence: '{name} is in the plan already.',
    remedy: 'Look at the plan again.',
  },
  'case.not_due': {
    status: 409,
    sentence: 'The moment of {name} has not come.',
    remedy: 'Wait for it, or change the plan.',
  },
  'case.never_rests': {
    status: 409,
    sentence: 'The plan would go round in circles at {name}, more than {limit} times.',
    remedy: 'Something that repeats itself brings about its own return. Change its criteria.',
  },
  'case.step_in_use': {
    status: 409,
    sentence: '{name} has been used already.',
    remedy: 'Give it up where it is, and add another one.',
  },
  'case.step_changed_kind': {
    status: 409,
    sentence: '{name} cannot become something else once it has come.',
    remedy: 'Take it out, and add another one.',
  },
  'case.step_moved': {
    status: 409,
    sentence: '{name} cannot be moved into another stage once it has come.',
    remedy: 'Take it out, and add another one there.',
  },
  'case.file_in_use': {
    status: 409,
    sentence: '{name} is in the case file already.',
    remedy: 'Take it out of the case file first.',
  },
} as const satisfies Record<string, RefusalEntry>
