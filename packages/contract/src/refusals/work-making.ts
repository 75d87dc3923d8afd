import type { RefusalEntry } from './entry.ts'

/** What is said about work that is made from other work. */
export const workMakingRefusals = {
  'work.too_many_sums': {
    status: 422,
    sentence: 'At most {max} fields are added up at once.',
    remedy: 'Ask for fewer sums.',
  },
  'work.not_summable': {
    status: 422,
    sentence: '{field} holds nothing that can be added up.',
    remedy: 'Choose a field that holds numbers or money.',
  },
  'work.merge_itself': {
    status: 422,
    sentence: '{key} cannot be merged into itself.',
    remedy: 'Choose the other item that is about the same work.',
  },
  'work.merge_into_part': {
    status: 422,
    sentence: '{into} lies under {key}, so {key} cannot be merged into it.',
    remedy: 'Merge it the other way round, or take {into} out from under it first.',
  },
  'work.merge_confidential': {
    status: 422,
    sentence: '{key} is confidential, and more people see {into}.',
    remedy: 'Let the same people see {into}, or take back that {key} is confidential.',
  },
  'work.seen_by_too_many': {
    status: 422,
    sentence: 'At most {max} people can be named who see an item.',
    remedy: 'Name fewer, or put the item into a private container.',
  },
  'work.seen_by_without_you': {
    status: 422,
    sentence: 'You would not see {key} yourself any more.',
    remedy: 'Name yourself among the people who see it.',
  },
  'work.template_confidential': {
    status: 422,
    sentence: '{key} is confidential, and a template is not.',
    remedy: 'Take back first that {key} is confidential, or copy it where it is needed.',
  },
  'work.recurrence_over': {
    status: 422,
    sentence: 'The series would be over before anything repeats.',
    remedy: 'Choose a later end, or none.',
  },
  'work.recurrence_passed_on': {
    status: 409,
    sentence: 'This item is done with: {key} is the newest of its series.',
    remedy: 'Change how {key} repeats.',
  },
  'work.recurrence_none': {
    status: 409,
    sentence: '{key} does not repeat.',
    remedy: 'Reload the page to see what has changed.',
  },
  'work.templates_full': {
    status: 409,
    sentence: 'There are {max} templates already.',
    remedy: 'Remove some that nobody uses.',
  },
  'work.template_needs_place': {
    status: 422,
    sentence: 'An item from a template needs a place.',
    remedy: 'Say in which project, process, case or list it is opened.',
  },
  'work.template_needs_key': {
    status: 422,
    sentence: 'A new project, process, case or list needs a key.',
    remedy: 'Give two to ten capital letters and digits, such as TWR.',
  },
} as const satisfies Record<string, RefusalEntry>
