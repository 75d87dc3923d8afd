import { err, ok, type Refusal, type Result } from '../../kernel/index.ts'
import { findCycle } from '../../work/index.ts'
import { orderLinks } from '../order-links.ts'
import type { LinkKind, PlanLink, PlanTask } from './plan.ts'

/** What a node stands for: a leaf of the plan, or the two ends of a summary. */
export const LEAF = 0
/** The beginning of a summary: what it waits for, everything below it waits for. */
export const GATE = 1
/** The end of a summary: it spans what is below it. */
export const END = 2

/** How an edge ties its nodes: the four kinds of links, a summary to what is below it, and back. */
export type EdgeKind = LinkKind | 'below' | 'above'

/** What lies below what, and what is tied to what: all of a plan that does not speak of time. */
export type PlanStructure = {
  readonly tasks: readonly StructureTask[]
  readonly links: readonly StructureLink[]
}
/** A row without its times. */
export type StructureTask = Pick<PlanTask, 'id' | 'parentId' | 'kind'>
/** A link without its lag. */
export type StructureLink = Pick<PlanLink, 'fromId' | 'toId' | 'kind'>

/**
 * Whether a plan can be put in order at all.
 *
 * @returns null; or `schedule.item_unknown`, `schedule.link_circle` naming the way round,
 *   `schedule.link_to_above` for a link between a summary and what is below it, or
 *   `schedule.link_to_finish` for one that bounds the finish of a summary
 */
export function checkStructure(structure: PlanStructure): Refusal | null {
  const ordered = orderStructure(structure)
  return ordered.ok ? null : ordered.refusal
}

/** The nodes of a plan in an order in which every edge leads forwards; refused as `checkStructure` refuses. */
export function orderStructure({
  tasks,
  links,
}: PlanStructure): Result<{ readonly draft: Draft; readonly order: readonly number[] }> {
  const indexOf = new Map(tasks.map((task, index) => [task.id, index]))
  const refusal = checkLinks(links, tasks, indexOf)
  if (refusal) return err(refusal)
  const draft = draftNodes(tasks, links, indexOf)
  const { order } = orderLinks(draft.count, draft.edges)
  return order.length < draft.count ? err(nameCircle(draft, tasks)) : ok({ draft, order })
}

function checkLinks(
  links: readonly StructureLink[],
  tasks: readonly StructureTask[],
  indexOf: ReadonlyMap<string, number>,
): Refusal | null {
  const unknown = tasks.find((task) => task.parentId !== null && !indexOf.has(task.parentId))
  if (unknown) return { code: 'schedule.item_unknown', params: { item: unknown.parentId } }
  const parentOf = new Map(tasks.map((task) => [task.id, task.parentId]))
  const rows: Rows = {
    indexOf,
    parentOf,
    summaries: new Set(parentOf.values()),
    hammocks: new Set(tasks.filter(({ kind }) => kind === 'hammock').map(({ id }) => id)),
  }
  for (const link of links) {
    const refusal = checkLink(link, rows)
    if (refusal) return refusal
  }
  return null
}

type Rows = {
  readonly indexOf: ReadonlyMap<string, number>
  readonly parentOf: ReadonlyMap<string, string | null>
  readonly summaries: ReadonlySet<string | null>
  readonly hammocks: ReadonlySet<string>
}

function checkLink({ fromId, toId, kind }: StructureLink, rows: Rows): Refusal | null {
  const { indexOf, summaries, hammocks } = rows
  const missing = [fromId, toId].find((id) => !indexOf.has(id))
  if (missing !== undefined) return { code: 'schedule.item_unknown', params: { item: missing } }
  if (fromId === toId) return { code: 'schedule.link_circle', params: { path: [fromId] } }
  // A summary finishes when the last thing below it does: what should wait for a finish must name that.
  const isToFinish = kind === 'FF' || kind === 'SF'
  if (isToFinish && summaries.has(toId) && !hammocks.has(fromId)) {
    return { code: 'schedule.link_to_finish', params: { summary: toId, kind } }
  }
  if (!summaries.has(fromId) && !summaries.has(toId)) return null
  if (isAbove(fromId, toId, rows)) {
    return { code: 'schedule.link_to_above', params: { above: fromId, below: toId } }
  }
  return isAbove(toId, fromId, rows)
    ? { code: 'schedule.link_to_above', params: { above: toId, below: fromId } }
    : null
}

