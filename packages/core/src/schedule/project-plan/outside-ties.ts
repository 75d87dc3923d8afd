import { standardCalendar } from '../../calendar/index.ts'
import type { OutsideLink } from '../network/plan.ts'
import { minuteOf } from './minute-of.ts'
import type { OutsideTies, ProjectPlan } from './project-plan.ts'

const STANDARD_ID = standardCalendar('UTC').id

/** What the rows of a plan wait for in other projects, by row; what has no place in time yet holds nothing. */
export function outsideLinksOf({
  outside,
  settings,
}: Pick<ProjectPlan, 'outside' | 'settings'>): ReadonlyMap<string, readonly OutsideLink[]> {
  const isCounted = settings.lagCalendar === 'predecessor'
  const links = new Map<string, OutsideLink[]>()
  for (const { toId, linkType: kind, from, ...link } of outside?.links ?? []) {
    if (from === null) continue
    const calendarId = isCounted ? (from.calendarId ?? STANDARD_ID) : null
    const dates = { startAt: minuteOf(from.startAt), finishAt: minuteOf(from.finishAt) }
    const own = links.get(toId) ?? []
    own.push({ ...link, kind, from: { ...from, ...dates, calendarId } })
    links.set(toId, own)
  }
  return links
}

/**
 * The rows that wait for other dates in other projects than before.
 *
 * @returns null when more than dates differ
 */
export function movedOutside(
  before: OutsideTies | undefined,
  now: OutsideTies | undefined,
): ReadonlySet<string> | null {
  if (before === now) return new Set()
  if (!before || !now || asTied(before) !== asTied(now)) return null
  const moved = now.links.filter((link, at) => JSON.stringify(link) !== JSON.stringify(before.links[at]))
  return new Set(moved.map(({ toId }) => toId))
}

/** All of it but dates, to be compared. */
function asTied({ links, ...ties }: OutsideTies): string {
  return JSON.stringify({
    ...ties,
    links: links.map(({ from, ...link }) => ({ ...link, calendarId: from && from.calendarId })),
  })
}
