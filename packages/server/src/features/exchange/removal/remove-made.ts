import type { RemovalView } from '@millrace/contract'
import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../../platform/commands/index.ts'
import { forgetCases } from '../../case/index.ts'
import { forgetTime } from '../../cost/index.ts'
import { forgetComments } from '../../discussion/index.ts'
import { forgetFiles } from '../../files/index.ts'
import { findForgettable, forgetPeople } from '../../identity/index.ts'
import { forgetInboxes, forgetNews, INBOX_TABLES } from '../../notify/index.ts'
import { forgetPractices } from '../../practice/index.ts'
import { forgetProcesses } from '../../process/index.ts'
import { forgetPlans } from '../../schedule/index.ts'
import { forgetBelongings, forgetCatalogue, forgetContainers, forgetItems } from '../../work/index.ts'
import { findMade, type MadeBy, type MadeKind, type MadeRow } from '../queries/find-made.ts'
import { findNeededContainers, findNeededItems } from '../queries/find-needed.ts'
import { replanStatements } from '../store/replan.ts'

/** What a removal did. */
export type Removal = { readonly view: RemovalView; readonly gone: readonly SubjectRef[] }

const KEPT_SHOWN = 200
/** Rows that go together with the people they name, if these go. */
const LEAVING = ['container_grant', 'saved_view', 'method_manager', ...INBOX_TABLES]
/** People of an import who can sign in have joined since; those of the demo got their accounts with it. */
const LEAVING_WITH = { import: LEAVING, demo: [...LEAVING, 'auth_member', 'api_token'] } as const

/**
 * Removes everything that a run or the demo made, in the one transaction of its unit, and keeps what
 * people made themselves with everything it stands on. Every feature deletes its own.
 */
export async function removeMade(unit: Unit, by: MadeBy): Promise<Removal> {
  await replanStatements(unit)
  const made = await findMade(unit.tx, unit.organisationId, by)
  const ids = (kind: MadeKind) => made.filter((row) => row.kind === kind).map(({ id }) => id)
  const reasons = await findReasons(unit, ids)
  const leaving = (kind: MadeKind) => ids(kind).filter((id) => !reasons.has(id))
  const itemIds = leaving('item')
  const containerIds = leaving('container')
  const instanceIds = leaving('instance')
  await forgetNews(unit, { itemIds, instanceIds, containerIds })
  const gone = [
    ...(await forgetProcesses(unit, {
      itemIds,
      instanceIds,
      processIds: containerIds,
    })),
    ...(await forgetCases(unit, { itemIds, caseIds: containerIds })),
    ...(await forgetComments(unit, itemIds)),
    ...(await forgetTime(unit, itemIds)),
    ...(await forgetFiles(unit, { itemIds, containerIds })),
    ...(await forgetPlans(unit, {
      itemIds,
      projectIds: containerIds,
      resourceIds: ids('resource'),
      calendarIds: ids('calendar'),
      baselineIds: ids('baseline'),
    })),
    ...(await forgetItems(unit, itemIds)),
    ...(await forgetContainers(unit, containerIds)),
    ...(await forgetPractices(unit, {
      practiceIds: ids('practice'),
      artifactTypeIds: ids('artifactType'),
      // Whoever removes goes on judging.
      personIds: ids('person').filter((id) => id !== unit.principal.personId),
    })),
    ...(await forgetCatalogue(unit, {
      typeIds: ids('type'),
      fieldIds: ids('field'),
      labelIds: ids('label'),
    })),
    ...(await removePeople(unit, {
      // Who removes stays, to see what became of it.
      personIds: ids('person').filter((id) => id !== unit.principal.personId),
      teamIds: ids('team'),
      leaving: LEAVING_WITH[by.kind],
    })),
  ]
  return { gone, view: summarise(made, gone, reasons) }
}

/** Why things stay, by id. */
async function findReasons(
  unit: Unit,
  ids: (kind: MadeKind) => readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const candidates = {
    organisationId: unit.organisationId,
    itemIds: ids('item'),
    containerIds: ids('container'),
    instanceIds: ids('instance'),
  }
  const items = await findNeededItems(unit.tx, candidates)
  const kept = new Set(items.map(({ id }) => id))
  const containers = await findNeededContainers(unit.tx, {
    ...candidates,
    itemIds: candidates.itemIds.filter((id) => !kept.has(id)),
  })
  return new Map([...items, ...containers].map(({ id, reason }) => [id, reason]))
}

async function removePeople(
  unit: Unit,
  candidates: Parameters<typeof findForgettable>[1],
): Promise<readonly SubjectRef[]> {
  const gone = await findForgettable(unit, candidates)
  const views = await forgetBelongings(unit, gone.personIds)
  await forgetInboxes(unit, gone.personIds)
  return [...views, ...(await forgetPeople(unit, gone))]
}

function summarise(
  made: readonly MadeRow[],
  gone: readonly SubjectRef[],
  reasons: ReadonlyMap<string, string>,
): RemovalView {
  const removed: Record<string, number> = {}
  for (const { kind } of gone) removed[kind] = (removed[kind] ?? 0) + 1
  const goneIds = new Set(gone.map(({ id }) => id))
  const kept = made.filter(({ kind, id }) => SEEN.has(kind) && !goneIds.has(id))
  return {
    removed,
    kept: kept
      .slice(0, KEPT_SHOWN)
      .map(({ kind, id, name }) => ({ kind, id, name, reason: reasons.get(id) ?? 'used' })),
    keptCount: kept.length,
  }
}

/** What people know as things of their own; the rest goes with them. */
const SEEN: ReadonlySet<MadeKind> = new Set([
  'item',
  'container',
  'instance',
  'person',
  'team',
  'label',
  'field',
  'type',
  'practice',
  'artifactType',
])
