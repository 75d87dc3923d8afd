import type { RefusalEntry } from './entry.ts'

export const processDecisionRefusals = {
  'process.decision_unreadable': {
    status: 422,
    sentence: '{model} cannot be read as a decision model: {reason}',
    remedy: 'Take the file as the program that made it wrote it, or mend it there.',
  },
  'process.decision_faulty': {
    status: 409,
    sentence: '{element} cannot be decided as it is written: {reason}',
    remedy: 'Mend it in the draft, then publish again.',
  },
  'process.decision_empty': {
    status: 409,
    sentence: '{model} holds no decision.',
    remedy: 'Add a decision to the file, or archive the model.',
  },
  'process.decision_key_taken': {
    status: 409,
    sentence: 'The decision {key} of {model} stands in {other}, too: a task could not tell which is meant.',
    remedy: 'Give one of the two another id, or archive the other model.',
  },
  'process.decision_unchanged': {
    status: 409,
    sentence: 'The draft of {model} says what version {number} says.',
    remedy: 'Change it first: there is nothing to publish.',
  },
  'process.decision_archived': {
    status: 409,
    sentence: '{model} is archived and cannot change.',
    remedy: 'Bring it back first.',
  },
  'process.decision_unknown': {
    status: 404,
    sentence: 'No published decision of this process has the id {key}.',
    remedy: 'Publish the decision model that holds it, or name another.',
  },
  'process.decision_unnamed': {
    status: 409,
    sentence: 'The business rule task {element} names no decision.',
    remedy: 'Say at the task which decision it asks.',
  },
  'process.decision_missing': {
    status: 409,
    sentence: 'The task {element} asks for the decision {key}, which is not published in this process.',
    remedy: 'Publish the decision first, or let the task name another.',
  },
  'process.too_many_decisions': {
    status: 422,
    sentence: 'A process has {max} decision models at most.',
    remedy: 'Archive one, or put several decisions into one model.',
  },
  'process.too_many_decision_cases': {
    status: 422,
    sentence: 'A decision model has {max} examples at most.',
    remedy: 'Remove one first.',
  },
} as const satisfies Record<string, RefusalEntry>
