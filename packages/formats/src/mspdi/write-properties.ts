import { minorUnitDigits } from '../dates/index.ts'
import { TASK_TYPES } from './codes.ts'
import type { MspdiProperties } from './mspdi-project.ts'
import type { ProjectWriter } from './project-writer.ts'

/** The project's own fields, in the order of the schema. */
export function writeProperties(properties: MspdiProperties, to: ProjectWriter): void {
  writeDescription(properties, to)
  writeUnits(properties, to)
  writeRules(properties, to)
}

function writeDescription(properties: MspdiProperties, to: ProjectWriter): void {
  to.leaf('SaveVersion', properties.saveVersion)
  to.leaf('GUID', properties.guid)
  to.leaf('Name', properties.name)
  to.leaf('Title', properties.title)
  to.leaf('Subject', properties.subject)
  to.leaf('Company', properties.company)
  to.leaf('Manager', properties.manager)
  to.leaf('Author', properties.author)
  to.leaf('CreationDate', properties.createdAt)
  to.leaf('LastSaved', properties.lastSavedAt)
  to.leaf('ScheduleFromStart', properties.scheduleFromStart)
  to.leaf('StartDate', properties.start)
  to.leaf('FinishDate', properties.finish)
}

function writeUnits(properties: MspdiProperties, to: ProjectWriter): void {
  const { currency } = properties
  to.leaf('CriticalSlackLimit', properties.criticalSlackDays)
  to.leaf('CurrencyDigits', currency === undefined ? undefined : minorUnitDigits(currency))
  to.leaf('CurrencySymbol', properties.currencySymbol)
  to.leaf('CurrencyCode', currency)
  to.leaf('CalendarUID', properties.calendarUid)
  to.leaf('DefaultStartTime', properties.defaultStartTime)
  to.leaf('DefaultFinishTime', properties.defaultFinishTime)
  to.leaf('MinutesPerDay', properties.minutesPerDay)
  to.leaf('MinutesPerWeek', properties.minutesPerWeek)
  to.leaf('DaysPerMonth', properties.daysPerMonth)
}

function writeRules(properties: MspdiProperties, to: ProjectWriter): void {
  const { defaultTaskType } = properties
  to.leaf('DefaultTaskType', defaultTaskType === undefined ? undefined : TASK_TYPES.indexOf(defaultTaskType))
  to.leaf('HonorConstraints', properties.honorConstraints)
  to.leaf('MultipleCriticalPaths', properties.multipleCriticalPaths)
  to.leaf('NewTasksEffortDriven', properties.newTasksAreEffortDriven)
  to.leaf('SplitsInProgressTasks', properties.splitsInProgressTasks)
  // 0 is Sunday, 1 Monday, ... 6 Saturday.
  to.leaf('WeekStartDay', properties.weekStartsOn % 7)
  to.leaf('MoveCompletedEndsBack', properties.moveCompletedEndsBack)
  to.leaf('MoveRemainingStartsBack', properties.moveRemainingStartsBack)
  to.leaf('MoveRemainingStartsForward', properties.moveRemainingStartsForward)
  to.leaf('MoveCompletedEndsForward', properties.moveCompletedEndsForward)
  to.leaf('BaselineForEarnedValue', properties.baselineForEarnedValue)
  to.leaf('StatusDate', properties.statusDate)
  to.leaf('CurrentDate', properties.currentDate)
  to.leaf('NewTasksAreManual', properties.newTasksAreManual)
}
