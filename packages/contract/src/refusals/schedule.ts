import type { RefusalEntry } from './entry.ts'

export const scheduleRefusals = {
  'schedule.plan_too_large': {
    status: 422,
    sentence: 'A plan holds {max} items at most.',
    remedy: 'Split the project.',
  },
  'schedule.too_many_phases': {
    status: 422,
    sentence: 'A project has {max} phases at most.',
    remedy: 'Put several of them together.',
  },
  'schedule.range_incomplete': {
    status: 422,
    sentence: 'The range of {range} of {name} has one end only.',
    remedy: 'Give both ends, or none.',
  },
  'schedule.range_reversed': {
    status: 422,
    sentence: 'The range of {range} of {name} ends before it begins.',
    remedy: 'Swap the two.',
  },
  'schedule.range_needed': {
    status: 422,
    sentence: '{name} is a later phase: its {range} cannot be known exactly yet.',
    remedy: 'Give a range, or make it the next phase.',
  },
  'schedule.later_phase_detail': {
    status: 409,
    sentence: '{title} lies in {phase}, a later phase: it cannot have {what} yet.',
    remedy: 'Keep to ranges without dates and performers, or promote the phase first.',
  },
  'schedule.promotion_needed': {
    status: 409,
    sentence: '{name} is a later phase: only promoting it opens it for detail.',
    remedy: 'Promote the phase, which also takes a new baseline, or stop planning this project in waves.',
  },
  'schedule.not_first_later': {
    status: 409,
    sentence: '{name} is not the first of the later phases.',
    remedy: 'Promote the phases in their order.',
  },
  'schedule.phase_elsewhere': {
    status: 422,
    sentence: '{key} is no part of the project that has this phase.',
    remedy: 'Put the item into the project first.',
  },
  'schedule.phase_order': {
    status: 409,
    sentence: '{second} cannot come after {first} in the states they are in.',
    remedy: 'Closed phases come first, then one current, one next, and the later ones.',
  },
  'schedule.phases_overlap': {
    status: 409,
    sentence: '{second} would begin before {first} can be over ({date}).',
    remedy: 'Move one of the two: phases follow each other.',
  },
  'schedule.duration_negative': {
    status: 422,
    sentence: '{item} would take less than no time.',
    remedy: 'Give a duration of zero or more.',
  },
  'schedule.date_outside': {
    status: 422,
    sentence: 'A date of {item} would lie before 1900 or after 2200.',
    remedy: 'Look at its dates, its duration and its links.',
  },
  'schedule.dates_reversed': {
    status: 422,
    sentence: '{item} would finish before it starts.',
    remedy: 'Swap the two dates.',
  },
  'schedule.split_empty': {
    status: 422,
    sentence: '{item} would rest for no time at all, or for less.',
    remedy: 'Give every gap in its work a length, or take the gap away.',
  },
  'schedule.split_outside': {
    status: 422,
    sentence: 'A gap in the work of {item} would lie before its beginning or behind its end.',
    remedy: 'Split it where some of the work is done and some is left.',
  },
  'schedule.splits_overlap': {
    status: 422,
    sentence: 'Two gaps in the work of {item} would overlap.',
    remedy: 'Name gaps in their order, or make one of the two longer.',
  },
  'schedule.resumes_before_start': {
    status: 422,
    sentence: '{item} would go on before it has begun.',
    remedy: 'Say first when it began, then a later day on which it goes on.',
  },
  'schedule.calendar_unknown': {
    status: 422,
    sentence: '{item} goes by a calendar that does not exist.',
    remedy: 'Choose one of the calendars that there are, or that of the project.',
  },
  'schedule.plan_calendar_unknown': {
    status: 422,
    sentence: 'The project goes by a calendar that does not exist.',
    remedy: 'Choose one of the calendars that there are.',
  },
  'schedule.item_unknown': {
    status: 422,
    sentence: 'The plan names an item that is not in it: {item}.',
    remedy: 'Remove its link, or put the item into the plan.',
  },
  'schedule.link_circle': {
    status: 409,
    sentence: 'These would wait for each other in a circle: {path}.',
    remedy: 'Remove one of their links first.',
  },
  'schedule.link_to_above': {
    status: 409,
    sentence: '{above} and {below} cannot be linked, because one is part of the other.',
    remedy: 'Link an item outside, or none.',
  },
  'schedule.link_to_finish': {
    status: 409,
    sentence:
      '{summary} finishes when the last item below it does, so a link cannot hold its finish ({kind}).',
    remedy: 'Link to the item below it that should wait.',
  },
  'schedule.not_on_plan': {
    status: 422,
    sentence: '{item} is not part of this project’s plan.',
    remedy: 'Put it into the project first, or take it off the plan of another one.',
  },
  'schedule.dates_follow_links': {
    status: 409,
    sentence: 'The dates of {item} follow from its links and its duration.',
    remedy: 'Set a constraint, or plan it by hand.',
  },
  'schedule.manual_needs_dates': {
    status: 422,
    sentence: '{item} has no dates yet that it could keep.',
    remedy: 'Give a start and a finish together with planning it by hand.',
  },
  'schedule.constraint_needs_date': {
    status: 422,
    sentence: 'The constraint of {item} names no date.',
    remedy: 'Give the date, or choose as soon or as late as possible.',
  },
  'schedule.summary_spans': {
    status: 409,
    sentence: '{item} spans what is under it, and has no duration, dates and progress of its own.',
    remedy: 'Change the items under it.',
  },
  'schedule.constraints_contradict': {
    status: 409,
    sentence: '{before} is held to a date so late that {after}, which comes after it, cannot keep its own.',
    remedy: 'Change the constraint of one of the two, or a link between them.',
  },
  'schedule.hammock_spans': {
    status: 409,
    sentence: '{item} lasts as long as what it is linked to, and has no duration and constraint of its own.',
    remedy: 'Change its links, or make it ordinary work first.',
  },
  'schedule.calendar_in_use': {
    status: 409,
    sentence: '{count} items, resources or calendars go by {name}.',
    remedy: 'Let them go by another calendar first.',
  },
  'schedule.resource_unknown': {
    status: 422,
    sentence: 'The resource that {item} is to be done with does not exist in this project.',
    remedy: 'Choose one of the project, or one that all projects share.',
  },
  'schedule.resource_assigned': {
    status: 409,
    sentence: '{name} is on {item} already.',
    remedy: 'Change the units or the work of that assignment.',
  },
  'schedule.taker_missing': {
    status: 422,
    sentence: 'Nobody is named who does {item}, and no skill that whoever does it needs.',
    remedy: 'Choose somebody, or a skill.',
  },
  'schedule.resource_in_use': {
    status: 409,
    sentence: '{count} items or crews need {name}.',
    remedy: 'Assign them to somebody else first, and take it out of alternatives and crews.',
  },
  'schedule.availability_wrong': {
    status: 422,
    sentence: 'The days on which there is another amount of {name} do not exist, or end before they begin.',
    remedy: 'Give a first day, and a last day that is not before it.',
  },
  'schedule.rates_wrong': {
    status: 422,
    sentence: 'The rates of {name} begin on days that do not exist, or two of them on the same day.',
    remedy: 'Give each rate a first day of its own.',
  },
  'schedule.member_unknown': {
    status: 422,
    sentence: 'The crew {name} is to have a member that does not exist where it belongs.',
    remedy: 'Choose people of the same project, or people that all projects share.',
  },
  'schedule.crew_nested': {
    status: 422,
    sentence:
      '{member} cannot belong to the crew {name}: only people do, and none who are a crew themselves.',
    remedy: 'Put the people into the crew one by one.',
  },
  'schedule.assignment_unknown': {
    status: 422,
    sentence: 'The assignment {assignment} is not on this item.',
    remedy: 'Load the item again.',
  },
  'schedule.units_beyond': {
    status: 422,
    sentence: 'That would take {units} times the resource at once; {max} is the most.',
    remedy: 'Give it more time or less work, or do not hold the duration.',
  },
} as const satisfies Record<string, RefusalEntry>
