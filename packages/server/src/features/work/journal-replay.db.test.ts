import { evolve, type WorkEvent, type WorkItem } from '@millrace/core/work'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { Refused } from '../../platform/commands/index.ts'
import { inTransaction, type Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { readEventsAfter } from '../../platform/journal/index.ts'
import { createTestDatabase } from '../../platform/testing/database.ts'
import { findItemColumnsOfContainer } from './queries/find-item-columns.ts'
import { findItems } from './queries/find-items.ts'
import { createWorkWorld, type WorkWorld } from './testing/work-world.ts'

const database = await createTestDatabase()
afterAll(() => database.close())

type Plan = { readonly kind: string; readonly a: number; readonly b: number; readonly c: number }

const plan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom(
    'create',
    'create',
    'child',
    'move',
    'move',
    'change',
    'reparent',
    'block',
    'unblock',
    'archive',
    'restore',
    'relate',
  ),
  a: fc.nat(20),
  b: fc.nat(20),
  c: fc.nat(5),
})
const STATES = ['backlog', 'ready', 'in-progress', 'waiting', 'in-review', 'done']

/** Carries out random plans; refusals are fine, faults are not. Returns the container. */
async function live(world: WorkWorld, plans: readonly Plan[]): Promise<string> {
  const containerId = newId<'Container'>()
  await world.run([
    {
      name: 'work.createContainer',
      input: { id: containerId, kind: 'project', key: `K${containerId.slice(-8).toUpperCase()}`, name: 'P' },
    },
  ])
  const ids: string[] = []
  const blockers: string[] = []
  for (const step of plans) {
    const id = ids[step.a % Math.max(1, ids.length)]
    const other = ids[step.b % Math.max(1, ids.length)]
    const call = callOf(step, { containerId, id, other, ids, blockers })
    if (!call) continue
    try {
      await world.run([call])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return containerId
}

type Place = {
  containerId: string
  id: string | undefined
  other: string | undefined
  ids: string[]
  blockers: string[]
}

function callOf(step: Plan, at: Place): { name: string; input: unknown } | null {
  if (step.kind === 'create' || step.kind === 'child') {
    const id = newId<'WorkItem'>()
    at.ids.push(id)
    const parent = step.kind === 'child' && at.id ? { parentId: at.id } : {}
    return {
      name: 'work.createItem',
      input: { id, containerId: at.containerId, title: `Item ${at.ids.length}`, ...parent },
    }
  }
  const { id, other } = at
  if (id === undefined || other === undefined) return null
  const blockerId = `01900000-0000-7000-8000-00000000000${step.c}`
  const calls: Record<string, { name: string; input: unknown }> = {
    move: { name: 'work.moveItem', input: { id, stateId: STATES[step.c] } },
    change: {
      name: 'work.changeItem',
      input: { id, patch: { title: `New ${step.b}`, priority: step.c % 5, dueOn: '2026-05-05' } },
    },
    reparent: { name: 'work.changeItem', input: { id, patch: { parentId: step.c === 0 ? null : other } } },
    block: { name: 'work.blockItem', input: { id, blockerId, reason: 'other' } },
    unblock: { name: 'work.unblockItem', input: { id, blockerId } },
    archive: { name: 'work.archiveItem', input: { id } },
    restore: { name: 'work.restoreItem', input: { id } },
    relate: { name: 'work.relateItems', input: { id: newId(), fromId: id, toId: other, kind: 'precedes' } },
  }
  return calls[step.kind] ?? null
}

async function readStored(
  tx: Tx,
  at: { readonly organisationId: string; readonly containerId: string },
): Promise<readonly WorkItem[]> {
  const { id } = await findItemColumnsOfContainer(tx, at.organisationId, {
    ...at,
    hiddenFields: new Set(),
    limit: 1000,
  })
  return await findItems(tx, at.organisationId, id)
}

test('replaying the journal gives the tables, whatever was done', { timeout: 120_000 }, async () => {
  const world = await createWorkWorld(database)
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 5, maxLength: 40 }), async (plans) => {
      const containerId = await live(world, plans)
      const { stored, events } = await inTransaction(database.db, world.organisationId, async (tx) => ({
        stored: await readStored(tx, { organisationId: world.organisationId, containerId }),
        events: await readEventsAfter(tx, { organisationId: world.organisationId, seq: 0, limit: 100_000 }),
      }))
      const replayed = new Map<string, WorkItem>()
      for (const event of events) {
        if (event.subject.kind !== 'item' || event.containerId !== containerId) continue
        const before = replayed.get(event.subject.id)
        // A journalled event has the shape it was recorded with.
        const fact = event as unknown as WorkEvent
        replayed.set(event.subject.id, before ? evolve(before, fact) : evolve({} as WorkItem, fact))
      }
      const open = [...replayed.values()].filter((item) => item.archivedAt === null)
      const counted = open.map((item) => ({ ...item, ...childCounts(item, open) }))
      const byId = (a: WorkItem, b: WorkItem) => (a.id < b.id ? -1 : 1)
      expect(counted.toSorted(byId)).toEqual(stored.toSorted(byId))
      const openIds = new Set(stored.map(({ id }) => id))
      expect(stored.filter(({ parentId }) => parentId !== null && !openIds.has(parentId))).toEqual([])
    }),
    { seed: 7, numRuns: 25 },
  )
})

