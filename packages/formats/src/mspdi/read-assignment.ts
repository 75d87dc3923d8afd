import type { MspdiAssignment } from './assignment.ts'
import {
  dateTime,
  decimal,
  durationMin,
  fieldSet,
  flag,
  prose,
  readFields,
  reference,
  tenthsMin,
  text,
  whole,
} from './field.ts'
import { COST_ELEMENTS } from './money-fields.ts'
import { readAttributes } from './read-attributes.ts'
import type { Teller } from './read-context.ts'
import { type PartOptions, readBaselines, readTimephased } from './read-parts.ts'
import type { XmlRecord } from './xml-record.ts'

/** Fields taken over as they are, under the same names as in `MspdiAssignment`. */
const PLAIN = fieldSet({
  guid: text('GUID'),
  units: decimal('Units'),
  workMin: durationMin('Work'),
  regularWorkMin: durationMin('RegularWork'),
  overtimeWorkMin: durationMin('OvertimeWork'),
  actualWorkMin: durationMin('ActualWork'),
  remainingWorkMin: durationMin('RemainingWork'),
  percentWorkComplete: decimal('PercentWorkComplete'),
  start: dateTime('Start'),
  finish: dateTime('Finish'),
  actualStart: dateTime('ActualStart'),
  actualFinish: dateTime('ActualFinish'),
  stop: dateTime('Stop'),
  resume: dateTime('Resume'),
  delayMin: tenthsMin('Delay'),
  levelingDelayMin: tenthsMin('LevelingDelay'),
  fixedMaterial: flag('FixedMaterial'),
  costRateTable: whole('CostRateTable'),
  workContour: whole('WorkContour'),
  notes: prose('Notes'),
})
const REFERENCES = fieldSet({ task: whole('TaskUID'), resource: reference('ResourceUID') })

/** Elements of an assignment that are read, or known to say nothing more. */
export const ASSIGNMENT_ELEMENTS: ReadonlySet<string> = new Set([
  ...[...PLAIN.elements, ...REFERENCES.elements, ...COST_ELEMENTS, 'UID'],
  ...['Baseline', 'TimephasedData', 'ExtendedAttribute', 'LevelingDelayFormat'],
])

/** The task an assignment is for; `undefined` when it names none. */
export function readAssignmentTask(record: XmlRecord): number | undefined {
  return readFields(record, REFERENCES, () => undefined).task
}

/** An assignment from its element; what cannot be read is told and counts as absent. */
export function readAssignment(
  record: XmlRecord,
  context: {
    readonly uid: number
    readonly taskUid: number
    readonly options: PartOptions
    readonly teller: Teller
  },
): MspdiAssignment {
  const { uid, taskUid, options, teller } = context
  const { resource } = readFields(record, REFERENCES, teller.tellFault)
  const { costMinor, actualCostMinor, remainingCostMinor } = readFields(
    record,
    options.money.costs,
    teller.tellFault,
  )
  return {
    ...readFields(record, PLAIN, teller.tellFault),
    uid,
    taskUid,
    resourceUid: resource === 'none' ? undefined : resource,
    costMinor,
    actualCostMinor,
    remainingCostMinor,
    attributes: readAttributes(record, options, teller),
    baselines: readBaselines(record, options, teller),
    timephased: readTimephased(record, options, teller),
    line: record.line,
  }
}
