import { sayProblem } from '@millrace/contract'
import type { Minute } from '@millrace/core/calendar'
import type { Conflict, LevelledPlans, PlannedTask } from '@millrace/core/schedule'
import type { DateComparison, FilePlan } from '@millrace/formats/plan'
import { momentOf, type PlanWords, wordsOf } from './schedule-words.ts'
import type { SharedResource } from './share-pool.ts'

/** A plan with what was calculated of it. */
export type Scheduled = {
  readonly plan: FilePlan
  readonly planned: readonly PlannedTask[]
  /** What was wrong in the file, in sentences. */
  readonly problems: readonly string[]
  readonly conflicts: readonly Conflict[]
  readonly comparison: DateComparison
  readonly finishAt: Minute
  /** What levelling found; null where nobody asked for it. */
  readonly levelled: LevelledPlans | null
}

const DIFFERENCES_SHOWN = 10
const NAME_MAX = 50

/** What was calculated, line by line, for people. */
export function reportAsText(scheduled: Scheduled): readonly string[] {
  const { plan, planned, finishAt } = scheduled
  const words = wordsOf(plan, scheduled.levelled)
  const critical = planned.filter(({ isCritical }) => isCritical).length
  return [
    ...tableOf(scheduled, words),
    '',
    `${planned.length} rows, ${critical} critical (*); the plan finishes on ${momentOf(finishAt)}.`,
    ...levellingOf(scheduled.levelled, words),
    ...section(
      'Conflicts',
      scheduled.conflicts.map((one) => conflictLine(one, words)),
    ),
    ...section(
      'Not as in the file',
      plan.notes.map(({ code, subject, params }) => {
        const sentence = sayProblem(code, params)
        return subject === '' ? sentence : `${subject}: ${sentence}`
      }),
    ),
    ...section('Wrong in the file', scheduled.problems),
    ...differencesOf(scheduled, words),
  ]
}

/** Who works in several of the files; the first says how much of them there is. */
export function sharedAsText(shared: readonly SharedResource[], files: readonly string[]): readonly string[] {
  return section(
    'Shared by several files',
    shared.map(({ name, places }) => `${name}: ${places.map((place) => files[place] ?? '').join(', ')}`),
  )
}

function tableOf({ plan, planned }: Scheduled, words: PlanWords): readonly string[] {
  const head = ['WBS', 'Name', 'Start', 'Finish', 'Float', '', 'Why here']
  const rows = planned.map((one, place) => {
    const row = plan.rows[place]
    const name = `${'  '.repeat((row?.level ?? 1) - 1)}${row?.name ?? ''}`
    return [
      row?.wbs ?? '',
      name.length > NAME_MAX ? `${name.slice(0, NAME_MAX - 1)}…` : name,
      momentOf(one.startAt),
      momentOf(one.finishAt),
      words.length(one.totalFloatMin),
      one.isCritical ? '*' : '',
      words.reason(one.reason, one.id),
    ]
  })
  const all = [head, ...rows]
  const widths = head.map((_title, column) =>
    all.reduce((width, cells) => Math.max(width, cells[column]?.length ?? 0), 0),
  )
  return all.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** How good the levelled plan is, and for what there is never enough. */
function levellingOf(levelled: LevelledPlans | null, words: PlanWords): readonly string[] {
  if (levelled === null) return []
  const { tasks, gapPercent, schedules } = levelled
  const putOff = tasks.filter(({ levelledAt }) => levelledAt !== null).length
  const gap =
    gapPercent > 0
      ? `at most ${Math.ceil(gapPercent * 10) / 10} % longer than the best possible`
      : 'no plan is shorter'
  const unfit = tasks.filter(({ reason }) => reason.kind === 'unfit')
  return [
    `Levelled: ${putOff} put off, ${gap} (${schedules} plans tried).`,
    ...section(
      'Never enough of what they need',
      unfit.map(({ id }) => words.rowOf(id)),
    ),
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)]
}

function conflictLine(conflict: Conflict, words: PlanWords): string {
  const { itemId, wantedAt, gotAt, offMin } = conflict
  const row = words.rowOf(itemId)
  const dates = `${momentOf(wantedAt)} is wanted, and it is ${momentOf(gotAt)}, ${words.length(offMin)} off`
  switch (conflict.kind) {
    case 'constraint':
      return `${row}: its constraint ${conflict.constraint} is not kept; ${dates}. Because of: ${words.reason(conflict.by, itemId)}.`
    case 'deadline':
      return `${row}: its deadline is missed by ${words.length(offMin)} (${momentOf(wantedAt)}).`
    case 'link':
      return `${row}: its link from ${words.link(conflict.linkId)} is not kept; ${dates}. Because of: ${words.reason(conflict.by, itemId)}.`
    case 'apart':
      return `${row}: its calendar never meets that of whoever does it; it goes by its own.`
    case 'past':
      return `${row}: it is planned before the status date and has not begun; ${dates}.`
  }
}

function differencesOf({ plan, planned, comparison }: Scheduled, words: PlanWords): readonly string[] {
  const { compared, differing } = comparison
  if (compared === 0) return []
  if (differing.length === 0)
    return ['', `All ${compared} calculated tasks lie on the dates that the file states.`]
  const shown = differing.slice(0, DIFFERENCES_SHOWN)
  return [
    '',
    `${differing.length} of ${compared} calculated tasks lie on other dates than the file states; the largest differences:`,
    ...shown.map(({ itemId, place, startOffMin, finishOffMin }) => {
      const [row, one] = [plan.rows[place], planned[place]]
      const stated = `${momentOf(row?.startAt ?? 0)} to ${momentOf(row?.finishAt ?? 0)}`
      const here = `${momentOf(one?.startAt ?? 0)} to ${momentOf(one?.finishAt ?? 0)}`
      const off = `start ${words.length(startOffMin)}, finish ${words.length(finishOffMin)}`
      return `  ${words.rowOf(itemId)}: ${stated} in the file, ${here} here (${off})`
    }),
  ]
}