function childCounts(item: WorkItem, open: readonly WorkItem[]) {
  const children = open.filter((other) => other.parentId === item.id)
  return {
    childCount: children.length,
    childDoneCount: children.filter((child) => child.stateGroup === 'done').length,
  }
}

test('restoring what was just archived brings back exactly what was there', {
  timeout: 120_000,
}, async () => {
  const world = await createWorkWorld(database)
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 5, maxLength: 40 }), fc.nat(40), async (plans, at) => {
      const containerId = await live(world, plans)
      const look = async () => {
        const items = await inTransaction(database.db, world.organisationId, (tx) =>
          readStored(tx, { organisationId: world.organisationId, containerId }),
        )
        return items.map(({ version: _version, updatedAt: _updatedAt, ...item }) => item)
      }
      const before = await look()
      const chosen = before[at % Math.max(1, before.length)]
      if (!chosen) return
      await world.run([{ name: 'work.archiveItem', input: { id: chosen.id } }])
      const archived = new Set((await look()).map(({ id }) => id))
      const isUnder = (id: string | null): boolean => {
        const item = before.find((each) => each.id === id)
        return item !== undefined && (item.id === chosen.id || isUnder(item.parentId))
      }
      expect(before.filter(({ id }) => !archived.has(id))).toEqual(before.filter(({ id }) => isUnder(id)))
      await world.run([{ name: 'work.restoreItem', input: { id: chosen.id } }])
      expect(await look()).toEqual(before)
    }),
    { seed: 9, numRuns: 15 },
  )
})

test('stays follow each other without gap or overlap, and the last one is where the item is', {
  timeout: 120_000,
}, async () => {
  const world = await createWorkWorld(database)
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 5, maxLength: 30 }), async (plans) => {
      const containerId = await live(world, plans)
      const { rows } = await database.owner.pool.query<{ wrong: number }>(
        `
select count(*)::integer as wrong
from (
  select v.item_id, v.state_id, v.entered_at, v.left_at, v.next_state_id,
    lead(v.entered_at) over ordered as next_entered, lead(v.state_id) over ordered as next_state
  from visit v
  where v.organisation_id = $1 and v.container_id = $2
  window ordered as (partition by v.item_id order by v.entered_at, v.id)
) v
join work_item w on w.organisation_id = $1 and w.id = v.item_id
where v.left_at is distinct from v.next_entered
   or v.next_state_id is distinct from v.next_state
   or (v.left_at is null and v.state_id <> w.state_id)`,
        [world.organisationId, containerId],
      )
      expect(rows[0]?.wrong).toBe(0)
    }),
    { seed: 8, numRuns: 15 },
  )
})

test('sequence numbers have no gaps and follow commits, also when many write at once', async () => {
  const world = await createWorkWorld(database)
  const containerId = newId<'Container'>()
  await world.run([
    { name: 'work.createContainer', input: { id: containerId, kind: 'list', key: 'SEQ', name: 'Many' } },
  ])
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      world.run([{ name: 'work.createItem', input: { id: newId(), containerId, title: `Item ${index}` } }]),
    ),
  )
  const seqs = answers.map((answer) => answer.seq).toSorted((a, b) => a - b)
  expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index))
  const keys = answers.map((answer) => (answer.results[0] as { key: string }).key)
  expect(new Set(keys).size).toBe(40)
})
