import type { Cells } from './cells.ts'
import type { IdentifiedRow } from './read-rows.ts'
import type { XerActivity, XerConstraint } from './xer-project.ts'

const KINDS = {
  TT_Task: 'task',
  TT_Rsrc: 'resource-dependent',
  TT_LOE: 'level-of-effort',
  TT_Mile: 'start-milestone',
  TT_FinMile: 'finish-milestone',
  TT_WBS: 'wbs-summary',
} as const
const STATES = { TK_NotStart: 'not-started', TK_Active: 'in-progress', TK_Complete: 'completed' } as const
const CONSTRAINTS = {
  CS_MSO: 'start-on',
  CS_MSOA: 'start-on-or-after',
  CS_MSOB: 'start-on-or-before',
  CS_MEO: 'finish-on',
  CS_MEOA: 'finish-on-or-after',
  CS_MEOB: 'finish-on-or-before',
  CS_ALAP: 'as-late-as-possible',
  CS_MANDSTART: 'mandatory-start',
  CS_MANDFIN: 'mandatory-finish',
} as const

/** An activity from its row. */
export function readActivity({ row, id, cells }: IdentifiedRow): XerActivity {
  return {
    id,
    projectId: cells.text('proj_id') ?? '',
    wbsId: cells.text('wbs_id'),
    calendarId: cells.text('clndr_id'),
    code: cells.text('task_code') ?? '',
    name: cells.text('task_name') ?? '',
    kind: cells.word('task_type', KINDS) ?? 'task',
    state: cells.word('status_code', STATES) ?? 'not-started',
    physicalPercentComplete: cells.number('phys_complete_pct'),
    ...readLengths(cells),
    ...readDates(cells),
    constraints: [
      ...readConstraint(cells, 'cstr_type', 'cstr_date'),
      ...readConstraint(cells, 'cstr_type2', 'cstr_date2'),
    ],
    line: row.line,
  }
}

function readLengths(cells: Cells) {
  return {
    durationMin: cells.hours('target_drtn_hr_cnt'),
    remainingDurationMin: cells.hours('remain_drtn_hr_cnt'),
    totalFloatMin: cells.hours('total_float_hr_cnt'),
    freeFloatMin: cells.hours('free_float_hr_cnt'),
    workMin: cells.hours('target_work_qty'),
    actualWorkMin: cells.hours('act_work_qty'),
    remainingWorkMin: cells.hours('remain_work_qty'),
  }
}

function readDates(cells: Cells) {
  return {
    plannedStart: cells.moment('target_start_date'),
    plannedFinish: cells.moment('target_end_date'),
    actualStart: cells.moment('act_start_date'),
    actualFinish: cells.moment('act_end_date'),
    earlyStart: cells.moment('early_start_date'),
    earlyFinish: cells.moment('early_end_date'),
    lateStart: cells.moment('late_start_date'),
    lateFinish: cells.moment('late_end_date'),
    suspendedAt: cells.moment('suspend_date'),
    resumedAt: cells.moment('resume_date'),
  }
}

function readConstraint(cells: Cells, type: string, at: string): readonly XerConstraint[] {
  const kind = cells.word(type, CONSTRAINTS)
  return kind === undefined ? [] : [{ kind, date: cells.moment(at) }]
}
