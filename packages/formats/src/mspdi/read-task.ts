import { CONSTRAINT_TYPES, durationFormatByCode, LINK_KINDS, TASK_TYPES } from './codes.ts'
import {
  coded,
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
import { type PartOptions, readBaselines, readHyperlink, readTimephased } from './read-parts.ts'
import type { MspdiLag, MspdiPredecessor, MspdiTask } from './task.ts'
import { groupsOf, type XmlRecord } from './xml-record.ts'

/** Fields taken over as they are, under the same names as in `MspdiTask`. */
const PLAIN = fieldSet({
  id: whole('ID'),
  guid: text('GUID'),
  outlineNumber: text('OutlineNumber'),
  wbs: text('WBS'),
  type: coded('Type', TASK_TYPES),
  createdAt: dateTime('CreateDate'),
  start: dateTime('Start'),
  finish: dateTime('Finish'),
  durationMin: durationMin('Duration'),
  manualStart: dateTime('ManualStart'),
  manualFinish: dateTime('ManualFinish'),
  manualDurationMin: durationMin('ManualDuration'),
  startText: text('StartText'),
  finishText: text('FinishText'),
  durationText: text('DurationText'),
  workMin: durationMin('Work'),
  overtimeWorkMin: durationMin('OvertimeWork'),
  actualStart: dateTime('ActualStart'),
  actualFinish: dateTime('ActualFinish'),
  actualDurationMin: durationMin('ActualDuration'),
  remainingDurationMin: durationMin('RemainingDuration'),
  actualWorkMin: durationMin('ActualWork'),
  remainingWorkMin: durationMin('RemainingWork'),
  stop: dateTime('Stop'),
  resume: dateTime('Resume'),
  percentComplete: decimal('PercentComplete'),
  percentWorkComplete: decimal('PercentWorkComplete'),
  physicalPercentComplete: decimal('PhysicalPercentComplete'),
  priority: whole('Priority'),
  constraintDate: dateTime('ConstraintDate'),
  deadline: dateTime('Deadline'),
  fixedCostAccrual: whole('FixedCostAccrual'),
  earnedValueMethod: whole('EarnedValueMethod'),
  externalProject: text('ExternalTaskProject'),
  levelingDelayMin: tenthsMin('LevelingDelay'),
  earlyStart: dateTime('EarlyStart'),
  earlyFinish: dateTime('EarlyFinish'),
  lateStart: dateTime('LateStart'),
  lateFinish: dateTime('LateFinish'),
  freeSlackMin: tenthsMin('FreeSlack'),
  totalSlackMin: tenthsMin('TotalSlack'),
  contact: text('Contact'),
  notes: prose('Notes'),
})
const FLAGS = fieldSet({
  summary: flag('Summary'),
  milestone: flag('Milestone'),
  manual: flag('Manual'),
  active: flag('Active'),
  recurring: flag('Recurring'),
  effortDriven: flag('EffortDriven'),
  external: flag('ExternalTask'),
  ignoreResourceCalendar: flag('IgnoreResourceCalendar'),
  levelAssignments: flag('LevelAssignments'),
  levelingCanSplit: flag('LevelingCanSplit'),
  critical: flag('Critical'),
})
const DERIVED = fieldSet({
  name: text('Name'),
  outlineLevel: whole('OutlineLevel'),
  durationFormat: whole('DurationFormat'),
  constraintType: coded('ConstraintType', CONSTRAINT_TYPES),
  calendar: reference('CalendarUID'),
  isSubproject: flag('IsSubproject'),
  subprojectName: text('SubprojectName'),
})
const LINK = fieldSet({
  predecessor: whole('PredecessorUID'),
  type: whole('Type'),
  crossProject: flag('CrossProject'),
  crossProjectName: text('CrossProjectName'),
  lag: decimal('LinkLag'),
  lagFormat: whole('LagFormat'),
})

/** Elements of a task that are read, or known to say nothing more. */
export const TASK_ELEMENTS: ReadonlySet<string> = new Set([
  ...[...PLAIN.elements, ...FLAGS.elements, ...DERIVED.elements, ...COST_ELEMENTS],
  ...[
    'UID',
    'IsNull',
    'Estimated',
    'LevelingDelayFormat',
    'Hyperlink',
    'HyperlinkAddress',
    'HyperlinkSubAddress',
  ],
  ...['PredecessorLink', 'Baseline', 'TimephasedData', 'ExtendedAttribute', 'OutlineCode'],
])

/** Elements inside tasks that have children of their own, besides those of every row. */
export const TASK_GROUPS: readonly string[] = ['PredecessorLink']

/** A task from its element; what cannot be read is told and counts as absent. */
export function readTask(
  record: XmlRecord,
  context: { readonly uid: number; readonly options: PartOptions; readonly teller: Teller },
): MspdiTask {
  const { uid, options, teller } = context
  const plain = readFields(record, PLAIN, teller.tellFault)
  const flags = readFields(record, FLAGS, teller.tellFault)
  const derived = readFields(record, DERIVED, teller.tellFault)
  return {
    ...plain,
    ...readFields(record, options.money.costs, teller.tellFault),
    uid,
    name: derived.name ?? '',
    outlineLevel: Math.max(0, derived.outlineLevel ?? levelOf(plain.outlineNumber)),
    summary: flags.summary === true,
    milestone: flags.milestone === true,
    manual: flags.manual === true,
    // Files before Project 2010 know no inactive tasks.
    active: flags.active !== false,
    recurring: flags.recurring === true,
    effortDriven: flags.effortDriven === true,
    external: flags.external === true,
    ignoreResourceCalendar: flags.ignoreResourceCalendar === true,
    levelAssignments: flags.levelAssignments !== false,
    levelingCanSplit: flags.levelingCanSplit !== false,
    critical: flags.critical === true,
    subproject: derived.isSubproject === true ? (derived.subprojectName ?? '') : undefined,
    durationFormat: durationFormatByCode(derived.durationFormat ?? -1),
    constraintType: derived.constraintType ?? 'as-soon-as-possible',
    calendarUid: derived.calendar === 'none' ? undefined : derived.calendar,
    hyperlink: readHyperlink(record, teller),
    predecessors: groupsOf(record, 'PredecessorLink').flatMap((link) => readPredecessor(link, teller)),
    attributes: readAttributes(record, options, teller),
    baselines: readBaselines(record, options, teller),
    timephased: readTimephased(record, options, teller),
    line: record.line,
  }
}

/** `1.2.3` is on level 3; a task without either number is on the first level. */
function levelOf(outlineNumber: string | undefined): number {
  if (outlineNumber === undefined) return 1
  return outlineNumber === '0' ? 0 : outlineNumber.split('.').length
}

function readPredecessor(record: XmlRecord, teller: Teller): readonly MspdiPredecessor[] {
  const values = readFields(record, LINK, teller.tellFault)
  if (values.predecessor === undefined) return []
  const kind = values.type === undefined ? 'FS' : LINK_KINDS[values.type]
  if (kind === undefined) teller.tell('mspdi.link_type_unknown', { value: values.type ?? null })
  return [
    {
      predecessorUid: values.predecessor,
      kind: kind ?? 'FS',
      lag: readLag(values.lag ?? 0, values.lagFormat),
      crossProject: values.crossProject === true ? (values.crossProjectName ?? '') : undefined,
      line: record.line,
    },
  ]
}

/** A lag is written in tenths of minutes, but in plain percent when its format is percent. */
function readLag(written: number, code: number | undefined): MspdiLag {
  const format = durationFormatByCode(code ?? -1)
  if (format?.unit === 'percent') return { kind: 'percent', percent: written, elapsed: format.elapsed }
  return { kind: format?.elapsed === true ? 'elapsed' : 'working', minutes: Math.round(written) / 10 + 0 }
}
