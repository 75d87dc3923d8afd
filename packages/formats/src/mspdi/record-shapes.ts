import { ASSIGNMENT_ELEMENTS } from './read-assignment.ts'
import { CALENDAR_ELEMENTS, CALENDAR_GROUPS } from './read-calendar.ts'
import type { IgnoredCounter } from './read-context.ts'
import { DEFINITION_ELEMENTS, DEFINITION_GROUPS } from './read-definitions.ts'
import { PART_GROUPS } from './read-parts.ts'
import { RESOURCE_ELEMENTS, RESOURCE_GROUPS } from './read-resource.ts'
import { TASK_ELEMENTS, TASK_GROUPS } from './read-task.ts'
import type { Sections, XmlRecord } from './xml-record.ts'

/** Sections of a project file, with the name of their entries. */
export const SECTIONS: Sections = {
  OutlineCodes: 'OutlineCode',
  ExtendedAttributes: 'ExtendedAttribute',
  Calendars: 'Calendar',
  Tasks: 'Task',
  Resources: 'Resource',
  Assignments: 'Assignment',
}

/** Elements inside entries that have children of their own. */
export const GROUPS: ReadonlySet<string> = new Set([
  ...PART_GROUPS,
  ...CALENDAR_GROUPS,
  ...TASK_GROUPS,
  ...RESOURCE_GROUPS,
  ...DEFINITION_GROUPS,
])

const VALUE = ['ID', 'ValueID', 'FieldGUID', 'Value', 'Description', 'ParentValueID', 'Type', 'IsCollapsed']

/** Known children by the name of their parent; `Value` is the only name of both a leaf and a group. */
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  Task: TASK_ELEMENTS,
  Resource: RESOURCE_ELEMENTS,
  Assignment: ASSIGNMENT_ELEMENTS,
  Calendar: CALENDAR_ELEMENTS,
  // A definition and the value of a row share the element name.
  ExtendedAttribute: new Set([
    ...DEFINITION_ELEMENTS,
    'UID',
    'Value',
    'ValueID',
    'ValueGUID',
    'DurationFormat',
  ]),
  OutlineCode: new Set([...DEFINITION_ELEMENTS, 'UID', 'ValueID', 'ValueGUID']),
  Values: new Set(['Value']),
  ValueList: new Set(['Value']),
  Value: new Set(VALUE),
  PredecessorLink: new Set([
    ...['PredecessorUID', 'Type', 'CrossProject', 'CrossProjectName', 'LinkLag', 'LagFormat'],
  ]),
  Baseline: new Set(['Number', 'Start', 'Finish', 'Duration', 'DurationFormat', 'Work', 'Cost']),
  TimephasedData: new Set(['Type', 'UID', 'Start', 'Finish', 'Unit', 'Value']),
  WeekDays: new Set(['WeekDay']),
  WeekDay: new Set(['DayType', 'DayWorking', 'TimePeriod', 'WorkingTimes']),
  WorkingTimes: new Set(['WorkingTime']),
  WorkingTime: new Set(['FromTime', 'ToTime']),
  TimePeriod: new Set(['FromDate', 'ToDate']),
  Exceptions: new Set(['Exception']),
  Exception: new Set([
    ...['EnteredByOccurrences', 'TimePeriod', 'Occurrences', 'Name', 'Type', 'Period', 'DaysOfWeek'],
    ...['MonthItem', 'MonthPosition', 'Month', 'MonthDay', 'DayWorking', 'WorkingTimes'],
  ]),
  WorkWeeks: new Set(['WorkWeek']),
  WorkWeek: new Set(['TimePeriod', 'Name', 'WeekDays']),
  Rates: new Set(['Rate']),
  Rate: new Set([
    ...['RatesFrom', 'RatesTo', 'RateTable', 'StandardRate', 'StandardRateFormat'],
    ...['OvertimeRate', 'OvertimeRateFormat', 'CostPerUse'],
  ]),
  AvailabilityPeriods: new Set(['AvailabilityPeriod']),
  AvailabilityPeriod: new Set(['AvailableFrom', 'AvailableTo', 'AvailableUnits']),
}

/** Counts what a record holds that is not read, in its inner elements too. */
export function countIgnored(record: XmlRecord, counter: IgnoredCounter): void {
  counter.countUnknown(record, KNOWN[record.name] ?? new Set())
  for (const inner of record.groups.values()) for (const group of inner) countIgnored(group, counter)
}
