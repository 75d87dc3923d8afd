import type { MspdiAssignment } from './assignment.ts'
import type { ProjectWriter } from './project-writer.ts'
import { writeAttributes, writeBaselines, writeTimephased } from './write-parts.ts'

/** Stands for work that nobody has been given yet. */
const NOBODY = -65_535

/** A resource at work on a task. The schema orders most of it by name. */
export function writeAssignment(assignment: MspdiAssignment, to: ProjectWriter): void {
  to.group('Assignment', () => {
    to.leaf('UID', assignment.uid)
    to.leaf('GUID', assignment.guid)
    to.leaf('TaskUID', assignment.taskUid)
    to.leaf('ResourceUID', assignment.resourceUid ?? NOBODY)
    to.leaf('PercentWorkComplete', assignment.percentWorkComplete)
    to.money('ActualCost', assignment.actualCostMinor)
    to.leaf('ActualFinish', assignment.actualFinish)
    to.leaf('ActualStart', assignment.actualStart)
    to.duration('ActualWork', assignment.actualWorkMin)
    to.money('Cost', assignment.costMinor)
    to.leaf('CostRateTable', assignment.costRateTable)
    to.tenths('Delay', assignment.delayMin)
    to.leaf('Finish', assignment.finish)
    to.leaf('FixedMaterial', assignment.fixedMaterial)
    to.tenths('LevelingDelay', assignment.levelingDelayMin)
    to.leaf('Notes', assignment.notes)
    to.duration('OvertimeWork', assignment.overtimeWorkMin)
    to.duration('RegularWork', assignment.regularWorkMin)
    to.money('RemainingCost', assignment.remainingCostMinor)
    to.duration('RemainingWork', assignment.remainingWorkMin)
    to.leaf('Start', assignment.start)
    to.leaf('Stop', assignment.stop)
    to.leaf('Resume', assignment.resume)
    to.leaf('Units', assignment.units)
    to.duration('Work', assignment.workMin)
    to.leaf('WorkContour', assignment.workContour)
    writeAttributes(assignment.attributes, to)
    writeBaselines(assignment.baselines, to)
    writeTimephased(assignment.timephased, { kind: 'assignment', uid: assignment.uid }, to)
  })
}
