import type { RefusalEntry } from './entry.ts'

export const caseRefusals = {
  'case.closed': {
    status: 409,
    sentence: '{name} is closed.',
    remedy: 'Open the case again first.',
  },
  'case.too_many_stages': {
    status: 422,
    sentence: 'A case has {max} stages at most.',
    remedy: 'Put several of them together.',
  },
  'case.stage_move_not_allowed': {
    status: 409,
    sentence: 'The stage {name} cannot go from {from} to {to}.',
    remedy: 'A stage is started, completed, and can be taken up again.',
  },
  'case.required_open': {
    status: 409,
    sentence: '{name} cannot end: {count} required items are open.',
    remedy: 'Finish them, or say that they are not required.',
  },
  'case.stage_completed': {
    status: 409,
    sentence: 'The stage {name} is completed.',
    remedy: 'Take it up again, or choose another stage.',
  },
  'case.required_and_discretionary': {
    status: 422,
    sentence: 'An item cannot be required and at the same time be left to discretion.',
    remedy: 'Choose one of the two.',
  },
} as const satisfies Record<string, RefusalEntry>
