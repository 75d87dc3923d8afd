import type { PlanItemRow } from '@millrace/core/case'
import type { Unit } from '../../platform/commands/index.ts'
import { dayOf } from '../../platform/time-zone.ts'
import type { OpenItem } from '../work/index.ts'
import type { HeldCase } from './held-case.ts'

const MINUTE_MS = 60_000

/** The item by which people carry out a step of a plan. Days are those of the organisation. */
export function newItem(
  { now }: Unit,
  { info, standing, closing }: HeldCase,
  { row, itemId }: { readonly row: PlanItemRow; readonly itemId: string },
): OpenItem {
  const node = standing?.graph.nodes[standing.graph.indexOf.get(row.defId) ?? -1]
  const work = node?.work ?? null
  const expectedMin = work?.expectedMin ?? null
  return {
    id: itemId,
    containerId: info.id,
    title: row.round > 1 ? `${node?.name ?? ''} (${row.round})` : (node?.name ?? ''),
    description: node?.description ?? '',
    stateId: info.readyStateId,
    requesterId: closing.requesterId,
    accountableId: info.ownerId,
    teamId: work?.teamId ?? info.teamId,
    responsibleId: work?.responsibleId ?? null,
    ...{ role: work?.role ?? null, practice: work?.practice ?? null, artifact: work?.artifact ?? null },
    effortMin: work?.effortMin ?? null,
    dueOn: expectedMin === null ? null : dayOf(now + expectedMin * MINUTE_MS, info.timeZone),
  }
}
