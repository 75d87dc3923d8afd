import { cellsOf } from './cells.ts'
import { linksThatClose } from './find-cycles.ts'
import type { Tell, XerProblemCode } from './problem.ts'
import type { XerRow } from './read-tables.ts'
import type { XerActivity, XerLink } from './xer-project.ts'

const KINDS = { PR_FS: 'FS', PR_SS: 'SS', PR_FF: 'FF', PR_SF: 'SF' } as const
const MOST_NAMES = 20

type Activities = ReadonlyMap<string, XerActivity>

/**
 * The links between activities, those of several projects too. What cannot be used is told and
 * marked: ends that are not in the file, links to itself, doubled ones, and those closing a circle.
 */
export function readLinks(rows: readonly XerRow[], activities: Activities, tell: Tell): readonly XerLink[] {
  const seen = new Set<string>()
  const links = rows.map((row) => {
    const link = readLink(row, activities, tell)
    const key = `${link.predecessorId} ${link.successorId} ${link.kind}`
    const leftOut = faultOf(link, activities) ?? (seen.has(key) ? 'xer.link_duplicate' : undefined)
    seen.add(key)
    if (leftOut !== undefined) tellLink(leftOut, link, { activities, tell })
    return { ...link, leftOut }
  })
  return leaveOutCycles(links, activities, tell)
}

function readLink(row: XerRow, activities: Activities, tell: Tell): XerLink {
  const successorId = row.get('task_id') ?? ''
  const cells = cellsOf(row, nameOf(activities.get(successorId)), tell)
  return {
    predecessorId: row.get('pred_task_id') ?? '',
    successorId,
    kind: cells.word('pred_type', KINDS) ?? 'FS',
    lagMin: cells.hours('lag_hr_cnt') ?? 0,
    leftOut: undefined,
    line: row.line,
  }
}

function faultOf(link: XerLink, activities: Activities): XerProblemCode | undefined {
  if (!activities.has(link.predecessorId) || !activities.has(link.successorId)) return 'xer.link_dangling'
  return link.predecessorId === link.successorId ? 'xer.link_to_self' : undefined
}

function tellLink(
  code: XerProblemCode,
  link: XerLink,
  context: { readonly activities: Activities; readonly tell: Tell; readonly cycle?: readonly string[] },
): void {
  const { activities, tell, cycle } = context
  const successor = activities.get(link.successorId)
  const predecessor = activities.get(link.predecessorId)
  const known = predecessor === undefined ? {} : { predecessor: nameOf(predecessor) }
  const ids = { predecessorId: link.predecessorId.slice(0, 60), successorId: link.successorId.slice(0, 60) }
  const circle = cycle === undefined ? {} : { cycle }
  tell(code, { subject: nameOf(successor), line: link.line }, { ...ids, ...known, ...circle })
}

function leaveOutCycles(links: readonly XerLink[], activities: Activities, tell: Tell): readonly XerLink[] {
  const usable = links.flatMap((link, index) =>
    link.leftOut === undefined ? [{ index, from: link.predecessorId, to: link.successorId }] : [],
  )
  const closing = new Map(linksThatClose(usable).map(({ link, cycle }) => [link.index, cycle]))
  return links.map((link, index) => {
    const cycle = closing.get(index)
    if (cycle === undefined) return link
    const names = cycle.slice(0, MOST_NAMES).map((id) => nameOf(activities.get(id)))
    tellLink('xer.link_cycle', link, { activities, tell, cycle: names })
    return { ...link, leftOut: 'xer.link_cycle' as const }
  })
}

/** Activities go by their code and name: `A1000 Dig`. */
function nameOf(activity: XerActivity | undefined): string {
  return activity === undefined ? '' : `${activity.code} ${activity.name}`.trim().slice(0, 100)
}
