import type { GateView, PhaseView } from '@millrace/contract'
import type { Minute } from '@millrace/core/calendar'
import { gateDay, NO_GAPS, type PlannedTask, type PlanTask } from '@millrace/core/schedule'
import { type FileRow, minuteOf } from '@millrace/formats/plan'

/** A gate as a milestone of a file, with all that is known of it as its note. */
export type GateRow = {
  readonly row: FileRow
  readonly task: PlanTask
  readonly planned: PlannedTask
  readonly note: string
}

/** Gates stand at the end of working days. */
const TIME = '17:00:00'

/** The gates of phases that have a day: programs without gates show them as milestones that keep their dates. */
export function gateRows(phases: readonly PhaseView[]): readonly GateRow[] {
  return phases.flatMap((phase) => {
    const { gate } = phase
    const day = gate && gateDay(gate, phase.finishHighOn ?? phase.finishLowOn)
    if (!gate || day === null) return []
    return [gateRow(phase, gate, minuteOf(`${day}T${TIME}`))]
  })
}

function gateRow({ id: phaseId, name: phaseName }: PhaseView, gate: GateView, at: Minute): GateRow {
  const id = `gate ${phaseId}`
  const dates = { startAt: at, finishAt: at }
  const blank = { parentId: null, calendarId: null, constraint: null, deadlineAt: null, levelledAt: null }
  return {
    row: { id, name: gate.name, wbs: '', level: 1, startAt: null, finishAt: null },
    task: {
      ...{ ...blank, id, kind: 'milestone', durationMin: 0, isElapsed: false },
      ...{ manual: dates, actual: null },
    },
    planned: {
      ...{ id, ...dates, lateStartAt: at, lateFinishAt: at, totalFloatMin: 0, freeFloatMin: 0 },
      ...{ startFloatMin: 0, finishFloatMin: 0, isCritical: false, isNearCritical: false },
      ...{ isOnLongestPath: false, reason: { kind: 'manual' }, gaps: NO_GAPS, calendarWait: null },
    },
    note: noteOf(phaseName, gate),
  }
}

/** In signs and days, which every language reads: the phase, what must be true, what was decided when and why. */
function noteOf(phaseName: string, { criteria, decisions }: GateView): string {
  return [
    phaseName,
    ...criteria.map(({ text, isMet }) => `${isMet ? '[x]' : '[ ]'} ${text}`),
    ...decisions.map(({ decidedOn, outcome, reason }) =>
      [`${decidedOn}: ${outcome}`, reason].filter((part) => part !== '').join(', '),
    ),
  ].join('\n')
}
