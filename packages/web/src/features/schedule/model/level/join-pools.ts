import type { Alternatives, OutsideWork, PlanAssignment, PlanResource } from '@millrace/core/schedule'
import type { LevelPart } from './level-part.ts'

/** People, machines and who does what of several projects; what the rest of the projects takes stays outside. */
export type JoinedPool = {
  readonly resources: readonly PlanResource[]
  readonly assignments: readonly PlanAssignment[]
  readonly outside: readonly OutsideWork[]
}

/**
 * The pools of projects as one. A person is one resource in all of them, that of the first project which knows them;
 * work of the projects themselves is no longer outside of them.
 */
export function joinPools(parts: readonly LevelPart[]): JoinedPool {
  const idOf = knownIds(parts)
  const joined = new Set(parts.map(({ containerId }) => containerId))
  const resources = new Map<string, PlanResource>()
  const outside: OutsideWork[] = []
  for (const { pool } of parts) {
    const own = pool.pooled.resources.filter(({ id }) => !resources.has(idOf(id)))
    const ids = new Set<string>(own.map(({ id }) => id))
    for (const resource of own) resources.set(idOf(resource.id), { ...resource, id: idOf(resource.id) })
    // What is outside of a resource is known whole to the first project that has it.
    outside.push(
      ...pool.outside
        .filter(({ resourceId, containerId }) => ids.has(resourceId) && !joined.has(containerId ?? ''))
        .map((work) => ({ ...work, resourceId: idOf(work.resourceId) })),
    )
  }
  const assignments = parts.flatMap(({ pool: { pooled } }) =>
    pooled.assignments.map((each) => renamed(each, pooled.resources, idOf)),
  )
  return { resources: [...resources.values()], assignments, outside }
}

/** By what id a resource of any of the projects goes: one that stands for a person by the first that does. */
function knownIds(parts: readonly LevelPart[]): (id: string) => string {
  const personOf = new Map(
    parts.flatMap(
      ({ plan }) =>
        plan.resources.flatMap(({ id, personId }) => (personId === null ? [] : [[id, personId] as const])), // A pair.
    ),
  )
  const first = new Map<string, string>()
  for (const { pool } of parts) {
    for (const { id } of pool.pooled.resources) {
      const person = personOf.get(id) ?? id
      if (!first.has(person)) first.set(person, id)
    }
  }
  return (id) => first.get(personOf.get(id) ?? id) ?? id
}

/** Whoever has a skill may do it where they can be assigned: in a project that knows them. */
function renamed(
  assignment: PlanAssignment,
  known: readonly PlanResource[],
  idOf: (id: string) => string,
): PlanAssignment {
  const { resourceId, alternatives } = assignment
  const others = alternatives && othersOf(alternatives, known)
  return {
    ...assignment,
    resourceId: resourceId === null ? null : idOf(resourceId),
    ...(others && { alternatives: { kind: 'resources', resourceIds: others.map(idOf) } }),
  }
}

function othersOf(alternatives: Alternatives, known: readonly PlanResource[]): readonly string[] {
  if (alternatives.kind === 'resources') return alternatives.resourceIds
  return known.filter(({ skills }) => skills?.includes(alternatives.skill)).map(({ id }) => id)
}
