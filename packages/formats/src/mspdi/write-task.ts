import { CONSTRAINT_TYPES, codeOfDurationFormat, LINK_KINDS, TASK_TYPES } from './codes.ts'
import type { ProjectWriter } from './project-writer.ts'
import type { MspdiLag, MspdiPredecessor, MspdiTask } from './task.ts'
import { writeAttributes, writeBaselines, writeHyperlink, writeTimephased } from './write-parts.ts'

const NO_CALENDAR = -1
/** Formats a lag is shown in: working and elapsed days, percent and elapsed percent. */
const LAG_FORMATS = { working: 7, elapsed: 8, percent: 19, elapsedPercent: 20 } as const

/** A task with its links, custom values, baselines and time-phased amounts, in the schema's order. */
export function writeTask(task: MspdiTask, to: ProjectWriter): void {
  to.group('Task', () => {
    writeIdentity(task, to)
    writeDates(task, to)
    writeSort(task, to)
    writePlanned(task, to)
    writeProgress(task, to)
    writeRules(task, to)
    for (const predecessor of task.predecessors) writePredecessor(predecessor, to)
    writeAttributes(task.attributes, to)
    writeBaselines(task.baselines, to)
    writeTimephased(task.timephased, { kind: 'task', uid: task.uid }, to)
  })
}

function writeIdentity(task: MspdiTask, to: ProjectWriter): void {
  to.leaf('UID', task.uid)
  to.leaf('GUID', task.guid)
  to.leaf('ID', task.id)
  to.leaf('Name', task.name)
  to.leaf('Active', task.active)
  to.leaf('Manual', task.manual)
  to.leaf('Type', task.type === undefined ? undefined : TASK_TYPES.indexOf(task.type))
  to.leaf('IsNull', false)
  to.leaf('CreateDate', task.createdAt)
  to.leaf('Contact', task.contact)
  to.leaf('WBS', task.wbs)
  to.leaf('OutlineNumber', task.outlineNumber)
  to.leaf('OutlineLevel', task.outlineLevel)
  to.leaf('Priority', task.priority)
}

function writeDates(task: MspdiTask, to: ProjectWriter): void {
  to.leaf('StartText', task.startText)
  to.leaf('FinishText', task.finishText)
  to.leaf('DurationText', task.durationText)
  to.leaf('Start', task.start)
  to.leaf('Finish', task.finish)
  to.duration('Duration', task.durationMin)
  to.leaf('ManualStart', task.manualStart)
  to.leaf('ManualFinish', task.manualFinish)
  to.duration('ManualDuration', task.manualDurationMin)
  const format = task.durationFormat
  to.leaf('DurationFormat', format === undefined ? undefined : codeOfDurationFormat(format))
  to.duration('Work', task.workMin)
  to.leaf('Stop', task.stop)
  to.leaf('Resume', task.resume)
}

function writeSort(task: MspdiTask, to: ProjectWriter): void {
  to.leaf('EffortDriven', task.effortDriven)
  to.leaf('Recurring', task.recurring)
  to.leaf('Estimated', task.durationFormat?.estimated)
  to.leaf('Milestone', task.milestone)
  to.leaf('Summary', task.summary)
  to.leaf('Critical', task.critical)
  to.leaf('IsSubproject', task.subproject !== undefined)
  to.leaf('SubprojectName', task.subproject)
  to.leaf('ExternalTask', task.external)
  to.leaf('ExternalTaskProject', task.externalProject)
}

function writePlanned(task: MspdiTask, to: ProjectWriter): void {
  to.leaf('EarlyStart', task.earlyStart)
  to.leaf('EarlyFinish', task.earlyFinish)
  to.leaf('LateStart', task.lateStart)
  to.leaf('LateFinish', task.lateFinish)
  to.tenths('FreeSlack', task.freeSlackMin)
  to.tenths('TotalSlack', task.totalSlackMin)
  to.money('FixedCost', task.fixedCostMinor)
  to.leaf('FixedCostAccrual', task.fixedCostAccrual)
}

function writeProgress(task: MspdiTask, to: ProjectWriter): void {
  to.leaf('PercentComplete', task.percentComplete)
  to.leaf('PercentWorkComplete', task.percentWorkComplete)
  to.money('Cost', task.costMinor)
  to.duration('OvertimeWork', task.overtimeWorkMin)
  to.leaf('ActualStart', task.actualStart)
  to.leaf('ActualFinish', task.actualFinish)
  to.duration('ActualDuration', task.actualDurationMin)
  to.money('ActualCost', task.actualCostMinor)
  to.duration('ActualWork', task.actualWorkMin)
  to.duration('RemainingDuration', task.remainingDurationMin)
  to.money('RemainingCost', task.remainingCostMinor)
  to.duration('RemainingWork', task.remainingWorkMin)
}

function writeRules(task: MspdiTask, to: ProjectWriter): void {
  to.leaf('ConstraintType', CONSTRAINT_TYPES.indexOf(task.constraintType))
  to.leaf('CalendarUID', task.calendarUid ?? NO_CALENDAR)
  to.leaf('ConstraintDate', task.constraintDate)
  to.leaf('Deadline', task.deadline)
  to.leaf('LevelAssignments', task.levelAssignments)
  to.leaf('LevelingCanSplit', task.levelingCanSplit)
  to.tenths('LevelingDelay', task.levelingDelayMin)
  writeHyperlink(task.hyperlink, to)
  to.leaf('IgnoreResourceCalendar', task.ignoreResourceCalendar)
  to.leaf('Notes', task.notes)
  to.leaf('PhysicalPercentComplete', task.physicalPercentComplete)
  to.leaf('EarnedValueMethod', task.earnedValueMethod)
}

function writePredecessor(link: MspdiPredecessor, to: ProjectWriter): void {
  to.group('PredecessorLink', () => {
    to.leaf('PredecessorUID', link.predecessorUid)
    to.leaf('Type', LINK_KINDS.indexOf(link.kind))
    to.leaf('CrossProject', link.crossProject !== undefined)
    to.leaf('CrossProjectName', link.crossProject)
    writeLag(link.lag, to)
  })
}

function writeLag(lag: MspdiLag, to: ProjectWriter): void {
  if (lag.kind === 'percent') {
    to.leaf('LinkLag', lag.percent)
    to.leaf('LagFormat', lag.elapsed ? LAG_FORMATS.elapsedPercent : LAG_FORMATS.percent)
    return
  }
  to.leaf('LinkLag', Math.round(lag.minutes * 10))
  to.leaf('LagFormat', LAG_FORMATS[lag.kind])
}
