import type { RefusalEntry } from './entry.ts'

/** Of templates for cases. */
export const caseTemplateRefusals = {
  'case.template_name_taken': {
    status: 409,
    sentence: 'There is another template by the name of {name}.',
    remedy: 'Choose another name.',
  },
  'case.template_removed': {
    status: 409,
    sentence: 'The template {name} has been taken away.',
    remedy: 'Bring it back first.',
  },
  'case.template_unchanged': {
    status: 409,
    sentence: 'The template {name} has nothing new to publish.',
    remedy: 'Change it first.',
  },
  'case.template_unpublished': {
    status: 409,
    sentence: 'The template {name} has not been published.',
    remedy: 'Publish it first.',
  },
  'case.planned_already': {
    status: 409,
    sentence: '{name} has a plan already.',
    remedy: 'Begin another case by the template.',
  },
  'case.nothing_planned': {
    status: 409,
    sentence: 'Nothing is planned in {name}.',
    remedy: 'Add steps to its plan first.',
  },
} as const satisfies Record<string, RefusalEntry>
