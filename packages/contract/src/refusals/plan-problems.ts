/** What can be wrong with a Primavera file, and what a plan says differently than the file it comes from, in words. */
export const planProblems: Readonly<Record<string, string>> = {
  'xer.not_a_project': 'It does not begin as a Primavera file does.',
  'xer.no_project': 'There is no project in it.',
  'xer.too_large': 'It is larger than {limit} bytes.',
  'xer.too_many_rows': 'It has more than {limit} rows.',
  'xer.id_missing': 'A row of {table} has no id of its own and is left out.',
  'xer.id_duplicate': 'The id {id} occurs twice in {table}; the first counts.',
  'xer.value_unreadable': '{field} says “{value}”, which cannot be read; it is taken as empty.',
  'xer.encoding_broken': '{count} bytes do not fit the encoding {encoding}.',
  'xer.end_missing': 'The file ends without its end mark: it may be cut off.',
  'xer.wbs_parent_unknown': 'It lies below a node that is not in the file ({parentId}).',
  'xer.wbs_unknown': 'It lies in a node that is not in the file ({wbsId}).',
  'xer.calendar_unknown': 'Its calendar ({calendarId}) is not in the file; that of the project holds.',
  'xer.calendar_unreadable': 'The working times of the calendar cannot be read; the usual week holds.',
  'xer.calendar_no_working_time': 'The calendar has no working time on any day of the week.',
  'xer.link_dangling': 'A link with an activity that is not in the file is left out.',
  'xer.link_to_self': 'A link of the activity to itself is left out.',
  'xer.link_duplicate': 'A second link from {predecessor} is left out.',
  'xer.link_cycle': 'The link from {predecessor} is left out, because it would close a circle: {cycle}.',
  'xer.assignment_activity_unknown':
    'An assignment to an activity that is not in the file ({activityId}) is left out.',
  'xer.assignment_resource_unknown':
    'An assignment of a resource that is not in the file ({resourceId}) is nobody’s.',
  'plan.task_inactive': 'It is inactive and has no part in the plan.',
  'plan.task_external': 'It stands for another project and keeps the dates of the file.',
  'plan.task_spans_wbs':
    'It only sums up its part of the work, which is a summary here anyway; it is left out.',
  'plan.task_without_dates': 'It is planned by hand but has no dates; it follows its links.',
  'plan.task_split':
    'Those who do it rest at different times in the file; here it rests only when all of them do.',
  'plan.work_uneven':
    'In the file, the {leftHours} h that {resource} has left of it are spread unevenly; here evenly, which puts {movedHours} h of them on other days.',
  'plan.calendars_differ':
    'Those who work on it have different working times; those of the calendar {calendar} hold.',
  'plan.link_to_summary':
    'The link {kind} from {predecessor} is left out: a summary finishes when the last item below it does.',
  'plan.constraint_second': 'It has two constraints; {kind} is left out.',
  'plan.constraint_mandatory': 'Its constraint ({kind}) holds against links in the file; here links win.',
  'plan.from_finish': 'The file plans backwards from its finish; here the plan goes forwards from its start.',
  'plan.exceptions_cut': 'The calendar {name} has more than {max} exceptions; the last ones are left out.',
  'import.dates_differ':
    '{count} of {compared} calculated tasks lie on other dates than their links, constraints and calendars lead to; the largest difference is {days} working days ({title}). Dates are kept until somebody has them calculated.',
  'import.dates_break':
    'The dates of the file break its own links ({links}), constraints ({constraints}) and deadlines ({deadlines}).',
}
