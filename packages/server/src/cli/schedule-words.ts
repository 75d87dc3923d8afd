import type { Minute } from '@millrace/core/calendar'
import type { LevelledPlans, LevelReason, PlanLink, Reason } from '@millrace/core/schedule'
import type { FilePlan, FileRow } from '@millrace/formats/plan'

/** How a plan of a file is put into words. */
export type PlanWords = {
  readonly rowOf: (id: string) => string
  readonly reason: (reason: Reason, itemId: string) => string
  readonly link: (id: string) => string
  readonly length: (minutes: number) => string
}

const MINUTE_MS = 60_000
const LEVELLED = 'put off by levelling'
const PLAIN: Readonly<Record<string, string>> = {
  project: 'start of the project',
  manual: 'planned by hand',
  actual: 'has begun',
  status: 'status date',
  late: 'as late as possible',
}

/** Words for rows, links, lengths of time and reasons of a plan. */
export function wordsOf(
  { input, rows, minutesPerDay, resources }: FilePlan,
  levelled: LevelledPlans | null,
): PlanWords {
  const rowById = new Map<string, FileRow>(rows.map((row) => [row.id, row]))
  const links = new Map<string, PlanLink>(input.links.map((link) => [link.id, link]))
  const constraints = new Map(input.tasks.map(({ id, constraint }) => [id, constraint]))
  const rowOf = (id: string) => {
    const row = rowById.get(id)
    return row ? `${row.wbs} ${row.name}`.trim() : id
  }
  const waits = new Map<string, LevelReason>(levelled?.tasks.map(({ id, reason }) => [id, reason]))
  const names = new Map<string, string>(resources.map(({ id, name }) => [id, name]))
  const waitOf = (reason: LevelReason | undefined) => {
    if (!reason || !('resourceId' in reason)) return null
    const name = names.get(reason.resourceId) ?? reason.resourceId
    const until = momentOf(reason.untilAt)
    return reason.kind === 'resource'
      ? `${name} is with ${rowOf(reason.itemId)} until ${until}`
      : `${name} is not there until ${until}`
  }
  const length = (minutes: number) => lengthOf(minutes, minutesPerDay)
  return {
    rowOf,
    length,
    link: (id) => {
      const link = links.get(id)
      return link ? `${rowOf(link.fromId)} (${link.kind}${lagOf(link, length)})` : id
    },
    reason: (reason, itemId) => {
      switch (reason.kind) {
        case 'link': {
          const link = links.get(reason.linkId)
          return link ? `${rowOf(link.fromId)} (${link.kind}${lagOf(link, length)})` : reason.linkId
        }
        case 'summary':
        case 'below':
          return rowOf(reason.itemId)
        case 'levelled':
          return waitOf(waits.get(itemId)) ?? LEVELLED
        case 'constraint':
          return `constraint ${constraints.get(itemId)?.kind ?? ''}`.trim()
        default:
          return PLAIN[reason.kind] ?? reason.kind
      }
    },
  }
}

/** `2026-11-05 17:00`, as the clock on the wall shows it. */
export function momentOf(at: Minute): string {
  return new Date(at * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** `2.5 d`, or `3 h` and `20 min` for less than half a day. */
function lengthOf(minutes: number, minutesPerDay: number): string {
  const size = Math.abs(minutes)
  if (size === 0 || size * 2 >= minutesPerDay) return `${rounded(minutes / minutesPerDay)} d`
  return size < 60 ? `${rounded(minutes)} min` : `${rounded(minutes / 60)} h`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10 + 0
}

function lagOf({ lag, lagUnit }: PlanLink, length: PlanWords['length']): string {
  if (lag === 0) return ''
  const sign = lag > 0 ? ' +' : ' '
  if (lagUnit === 'percent') return `${sign}${lag} %`
  return lagUnit === 'elapsedMin' ? `${sign}${rounded(lag / 60)} h elapsed` : `${sign}${length(lag)}`
}
