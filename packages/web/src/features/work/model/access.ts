import type { ContainerView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import type { Lookup } from './lookup.ts'

const WRITES: ReadonlySet<ContainerView['myRole']> = new Set(['contributor', 'manager'])

/** Whether the person may change an item: in one of its containers is enough. The server decides. */
export function canWriteItem(item: Pick<WorkItem, 'containerIds' | 'archivedAt'>, lookup: Lookup): boolean {
  const roles = item.containerIds.flatMap((id) => lookup.containers.get(id)?.myRole ?? [])
  return item.archivedAt === null && roles.some((role) => WRITES.has(role))
}

/** Whether the person may open items in a container. */
export function canCreateIn(container: Pick<ContainerView, 'myRole' | 'archivedAt'>): boolean {
  return container.archivedAt === null && WRITES.has(container.myRole)
}
