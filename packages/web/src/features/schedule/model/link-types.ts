import type { PlanView } from '@millrace/contract'

type Link = PlanView['links'][number]

/** How two items can be tied: once in each way. */
export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const satisfies readonly Link['linkType'][]

/** In which ways an item is tied already to each of those before it. */
export function linkTypesOf(
  links: readonly Pick<Link, 'fromId' | 'linkType'>[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const byItem = Map.groupBy(links, ({ fromId }) => fromId)
  return new Map([...byItem].map(([id, own]) => [id, new Set(own.map(({ linkType }) => linkType))]))
}

/** In which ways one item is tied to another. */
export function typesBetween(
  links: readonly Link[],
  { fromId, toId }: Pick<Link, 'fromId' | 'toId'>,
): ReadonlySet<string> {
  return linkTypesOf(links.filter((link) => link.toId === toId)).get(fromId) ?? new Set()
}
