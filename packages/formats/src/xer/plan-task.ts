import type { Minute } from '@millrace/core/calendar'
import type { Constraint, ConstraintKind, PlanTask, TaskKind } from '@millrace/core/schedule'
import { minuteOf } from '../plan/index.ts'
import type { XerActivity, XerActivityKind, XerConstraintKind } from './xer-project.ts'

const KINDS: Readonly<Record<XerActivityKind, TaskKind>> = {
  task: 'task',
  'resource-dependent': 'task',
  'level-of-effort': 'hammock',
  'start-milestone': 'milestone',
  'finish-milestone': 'milestone',
  'wbs-summary': 'summary',
}
const CONSTRAINTS: Readonly<Record<XerConstraintKind, ConstraintKind>> = {
  'start-on': 'MSO',
  'start-on-or-after': 'SNET',
  'start-on-or-before': 'SNLT',
  'finish-on': 'MFO',
  'finish-on-or-after': 'FNET',
  'finish-on-or-before': 'FNLT',
  'as-late-as-possible': 'ALAP',
  'mandatory-start': 'MSO',
  'mandatory-finish': 'MFO',
}

/** What core can keep of the constraints of an activity. */
export type KeptConstraints = {
  readonly constraint: Constraint | null
  readonly deadlineAt: Minute | null
  /** What it cannot. */
  readonly leftOut: readonly ConstraintKind[]
  readonly mandatory: readonly ConstraintKind[]
}

/**
 * One constraint and one deadline out of two constraints: where links win, "finish on or before" limits
 * late dates only, and so does a deadline.
 */
export function keepConstraints({ constraints }: XerActivity): KeptConstraints {
  const usable = constraints.flatMap(({ kind, date }): readonly Constraint[] => {
    const code = CONSTRAINTS[kind]
    if (code === 'ALAP') return [{ kind: code, at: null }]
    return date === undefined ? [] : [{ kind: code, at: minuteOf(date) }]
  })
  const isLast = usable.length > 1 ? usable.find(({ kind }) => kind === 'FNLT') : undefined
  const [constraint = null, ...more] = usable.filter((one) => one !== isLast)
  return {
    constraint,
    deadlineAt: isLast?.at ?? null,
    leftOut: more.map(({ kind }) => kind),
    mandatory: constraints
      .filter(({ kind }) => kind.startsWith('mandatory'))
      .map(({ kind }) => CONSTRAINTS[kind]),
  }
}

/** An activity as the network sees it. */
export function planTaskOf(
  activity: XerActivity,
  place: Pick<PlanTask, 'id' | 'parentId' | 'calendarId'>,
): PlanTask {
  const { constraint, deadlineAt } = keepConstraints(activity)
  return {
    ...place,
    kind: KINDS[activity.kind],
    durationMin: wholeMinutes(activity.durationMin),
    isElapsed: false,
    constraint,
    deadlineAt,
    levelledAt: null,
    manual: null,
    actual: actualOf(activity),
  }
}

/** Minutes as core counts them. */
export function wholeMinutes(minutes: number | undefined): number {
  return Math.max(0, Math.round(minutes ?? 0))
}

/** A level of effort has no progress of its own: it spans what it accompanies. */
function actualOf(activity: XerActivity): PlanTask['actual'] {
  const { actualStart, actualFinish, kind } = activity
  const start = actualStart ?? actualFinish
  if (start === undefined || (kind === 'level-of-effort' && actualFinish === undefined)) return null
  const startAt = minuteOf(start)
  if (actualFinish !== undefined) {
    return { startAt, finishAt: Math.max(startAt, minuteOf(actualFinish)), remainingMin: 0 }
  }
  const remainingMin = wholeMinutes(activity.remainingDurationMin ?? activity.durationMin)
  const begun = { startAt, finishAt: null, remainingMin }
  return activity.resumedAt === undefined ? begun : { ...begun, resumeAt: minuteOf(activity.resumedAt) }
}
