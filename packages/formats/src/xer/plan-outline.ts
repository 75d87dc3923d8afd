import type { XerActivity, XerFile, XerWbs } from './xer-project.ts'

/** A row of the outline: a node of the work breakdown structure, or an activity in it. */
export type OutlineRow = { readonly parentId: string | null; readonly level: number } & (
  | { readonly kind: 'node'; readonly node: XerWbs; readonly id: string }
  | { readonly kind: 'activity'; readonly activity: XerActivity; readonly id: string }
)

type Below = {
  readonly nodes: ReadonlyMap<string | undefined, readonly XerWbs[]>
  readonly activities: ReadonlyMap<string | undefined, readonly XerActivity[]>
}

/**
 * Activities below their nodes, in the order of the file; nodes without an activity are left out, and so is
 * the topmost, which stands for the project, when there is only one. Ids of nodes are told apart from
 * those of activities by `wbs-`.
 */
export function outlineRows({ wbs, activities, projects }: XerFile): readonly OutlineRow[] {
  const known = new Set(wbs.map(({ id }) => id))
  const isKnown = (id: string | undefined) => (id !== undefined && known.has(id) ? id : undefined)
  const reachable = withoutCircles(wbs)
  const below: Below = {
    nodes: Map.groupBy(reachable, ({ parentId, isProject }) => (isProject ? undefined : isKnown(parentId))),
    activities: Map.groupBy(activities, ({ wbsId }) => isKnown(wbsId)),
  }
  const used = nodesInUse(reachable, below.activities)
  const hidden = new Set(
    projects.length > 1 ? [] : wbs.filter(({ isProject }) => isProject).map(({ id }) => id),
  )
  const rows: OutlineRow[] = []
  const open: {
    readonly node: XerWbs | undefined
    readonly parentId: string | null
    readonly level: number
  }[] = [{ node: undefined, parentId: null, level: 0 }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node } = at
    let inside = { parentId: at.parentId, level: at.level + 1 }
    if (node && !hidden.has(node.id)) {
      const id = `wbs-${node.id}`
      rows.push({ kind: 'node', node, id, parentId: at.parentId, level: inside.level })
      inside = { parentId: id, level: inside.level + 1 }
    }
    for (const activity of below.activities.get(node?.id) ?? []) {
      rows.push({ kind: 'activity', activity, id: activity.id, ...inside })
    }
    const nodes = (below.nodes.get(node?.id) ?? []).filter(({ id }) => used.has(id))
    for (const child of nodes.toReversed())
      open.push({ node: child, parentId: inside.parentId, level: inside.level - 1 })
  }
  return rows
}

/** Nodes that lead up to the top; what lies on a circle hangs in the air. */
function withoutCircles(wbs: readonly XerWbs[]): readonly XerWbs[] {
  const byId = new Map(wbs.map((node) => [node.id, node]))
  return wbs.map((node) => {
    const seen = new Set<string>()
    for (let at: XerWbs | undefined = node; at && !at.isProject; at = byId.get(at.parentId ?? '')) {
      if (seen.has(at.id)) return { ...node, parentId: undefined }
      seen.add(at.id)
    }
    return node
  })
}

/** Nodes with an activity somewhere below them. */
function nodesInUse(wbs: readonly XerWbs[], activities: Below['activities']): ReadonlySet<string> {
  const byId = new Map(wbs.map((node) => [node.id, node]))
  const used = new Set<string>()
  for (const id of activities.keys()) {
    for (let at = byId.get(id ?? ''); at && !used.has(at.id); at = byId.get(at.parentId ?? ''))
      used.add(at.id)
  }
  return used
}
