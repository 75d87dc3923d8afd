import { afterAll, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { readEventsAfter } from '../../platform/journal/index.ts'
import { createWorkWorld } from '../work/testing/work-world.ts'
import { createExportNotes } from './index.ts'

const work = await createWorkWorld()
afterAll(() => work.database.close())

test('whoever takes a file away stands in the journal, also with a token that may only read', async () => {
  const { db } = work.database
  const note = createExportNotes({ db, registry: createRegistry([], [], []), onCommitted: () => {} })
  await note({ principal: { ...work.owner, scopes: ['read'] }, name: 'items-2026-11-28.csv', count: 12 })
  const { organisationId, personId } = work.owner
  const events = await inTransaction(db, organisationId, (tx) =>
    readEventsAfter(tx, { organisationId, seq: 0, limit: 1000 }),
  )
  expect(events.at(-1)).toMatchObject({
    kind: 'exchange.exported',
    actor: { kind: 'person', personId },
    data: { export: { name: 'items-2026-11-28.csv', count: 12 } },
  })
})
