import type { RefusalEntry } from './entry.ts'

export const practiceRefusals = {
  'practice.name_taken': {
    status: 409,
    sentence: '{name} is in the catalogue already.',
    remedy: 'Use the existing entry, bring it back if it is archived, or choose another name.',
  },
  'practice.archived': {
    status: 409,
    sentence: '{name} is archived and cannot change.',
    remedy: 'Bring it back first.',
  },
  'practice.no_role': {
    status: 409,
    sentence: 'Nobody applies {name}.',
    remedy: 'Name at least one role.',
  },
  'practice.no_output': {
    status: 409,
    sentence: 'Nothing comes out of {name}.',
    remedy: 'Name at least one artifact and the state that the practice brings it to.',
  },
  'practice.not_described': {
    status: 409,
    sentence: '{name} is not described.',
    remedy: 'Write how it is done, add a checklist, or attach a model, a form or a template.',
  },
  'practice.unchanged': {
    status: 409,
    sentence: 'The draft of {name} says what version {number} says.',
    remedy: 'Change it first: there is nothing to publish.',
  },
  'practice.norm_wrong': {
    status: 422,
    sentence: 'The norm of {name} does not run from low over likely to high.',
    remedy: 'Order the three numbers.',
  },
  'practice.order_circle': {
    status: 409,
    sentence: 'These practices would come before themselves: {circle}.',
    remedy: 'Take one step out of the circle.',
  },
  'practice.no_state': {
    status: 422,
    sentence: '{name} has no state.',
    remedy: 'Name at least one state that it can be in.',
  },
  'practice.state_twice': {
    status: 422,
    sentence: '{name} has the state {state} twice.',
    remedy: 'Give each state a name of its own.',
  },
  'practice.state_in_use': {
    status: 409,
    sentence: 'The state {state} of {name} is named by a practice or by an artifact.',
    remedy: 'Keep it, or take it out of the practices first.',
  },
  'practice.type_in_use': {
    status: 409,
    sentence: '{name} is in use: {practices}.',
    remedy: 'Take it out of them first.',
  },
  'practice.adoption_unchanged': {
    status: 409,
    sentence: '{name} is in this state already.',
    remedy: 'Choose another state.',
  },
  'practice.adoption_jump': {
    status: 409,
    sentence: '{name} goes on one state at a time.',
    remedy: 'Take the next state first.',
  },
  'practice.adoption_evidence': {
    status: 409,
    sentence: 'For {name}, {count} questions of this state are not answered.',
    remedy: 'Say for each question what shows that it is so.',
  },
  'practice.artifact_evidence': {
    status: 409,
    sentence: 'For {name}, {count} questions of the state that this work asks for are not answered.',
    remedy: 'Answer them at the item, then finish it.',
  },
  'practice.artifact_delivered': {
    status: 409,
    sentence: '{name} has been delivered by this work.',
    remedy: 'Let another item ask for it in another state.',
  },
  'practice.artifact_asked': {
    status: 409,
    sentence: '{count} open items ask for {name}.',
    remedy: 'Finish them, or let them not ask for it any more.',
  },
  'practice.change_same': {
    status: 409,
    sentence: 'Work of the type {type} follows {name} already.',
    remedy: 'Choose another practice.',
  },
  'practice.initiative_missing': {
    status: 409,
    sentence:
      'Work of the type {type} follows {name}. Which practice it follows is changed by an initiative only.',
    remedy: 'Name the item of the improvement or organisational development that this change belongs to.',
  },
  'practice.initiative_elsewhere': {
    status: 409,
    sentence: '{key} is not about methods and tools (area 3.2).',
    remedy: 'Name an item of area 3.2, or put this one there.',
  },
  'practice.initiative_closed': {
    status: 409,
    sentence: '{key} is done or archived.',
    remedy: 'Name an initiative that is open.',
  },
} as const satisfies Record<string, RefusalEntry>
