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
} as const satisfies Record<string, RefusalEntry>
