import type { CaseGraph, GraphOnPart, GraphSentry } from './graph.ts'
import { CASE_ROW, partKey } from './machine.ts'
import type { CasePlanState, PlanItemRow, SentryPartRow } from './state.ts'

type Plans = { readonly from: CaseGraph; readonly to: CaseGraph; readonly state: CasePlanState }

/** What criteria have seen, as far as the new plan still waits for it: events are known by what they are. */
export function carryParts(
  { from, to, state }: Plans,
  kept: readonly PlanItemRow[],
): Pick<CasePlanState, 'parts' | 'stale' | 'incidents'> {
  const defs = new Map([[CASE_ROW, null] as const, ...kept.map(({ id, defId }) => [id, defId] as const)])
  const parts = state.parts.flatMap((part) => carried(part, { from, to, defId: defs.get(part.itemId) }))
  const stale = new Set(state.stale)
  const stays: string[] = []
  for (const [itemId, defId] of defs)
    for (const { id, ifPart } of sentriesOf(to, defId)) {
      const before = sentriesOf(from, defId).find((sentry) => sentry.id === id)
      if (stale.has(partKey(itemId, id)) && before?.ifPart?.text === ifPart?.text)
        stays.push(partKey(itemId, id))
    }
  return { parts, stale: stays, incidents: state.incidents.filter(({ itemId }) => defs.has(itemId)) }
}

type Between = Pick<Plans, 'from' | 'to'> & { readonly defId: string | null | undefined }

function carried(row: SentryPartRow, { from, to, defId }: Between): readonly SentryPartRow[] {
  if (defId === undefined) return []
  const textsIn = (graph: CaseGraph) =>
    sentriesOf(graph, defId)
      .find(({ id }) => id === row.sentryId)
      ?.onParts.map((part) => textOf(part, graph)) ?? []
  const [before, after] = [textsIn(from), textsIn(to)]
  const seen = before[row.part]
  // Twice the same event is seen at once, and told for both by the first.
  if (seen === undefined || before.indexOf(seen) !== row.part) return []
  return after.flatMap((text, part) => (text === seen ? [{ ...row, part }] : []))
}

/** The criteria of an item; null: of the case itself. */
function sentriesOf({ nodes, indexOf }: CaseGraph, defId: string | null | undefined): readonly GraphSentry[] {
  const node = nodes[defId === null ? 0 : (indexOf.get(defId ?? '') ?? -1)]
  return node ? [...node.entry, ...node.exit] : []
}

function textOf(part: GraphOnPart, { nodes }: CaseGraph): string {
  if (part.on === 'file') return `file ${part.transition} ${part.sourceId}`
  const source = part.source === 0 ? '' : nodes[part.source]?.id
  return `plan ${part.transition} ${source} ${part.exitCriterionId ?? ''}`
}
