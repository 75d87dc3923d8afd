import type { Id } from '../../kernel/index.ts'
import type { LagUnit, LinkKind } from './plan.ts'

/** A link as far as bridging looks at it. */
export type BridgedLink = {
  readonly fromId: Id<'WorkItem'>
  readonly toId: Id<'WorkItem'>
  readonly linkType: LinkKind
  readonly lag: number
  readonly lagUnit: LagUnit
}

/**
 * The links that stand for those over items that are left out, so that what came before them still comes before what
 * came after. A bridge begins as the first link of its way and ends as the last one. It keeps the lag of the first: that
 * belongs to what is still done, such as concrete that hardens; lags behind the items that are left out go with them.
 *
 * @returns one bridge for each way's ends and kind, in the order of the links; none where such a link is there already
 */
export function bridgeLinks<Link extends BridgedLink>(
  links: readonly Link[],
  leftOut: ReadonlySet<string>,
): readonly BridgedLink[] {
  const outOf = Map.groupBy(links, ({ fromId }): string => fromId)
  const present = new Set(
    links.filter(({ fromId, toId }) => !leftOut.has(fromId) && !leftOut.has(toId)).map(keyOf),
  )
  return links
    .filter(({ fromId, toId }) => !leftOut.has(fromId) && leftOut.has(toId))
    .flatMap((first) =>
      endsBehind(first, outOf, leftOut).flatMap((last) => {
        const bridge = bridgeOf(first, last)
        if (bridge.fromId === bridge.toId || present.has(keyOf(bridge))) return []
        present.add(keyOf(bridge))
        return [bridge]
      }),
    )
}

/** The last links of all ways over left out items, from a first one on. */
function endsBehind<Link extends BridgedLink>(
  first: Link,
  outOf: ReadonlyMap<string, readonly Link[]>,
  leftOut: ReadonlySet<string>,
): readonly Link[] {
  const seen = new Set<string>([first.toId])
  const ends: Link[] = []
  // Grows while it is walked through.
  const open: string[] = [first.toId]
  for (const itemId of open) {
    for (const link of outOf.get(itemId) ?? []) {
      if (!leftOut.has(link.toId)) ends.push(link)
      else if (!seen.has(link.toId)) {
        seen.add(link.toId)
        open.push(link.toId)
      }
    }
  }
  return ends
}

const ENDS: Readonly<Record<LinkKind, readonly ['S' | 'F', 'S' | 'F']>> = {
  FS: ['F', 'S'],
  SS: ['S', 'S'],
  FF: ['F', 'F'],
  SF: ['S', 'F'],
}

function bridgeOf({ fromId, linkType, lag, lagUnit }: BridgedLink, last: BridgedLink): BridgedLink {
  const [from] = ENDS[linkType]
  const [, to] = ENDS[last.linkType]
  return { fromId, toId: last.toId, linkType: `${from}${to}`, lag, lagUnit }
}

function keyOf({ fromId, toId, linkType }: BridgedLink): string {
  return `${fromId} ${toId} ${linkType}`
}
