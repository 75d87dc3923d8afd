import type { RefusalEntry } from './entry.ts'

export const caseRefusals = {
  'case.closed': {
    status: 409,
    sentence: '{name} is closed.',
    remedy: 'Take the case up again first.',
  },
  'case.required_open': {
    status: 409,
    sentence: '{name} cannot end: {count} required steps are open.',
    remedy: 'Finish them, or say that they are not required.',
  },
  'case.stage_completed': {
    status: 409,
    sentence: 'The stage {name} is over.',
    remedy: 'Add a step for what is still to be done.',
  },
  'case.not_now': {
    status: 409,
    sentence: '{name} does not allow this now.',
    remedy: 'Somebody may have been faster. Look at the plan again.',
  },
  'case.plan_faulty': {
    status: 422,
    sentence: 'The plan cannot be run: {name} ({fault}).',
    remedy: 'Change what is named.',
  },
  'case.plan_item_unknown': {
    status: 404,
    sentence: 'The plan has nothing by the name of {id}.',
    remedy: 'Somebody may have taken it out. Look at the plan again.',
  },
  'case.plan_item_exists': {
    status: 409,
    sentence: 'Something in the plan is already known as {name}.',
    remedy: 'Choose another id.',
  },
  'case.plan_item_used': {
    status: 409,
    sentence: '{name} has been used already.',
    remedy: 'Give it up where it is, and add another one.',
  },
  'case.plan_too_large': {
    status: 422,
    sentence: 'A plan has {max} items at most.',
    remedy: 'Make a case of its own of a part of it.',
  },
  'case.no_stage': {
    status: 422,
    sentence: '{name} is no stage.',
    remedy: 'Only stages hold other parts of the plan.',
  },
  'case.into_itself': {
    status: 422,
    sentence: '{name} cannot lie in itself.',
    remedy: 'Choose a place outside of it.',
  },
  'case.still_waited_for': {
    status: 409,
    sentence: '{by} waits for {name}.',
    remedy: 'Change what it waits for first.',
  },
  'case.item_in_plan': {
    status: 409,
    sentence: '{key} carries out something of the plan already.',
    remedy: 'Choose another item, or change that step.',
  },
  'case.reference_unknown': {
    status: 422,
    sentence: 'The plan names a {what} that does not exist.',
    remedy: 'Choose another one.',
  },
  'case.not_the_latest': {
    status: 409,
    sentence: '{name} has gone on since.',
    remedy: 'Only the latest step of a case can be taken back.',
  },
  'case.step_begun': {
    status: 409,
    sentence: '{key} has been begun meanwhile.',
    remedy: 'Give the step up instead of taking it back.',
  },
  'case.not_accepted': {
    status: 409,
    sentence: 'The outcome of {name} has not been accepted.',
    remedy: 'Ask whoever asked for the case to accept it.',
  },
  'case.not_noticed': {
    status: 409,
    sentence: 'Nobody was told of the outcome of {name}.',
    remedy: 'Record who was told, and how.',
  },
  'case.not_yours_to_accept': {
    status: 403,
    sentence: 'The outcome of {name} is accepted by whoever asked for it.',
    remedy: 'Ask them.',
  },
  'case.notice_ahead': {
    status: 422,
    sentence: 'A notice cannot have been given in times to come.',
    remedy: 'Give the moment at which they were told.',
  },
} as const satisfies Record<string, RefusalEntry>
