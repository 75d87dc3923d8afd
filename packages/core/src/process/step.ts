import type { Id, Instant } from '../kernel/index.ts'
import type { GraphNode, ProcessGraph } from './engine/graph.ts'
import { outlineOrder } from './outline-order.ts'

/** What a regulation says is done at one place of a process, by whom and with what result: over all its versions. */
export type ProcessStep = {
  readonly id: Id<'ProcessStep'>
  readonly processId: Id<'Container'>
  /** The id that models give its element. */
  readonly elementId: string
  readonly name: string
  /** Place in the order of steps: compare as plain text. */
  readonly rank: string
  readonly teamId: Id<'Team'> | null
  readonly responsibleId: Id<'Person'> | null
  /** How long the step may take before it is late, in clock minutes. */
  readonly expectedMin: number | null
  readonly effortMin: number | null
  readonly practice: string | null
  readonly role: string | null
  readonly artifact: string | null
  readonly archivedAt: Instant | null
  readonly version: number
}

/** More than this, and nobody oversees the process any more. */
export const STEPS_MAX = 500

/** What people do: each time a token comes to it, a work item is opened. */
export function isHumanWork({ type }: Pick<GraphNode, 'type'>): boolean {
  return type === 'userTask' || type === 'manualTask' || type === 'task'
}

/**
 * The steps of a process by a new version of its model. Steps whose element is there no more are archived, as
 * instances went or still go through them; what comes back is the same step again.
 *
 * @param before all steps that the process has or had
 * @returns those that are new, and those that have changed
 */
export function deriveSteps(
  graph: ProcessGraph,
  before: readonly ProcessStep[],
  context: {
    readonly processId: Id<'Container'>
    readonly now: Instant
    readonly newId: <Entity extends string>() => Id<Entity>
  },
): {
  readonly added: readonly ProcessStep[]
  readonly changed: readonly ProcessStep[]
  readonly order: readonly Id<'ProcessStep'>[]
} {
  const known = new Map(before.map((step) => [step.elementId, step]))
  const { processId, now, newId } = context
  const wanted = outlineOrder(graph)
    .filter(isHumanWork)
    .map((node, place) => {
      const old = known.get(node.id)
      const fresh = { id: old?.id ?? newId<'ProcessStep'>(), processId, version: 1 }
      return { old, step: { ...fresh, ...describe(node, place) } }
    })
  const present = new Set(wanted.map(({ step }) => step.elementId))
  const gone = before.filter((step) => step.archivedAt === null && !present.has(step.elementId))
  return {
    added: wanted.flatMap(({ old, step }) => (old ? [] : [step])),
    changed: [
      ...wanted.flatMap(({ old, step }) =>
        old && !isSame(old, step) ? [{ ...step, version: old.version + 1 }] : [],
      ),
      ...gone.map((step) => ({ ...step, archivedAt: now, version: step.version + 1 })),
    ],
    order: wanted.map(({ step }) => step.id),
  }
}

function describe({ id, name, work, lane }: GraphNode, place: number) {
  const { teamId, responsibleId, expectedMin, effortMin, practice, role, artifact } = work.assignment
  return {
    elementId: id,
    name: name === '' ? id : name,
    rank: String(place + 1).padStart(4, '0'),
    ...{ teamId, responsibleId, expectedMin, effortMin, practice, artifact },
    role: role ?? lane,
    archivedAt: null,
  }
}

function isSame(one: ProcessStep, other: ProcessStep): boolean {
  const keys = [
    'name',
    'rank',
    'teamId',
    'responsibleId',
    'expectedMin',
    'effortMin',
    'practice',
    'role',
    'artifact',
    'archivedAt',
  ] as const
  return keys.every((key) => one[key] === other[key])
}
