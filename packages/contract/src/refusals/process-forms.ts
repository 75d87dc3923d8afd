import type { RefusalEntry } from './entry.ts'

export const processFormRefusals = {
  'process.form_faulty': {
    status: 422,
    sentence: 'The form {name} has a fault at {part}, {property}: {reason}',
    remedy: 'Correct it there. Faults in all: {count}.',
  },
  'process.form_key_taken': {
    status: 409,
    sentence: 'The form {name} has the key {key} already.',
    remedy: 'Choose another key.',
  },
  'process.form_removed': {
    status: 409,
    sentence: 'The form {name} was taken out of the process.',
    remedy: 'Bring it back first.',
  },
  'process.too_many_forms': {
    status: 422,
    sentence: 'A process has {max} forms at most.',
    remedy: 'Take out those that no step asks for.',
  },
  'process.form_missing': {
    status: 422,
    sentence: '{step} asks for the form {key}, which is not there.',
    remedy: 'Make the form, or take it off the step, and publish again.',
  },
  'process.form_not_filled': {
    status: 422,
    sentence: 'The form {name} is not filled in: {at}: {reason}',
    remedy: 'Fill it in and send it again. Fields that are not right: {count}.',
  },
  'process.form_required': {
    status: 409,
    sentence: 'This step of {title} is completed by its form {name}.',
    remedy: 'Open the item and fill in the form.',
  },
} as const satisfies Record<string, RefusalEntry>
