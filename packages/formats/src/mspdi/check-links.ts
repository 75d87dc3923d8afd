import type { ProblemLog } from '../report/index.ts'
import { breakCycles } from './link-cycles.ts'
import type { MspdiLink } from './mspdi-project.ts'
import { outlineOf } from './outline.ts'
import { type MspdiProblem, type MspdiProblemCode, mspdiProblem } from './problem.ts'
import { shownName, subjectOf } from './project-content.ts'
import type { MspdiPredecessor, MspdiTask } from './task.ts'

type Fault = { readonly code: MspdiProblemCode; readonly params: Record<string, string | number> }

/** A link between two rows of the task list, and what speaks against it. */
type Candidate = {
  readonly successor: number
  readonly predecessor: number | undefined
  readonly written: MspdiPredecessor
  leftOut: MspdiProblemCode | undefined
}

/**
 * Lists the links of all tasks and tells those that cannot be used: to unknown tasks, to itself,
 * into an own summary, doubled, or closing a circle. Without them the links form no circle, also
 * when a link of a summary is taken to hold for all tasks inside it.
 */
export function checkLinks(tasks: readonly MspdiTask[], log: ProblemLog<MspdiProblem>): readonly MspdiLink[] {
  const rowByUid = new Map<number, number>()
  tasks.forEach((task, row) => {
    if (!rowByUid.has(task.uid)) rowByUid.set(task.uid, row)
  })
  const outline = outlineOf(tasks)
  const isInside = (row: number, summary: number): boolean =>
    row > summary && row <= (outline.lastRows[summary] ?? summary)
  const seen = new Set<string>()
  const candidates = tasks.flatMap((task, successor) =>
    task.predecessors.map((written): Candidate => {
      const predecessor = rowByUid.get(written.predecessorUid)
      const fault =
        faultOf({ task, successor, predecessor, written }, isInside) ?? doubled(task, written, seen)
      if (fault !== undefined) {
        const name = predecessor === undefined ? undefined : tasks[predecessor]?.name
        const params = name === undefined ? fault.params : { ...fault.params, predecessor: shownName(name) }
        log.add(mspdiProblem({ ...subjectOf('task', task), line: written.line }, fault.code, params))
      }
      return { successor, predecessor, written, leftOut: fault?.code }
    }),
  )
  leaveOutCycles(tasks, candidates, log)
  return candidates.map(({ successor, written, leftOut }) => ({
    predecessorUid: written.predecessorUid,
    successorUid: tasks[successor]?.uid ?? 0,
    kind: written.kind,
    lag: written.lag,
    leftOut,
  }))
}

function faultOf(
  link: {
    readonly task: MspdiTask
    readonly successor: number
    readonly predecessor: number | undefined
    readonly written: MspdiPredecessor
  },
  isInside: (row: number, summary: number) => boolean,
): Fault | undefined {
  const { task, successor, predecessor, written } = link
  const params = { predecessorUid: written.predecessorUid }
  if (written.crossProject !== undefined && predecessor === undefined) {
    return { code: 'mspdi.link_cross_project', params: { ...params, project: written.crossProject } }
  }
  if (predecessor === undefined) return { code: 'mspdi.link_dangling', params }
  if (written.predecessorUid === task.uid) return { code: 'mspdi.link_to_self', params }
  const crossesOutline = isInside(successor, predecessor) || isInside(predecessor, successor)
  return crossesOutline ? { code: 'mspdi.link_to_own_summary', params } : undefined
}

function doubled(task: MspdiTask, written: MspdiPredecessor, seen: Set<string>): Fault | undefined {
  const key = `${written.predecessorUid} ${task.uid} ${written.kind}`
  if (seen.has(key)) {
    return { code: 'mspdi.link_duplicate', params: { predecessorUid: written.predecessorUid } }
  }
  seen.add(key)
  return undefined
}

function leaveOutCycles(
  tasks: readonly MspdiTask[],
  candidates: readonly Candidate[],
  log: ProblemLog<MspdiProblem>,
): void {
  const usable = candidates.flatMap((candidate) =>
    candidate.leftOut === undefined && candidate.predecessor !== undefined
      ? [{ candidate, from: candidate.predecessor, to: candidate.successor }]
      : [],
  )
  for (const { link, cycle } of breakCycles(tasks, usable)) {
    const task = tasks[link.to]
    const predecessor = tasks[link.from]
    if (task === undefined || predecessor === undefined) continue
    link.candidate.leftOut = 'mspdi.link_cycle'
    const names = cycle.map((row) => shownName(tasks[row]?.name ?? ''))
    const params = { predecessorUid: predecessor.uid, predecessor: shownName(predecessor.name), cycle: names }
    const place = { ...subjectOf('task', task), line: link.candidate.written.line }
    log.add(mspdiProblem(place, 'mspdi.link_cycle', params))
  }
}
