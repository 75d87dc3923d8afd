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
  const { name, description, work } = definitionOf(standing, row)
  const { teamId, responsibleId, role, practice, artifact, effortMin, expectedMin } = work
  return {
    ...{ id: itemId, containerId: info.id, description, stateId: info.readyStateId },
    title: row.round > 1 ? `${name} (${row.round})` : name,
    requesterId: closing.requesterId,
    accountableId: info.ownerId,
    teamId: teamId ?? info.teamId,
    ...{ responsibleId, role, practice, artifact, effortMin },
    dueOn: expectedMin === null ? null : dayOf(now + expectedMin * MINUTE_MS, info.timeZone),
  }
}

const NO_WORK = {
  ...{ teamId: null, responsibleId: null, role: null, practice: null, artifact: null },
  ...{ effortMin: null, expectedMin: null },
}

function definitionOf(standing: HeldCase['standing'], { defId }: PlanItemRow) {
  const node = standing?.graph.nodes[standing.graph.indexOf.get(defId) ?? -1]
  if (!node) throw new TypeError(`the plan has no item ${defId}`)
  return { name: node.name, description: node.description, work: node.work ?? NO_WORK }
}
