import type { MspdiAssignment } from './assignment.ts'
import type { MspdiCalendar } from './calendar.ts'
import type { MspdiProperties } from './mspdi-project.ts'
import type { MspdiResource } from './resource.ts'
import type { MspdiTask } from './task.ts'

/** Properties that say no more than a new project does. */
export const BLANK_PROPERTIES = {
  saveVersion: 14,
  scheduleFromStart: true,
  minutesPerDay: 480,
  minutesPerWeek: 2400,
  daysPerMonth: 20,
  defaultStartTime: '08:00:00',
  defaultFinishTime: '17:00:00',
  weekStartsOn: 1,
  newTasksAreManual: false,
  multipleCriticalPaths: false,
  honorConstraints: false,
  newTasksAreEffortDriven: false,
  splitsInProgressTasks: true,
  moveCompletedEndsBack: false,
  moveRemainingStartsBack: false,
  moveRemainingStartsForward: false,
  moveCompletedEndsForward: false,
} as MspdiProperties // All that is left out may be undefined, and reading what is absent gives that.

/** A task of which nothing is known yet. */
export const BLANK_TASK = {
  uid: 0,
  name: '',
  outlineLevel: 1,
  summary: false,
  milestone: false,
  manual: false,
  active: true,
  recurring: false,
  effortDriven: false,
  external: false,
  constraintType: 'as-soon-as-possible',
  ignoreResourceCalendar: false,
  levelAssignments: true,
  levelingCanSplit: true,
  critical: false,
  predecessors: [],
  attributes: [],
  baselines: [],
  timephased: [],
  line: 0,
} as unknown as MspdiTask // As above.

/** A resource of which nothing is known yet. */
export const BLANK_RESOURCE = {
  uid: 0,
  name: '',
  type: 'work',
  generic: false,
  inactive: false,
  budget: false,
  enterprise: false,
  canLevel: true,
  proposed: false,
  rates: [],
  availability: [],
  attributes: [],
  baselines: [],
  line: 0,
} as unknown as MspdiResource // As above.

/** An assignment of which nothing is known yet. */
export const BLANK_ASSIGNMENT = {
  uid: 0,
  taskUid: 0,
  attributes: [],
  baselines: [],
  timephased: [],
  line: 0,
} as unknown as MspdiAssignment // As above.

/** A calendar that says nothing. */
export const BLANK_CALENDAR: MspdiCalendar = {
  uid: 0,
  guid: undefined,
  name: '',
  isBase: true,
  baseCalendarUid: undefined,
  weekDays: [],
  exceptions: [],
  workWeeks: [],
  line: 0,
}
