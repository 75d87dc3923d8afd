import type { RefusalEntry } from './entry.ts'

export const casePlanRefusals = {
  'case.not_active': {
    status: 409,
    sentence: 'The case is not being worked on at the moment.',
    remedy: 'Resume it or take it up again first.',
  },
  'case.case_move_not_allowed': {
    status: 409,
    sentence: 'This cannot be done with the case as it stands now.',
    remedy: 'Look where it stands: somebody else may have been faster.',
  },
  'case.item_not_found': {
    status: 404,
    sentence: 'The plan of the case has no step {id}.',
    remedy: 'Load the case anew.',
  },
  'case.item_move_not_allowed': {
    status: 409,
    sentence: 'This cannot be done with {name} as it stands now.',
    remedy: 'Look where it stands: somebody else may have been faster.',
  },
  'case.stage_not_active': {
    status: 409,
    sentence: '{name} has to wait: {stage} is not going on at the moment.',
    remedy: 'Resume {stage} first, or wait until it begins.',
  },
  'case.steps_active': {
    status: 409,
    sentence: '{name} cannot be completed: {steps} is still being done.',
    remedy: 'Finish or stop it first.',
  },
  'case.required_steps_open': {
    status: 409,
    sentence: '{name} cannot be completed without {steps}.',
    remedy: 'Do what is required, or say in the plan that it is not.',
  },
  'case.same_person': {
    status: 409,
    sentence: '{name} has to be done by somebody else than {other}: four eyes.',
    remedy: 'Hand it to a colleague.',
  },
  'case.file_missing': {
    status: 409,
    sentence: 'The case cannot be closed: {files} is missing in its file.',
    remedy: 'Add it, or say in the plan that it is not required.',
  },
  'case.file_item_not_found': {
    status: 404,
    sentence: 'The case file has no place {id}.',
    remedy: 'Load the case anew.',
  },
  'case.file_absent': {
    status: 409,
    sentence: '{name} is not in the case file.',
    remedy: 'Add it first.',
  },
  'case.file_present': {
    status: 409,
    sentence: '{name} is in the case file already.',
    remedy: 'Replace it instead.',
  },
  'case.file_still_required': {
    status: 409,
    sentence: '{name} is required in the case file and cannot be deleted.',
    remedy: 'Replace it instead, or say in the plan that it is not required.',
  },
  'case.not_offered': {
    status: 409,
    sentence: '{name} cannot be added to {stage} now.',
    remedy: 'Look under which condition it is offered.',
  },
  'case.role_needed': {
    status: 403,
    sentence: 'To add {name}, one of these roles is needed: {roles}.',
    remedy: 'Ask somebody of the case who has it.',
  },
  'case.already_planned': {
    status: 409,
    sentence: '{name} is in the plan already.',
    remedy: 'Work on what is there.',
  },
  'case.not_due': {
    status: 409,
    sentence: 'The moment of {name} has not come.',
    remedy: 'Wait for it, or change when it is.',
  },
  'case.never_rests': {
    status: 422,
    sentence: 'The plan would never come to rest: {name} begins again and again.',
    remedy: 'Mend the criteria or the repetition of {name} and of what it waits for.',
  },
  'case.step_in_use': {
    status: 409,
    sentence: '{name} cannot be taken out of the plan: somebody has begun with it.',
    remedy: 'Stop it instead; what was done stays in the case.',
  },
  'case.step_changed_kind': {
    status: 409,
    sentence: '{name} is in use and cannot become something of another kind.',
    remedy: 'Add a new step beside it.',
  },
  'case.step_moved': {
    status: 409,
    sentence: '{name} is in use and cannot move to another stage.',
    remedy: 'Add a new step there and stop this one.',
  },
  'case.file_in_use': {
    status: 409,
    sentence: '{name} cannot be taken out of the case file: it is there, or it is required.',
    remedy: 'Delete what is filed there and say that it is not required any more; then take it out.',
  },
} as const satisfies Record<string, RefusalEntry>
