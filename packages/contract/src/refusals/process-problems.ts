/** What can be wrong with a process model, so that it is not executed, in words. */
export const processProblems: Readonly<Record<string, string>> = {
  'bpmn.no_definitions': 'It is no BPMN 2.0: its root is {name}.',
  'bpmn.too_many_processes': 'There are more than {limit} processes in it.',
  'bpmn.unknown-reference': '{at} refers to {detail}, which is not there.',
  'bpmn.not-executed': '{at} is not executed: {detail} is not supported.',
  'bpmn.misplaced': '{at} may not stand there ({detail}).',
  'bpmn.expression': 'What is written at {at} is not understood: {detail}',
  'bpmn.no-start': '{at} has nowhere to begin.',
  'bpmn.no-event': '{at} does not say what it waits for.',
  'bpmn.service': '{at} does not say rightly what its service is asked for: {detail}.',
  'bpmn.twice': 'There are two elements of the id {at}.',
  'bpmn.no-id': '{at} has no id, by which its work could be known.',
  'bpmn.too-large': '{at} is too large to be executed (more than {detail}).',
  'timer.no_time': 'it says no time',
  'timer.unreadable':
    'it is no date, duration or cycle that can be read (such as 2026-03-01T09:00, PT8H, R3/PT10H or RRULE:FREQ=MONTHLY;BYDAY=1MO)',
  'timer.not_positive': 'a cycle must take time, and happen at least once',
  'timer.over': 'its cycle is over before it has begun',
  'timer.calendar_unknown': 'its calendar is not there',
  'timer.too_late': 'it would be due after the year 2200',
}
