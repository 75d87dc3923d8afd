import type { WorkItem } from './work-item.ts'

/** The six things that turn a task into work. */
export const READINESS = ['performer', 'deadline', 'role', 'practice', 'resources', 'artifact'] as const
/** One of the six things that turn a task into work. */
export type ReadinessPart = (typeof READINESS)[number]

type ReadinessFields = Pick<
  WorkItem,
  'responsibleId' | 'dueOn' | 'role' | 'practice' | 'resources' | 'artifact'
>

/**
 * What an item still lacks before it is ready: performer, deadline, role, method, resources and the
 * work artifact that will result. Empty means six of six.
 */
export function missingForReadiness(item: ReadinessFields): readonly ReadinessPart[] {
  const known: Readonly<Record<ReadinessPart, unknown>> = {
    performer: item.responsibleId,
    deadline: item.dueOn,
    role: item.role,
    practice: item.practice,
    resources: item.resources,
    artifact: item.artifact,
  }
  return READINESS.filter((part) => known[part] === null)
}
