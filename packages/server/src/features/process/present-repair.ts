import type { BulkView, IncidentGroupView, IncidentView, StandingView } from '@millrace/contract'
import type { Compiled } from './graphs.ts'
import type { RelatedRow, WorkRow } from './queries/find-standing.ts'
import type { CauseRow, StuckRow } from './queries/find-stuck.ts'
import type { BulkRow } from './store/bulks.ts'

/** Versions by id, to name elements by. */
export type Models = ReadonlyMap<string, Compiled>

/** An element with the name that a version gives it. */
export function presentElement(models: Models, modelId: string, elementId: string) {
  const graph = models.get(modelId)?.graph
  const node = graph?.nodes[graph.indexOf.get(elementId) ?? -1]
  return { elementId, elementName: node?.name ?? '' }
}

/** An incident as people see it. */
export function presentStuck(row: StuckRow, models: Models): IncidentView {
  return {
    ...{ instanceId: row.instance_id, incidentId: row.id, containerId: row.process_id },
    ...{ number: row.number, title: row.title, modelNumber: row.model_number },
    ...presentElement(models, row.model_id, row.node),
    ...{ kind: row.kind, text: row.text, tokenId: row.token, since: row.since },
  }
}

/** A cause of incidents as people see it. */
export function presentCause(row: CauseRow, models: Models): IncidentGroupView {
  return {
    containerId: row.process_id,
    ...presentElement(models, row.model_id, row.node),
    ...{ kind: row.kind, text: row.text, count: row.count, instanceCount: row.instance_count },
    ...{ oldestAt: row.oldest_at, newestAt: row.newest_at },
  }
}

/** A bulk act as people see it. */
export function presentBulk(row: BulkRow): BulkView {
  return {
    ...{ id: row.id, containerId: row.process_id, kind: row.act.kind, reason: row.reason, state: row.state },
    ...{ startedBy: row.started_by, startedAt: row.started_at, endedAt: row.ended_at, total: row.total },
    ...{ done: row.done, refused: row.refused, refusals: row.refusals, version: row.version },
  }
}

/** What people did in an instance; where somebody else did what came before, it changed hands. */
export function presentWork(rows: readonly WorkRow[]): StandingView['work'] {
  let before: string | null = null
  return rows.map((row) => {
    const who = row.responsible_id
    const isHandedOver = who !== null && before !== null && before !== who
    before = who ?? before
    return {
      ...{ itemId: row.item_id, key: row.key, title: row.title, stepName: row.step_name },
      ...{ openedAt: row.opened_at, startedAt: row.started_at, closedAt: row.closed_at },
      ...{ responsibleId: who, isHandedOver },
    }
  })
}

/** The instances around one. */
export function presentRelated(rows: readonly RelatedRow[]): Pick<StandingView, 'parent' | 'children'> {
  const plain = ({ id, process_id: containerId, number, title }: RelatedRow) => ({
    id,
    containerId,
    number,
    title,
  })
  const parent = rows.find((row) => row.is_parent)
  const children = rows.filter((row) => !row.is_parent)
  return {
    parent: parent ? plain(parent) : null,
    children: children.map((row) => ({ ...plain(row), state: row.state })),
  }
}