function isAbove(above: string, below: string, { parentOf }: Rows): boolean {
  const seen = new Set<string>()
  for (let at: string | null = below; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === above) return true
    seen.add(at)
  }
  return false
}

type DraftEdge = {
  readonly from: number
  readonly to: number
  readonly kind: EdgeKind
  readonly link: number
  /** From what waits to the hammock it is linked to. */
  readonly isTurned: boolean
}

/** Nodes before they are put in order: a node per task, and one more for the end of each summary. */
export type Draft = {
  readonly count: number
  /** Of the task: its leaf or gate, and its leaf or end. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly taskOf: number[]
  readonly role: number[]
  readonly edges: readonly DraftEdge[]
}

function draftNodes(
  tasks: readonly StructureTask[],
  links: readonly StructureLink[],
  indexOf: ReadonlyMap<string, number>,
): Draft {
  const parents = new Set(tasks.map((task) => task.parentId))
  const first = Int32Array.from(tasks.keys())
  const last = Int32Array.from(tasks.keys())
  const taskOf = [...tasks.keys()]
  const role = tasks.map((task): number => (parents.has(task.id) ? GATE : LEAF))
  for (const [index, one] of role.entries()) {
    if (one !== GATE || index >= tasks.length) continue
    last[index] = taskOf.length
    taskOf.push(index)
  }
  while (role.length < taskOf.length) role.push(END)
  const edges = [...edgesOfSummaries(), ...edgesOfLinks()]
  return { count: taskOf.length, first, last, taskOf, role, edges }

  function* edgesOfSummaries(): Generator<DraftEdge> {
    for (const [index, task] of tasks.entries()) {
      const parent = task.parentId === null ? undefined : indexOf.get(task.parentId)
      if (parent === undefined) continue
      const edge = { link: -1, isTurned: false }
      yield { ...edge, from: first[parent] ?? 0, to: first[index] ?? 0, kind: 'below' }
      yield { ...edge, from: last[index] ?? 0, to: last[parent] ?? 0, kind: 'above' }
    }
  }

  function* edgesOfLinks(): Generator<DraftEdge> {
    for (const [link, { fromId, toId, kind }] of links.entries()) {
      const ends = [indexOf.get(fromId) ?? 0, indexOf.get(toId) ?? 0] as const // A pair.
      const isTurned = leavesHammock(tasks[ends[0]], tasks[ends[1]])
      const [from, to] = isTurned ? [ends[1], ends[0]] : ends
      yield {
        from: last[from] ?? 0,
        to: first[to] ?? 0,
        kind: isTurned ? TURNED[kind] : kind,
        link,
        isTurned,
      }
    }
  }
}

/** A link seen from its other end: what was tied to a start is now tied by it. */
const TURNED = { FS: 'SF', SS: 'SS', FF: 'FF', SF: 'FS' } as const

/** Nothing waits for a hammock: it reaches to what a link from it names, as to what a link to it names. */
function leavesHammock(from: StructureTask | undefined, to: StructureTask | undefined): boolean {
  return from?.kind === 'hammock' && to?.kind !== 'hammock'
}

function nameCircle({ edges, taskOf }: Draft, tasks: readonly StructureTask[]): Refusal {
  const circle = findCycle(edges.map(({ from, to }) => ({ fromId: String(from), toId: String(to) }))) ?? []
  const path = circle.map((node) => tasks[taskOf[Number(node)] ?? 0]?.id ?? '')
  return { code: 'schedule.link_circle', params: { path: path.filter((id, at) => id !== path[at - 1]) } }
}
