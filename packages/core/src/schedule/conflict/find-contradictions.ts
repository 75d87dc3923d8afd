import type { Id } from '../../kernel/index.ts'
import type { ConstraintKind, PlanInput } from '../network/plan.ts'
import { PlanNetwork } from '../network/plan-network.ts'
import { DRIVER } from '../network/times.ts'
import { findConflicts } from './find-conflicts.ts'

/** Two constraints that can never both hold, whatever else moves. */
export type Contradiction = {
  /** What is held, and by what comes after it holds the other. */
  readonly beforeId: Id<'WorkItem'>
  /** What is to be no later than it can be then. */
  readonly afterId: Id<'WorkItem'>
  /** The links between them. */
  readonly linkIds: ReadonlySet<Id<'Relation'>>
}

/** Two years: longer chains that nothing holds end later than what is held, and say nothing about it. */
const OUT_OF_THE_WAY = 730 * 1440

/**
 * Constraints that contradict each other through the links and durations between them: an item that must start or
 * finish on a date, and one behind it that may not be as late as that makes it. Everything softer is left out: what is
 * wanted no earlier than, the start of the project, the status date, levelling, other plans. Where dates win over links, links give way, and nothing
 * contradicts. None in a plan that cannot be calculated.
 */
export function findContradictions(input: PlanInput): readonly Contradiction[] {
  if (input.options.precedence === 'dates') return []
  const tasks = input.tasks.map((task) => ({
    ...task,
    constraint: isHard(task.constraint?.kind ?? null) ? task.constraint : null,
    deadlineAt: null,
    levelledAt: null,
    outside: [],
  }))
  // The start of the project holds nothing here that somebody has not said: it is put out of the way.
  const first = tasks.reduce(
    (least, { constraint }) => Math.min(least, constraint?.at ?? least),
    input.options.startAt,
  )
  const options = { ...input.options, startAt: first - OUT_OF_THE_WAY, statusAt: null }
  const network = PlanNetwork.of({ ...input, tasks, options })
  if (!network.ok) return []
  const indexOf = new Map(tasks.map(({ id }, index) => [id, index]))
  return findConflicts(network.value).flatMap((conflict) => {
    if (conflict.kind !== 'constraint') return []
    const found = heldBy(network.value, indexOf.get(conflict.itemId) ?? 0)
    return found && found.beforeId !== found.afterId ? [found] : []
  })
}

/** Whether a constraint names a date that may not be passed. */
export function isHard(kind: ConstraintKind | null): boolean {
  return kind === 'MSO' || kind === 'MFO' || kind === 'SNLT' || kind === 'FNLT'
}

/** Back along what set each date, to a constraint. */
function heldBy({ net, times }: PlanNetwork, index: number): Contradiction | null {
  const linkIds = new Set<string>()
  let node = net.nodeOf[index] ?? 0
  const idOf = (at: number) => net.tasks[net.taskOf[at] ?? 0]?.id ?? ''
  const afterId = idOf(node)
  for (;;) {
    const driver = times.driver[node] ?? DRIVER.project
    if (driver === DRIVER.constraint) return { beforeId: idOf(node), afterId, linkIds }
    const edge = net.edges[driver]
    if (!edge) return null
    const link = net.links[edge.link]
    if (link) linkIds.add(link.id)
    node = edge.from
  }
}
