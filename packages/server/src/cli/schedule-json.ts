import { sayProblem } from '@millrace/contract'
import type { Minute } from '@millrace/core/calendar'
import { plainDateTimeOf } from '@millrace/formats/plan'
import type { Scheduled } from './schedule-report.ts'

/** What was calculated as one JSON text. Moments are local, as in the file; lengths are working minutes. */
export function reportAsJson(scheduled: Scheduled): string {
  return JSON.stringify(toldOf(scheduled), null, 2)
}

/** As above of several files, each with its name. */
export function reportsAsJson(files: readonly string[], scheduled: readonly Scheduled[]): string {
  const told = scheduled.map((one, place) => ({ file: files[place] ?? '', ...toldOf(one) }))
  return JSON.stringify(told, null, 2)
}

function toldOf(scheduled: Scheduled) {
  const { plan, planned, problems, conflicts, comparison, finishAt, levelled } = scheduled
  const local = (at: Minute | null | undefined) => (at == null ? null : plainDateTimeOf(at))
  return {
    name: plan.name,
    finish: local(finishAt),
    tasks: planned.map((one, place) => ({
      id: one.id,
      wbs: plan.rows[place]?.wbs ?? '',
      name: plan.rows[place]?.name ?? '',
      level: plan.rows[place]?.level ?? 1,
      start: local(one.startAt),
      finish: local(one.finishAt),
      lateStart: local(one.lateStartAt),
      lateFinish: local(one.lateFinishAt),
      totalFloatMin: one.totalFloatMin,
      freeFloatMin: one.freeFloatMin,
      isCritical: one.isCritical,
      isOnLongestPath: one.isOnLongestPath,
      reason: one.reason,
      startInFile: local(plan.rows[place]?.startAt),
      finishInFile: local(plan.rows[place]?.finishAt),
    })),
    ...(levelled === null
      ? {}
      : {
          levelling: {
            schedules: levelled.schedules,
            gapPercent: levelled.gapPercent,
            isOptimal: levelled.isOptimal,
            unfitCount: levelled.unfitCount,
            tasks: levelled.tasks
              .filter(({ levelledAt }) => levelledAt !== null)
              .map(({ id, levelledAt, movedMin, reason }) => ({
                ...{ id, movedMin, reason },
                levelledAt: local(levelledAt),
              })),
          },
        }),
    links: plan.input.links,
    conflicts: conflicts.map(({ wantedAt, gotAt, ...conflict }) => ({
      ...conflict,
      wanted: local(wantedAt),
      got: local(gotAt),
    })),
    notes: plan.notes.map((note) => ({ ...note, sentence: sayProblem(note.code, note.params) })),
    problems,
    comparison: {
      compared: comparison.compared,
      differing: comparison.differing.map(({ place: _place, ...difference }) => difference),
    },
  }
}
