import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../testing/database.ts'
import { inSnapshot, inTransaction, runAlone, type Tx } from './transaction.ts'

const database = await createTestDatabase()
afterAll(() => database.close())

const [ONE, TWO] = ['01000000-0000-7000-8000-000000000001', '01000000-0000-7000-8000-000000000002']

beforeAll(async () => {
  await database.owner.pool.query(`
create table sluice (organisation_id uuid not null, id integer not null, height integer not null, primary key (organisation_id, id));
insert into sluice values ('${ONE}', 1, 10), ('${ONE}', 2, 20), ('${TWO}', 1, 30);
alter table sluice enable row level security;
alter table sluice force row level security;
create policy own_organisation on sluice using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);`)
  if (database.role) await database.owner.pool.query(`grant all on sluice to ${database.role}`)
})

async function heights(tx: Tx): Promise<readonly number[]> {
  const rows = await tx.query<{ height: number }>({
    name: 'heights',
    text: 'select height from sluice order by height limit 10',
  })
  return rows.map((row) => row.height)
}

test.each([
  ['the first organisation', ONE, [10, 20]],
  ['the second organisation', TWO, [30]],
  ['no organisation', null, []],
])('a transaction of %s sees its own rows only', async (_name, organisationId, expected) => {
  expect(await inTransaction(database.db, organisationId, heights)).toEqual(expected)
})

test('rows of another organisation cannot be written', async () => {
  const write = inTransaction(database.db, ONE, (tx) =>
    tx.query({ text: 'insert into sluice values ($1, 9, 9)', values: [TWO] }),
  )
  await expect(write).rejects.toThrow(/row-level security/)
})

test('a failed transaction leaves nothing behind', async () => {
  const write = inTransaction(database.db, TWO, async (tx) => {
    await tx.query({ text: 'insert into sluice values ($1, 7, 70)', values: [TWO] })
    throw new Error('the sluice is stuck')
  })
  await expect(write).rejects.toThrow('the sluice is stuck')
  expect(await inTransaction(database.db, TWO, heights)).toEqual([30])
})

test('a transaction whose statement failed unnoticed fails with the error of that statement', async () => {
  const write = inTransaction(database.db, TWO, async (tx) => {
    await tx.query({ text: 'insert into sluice values ($1, 7, 70)', values: [TWO] })
    await tx.query({ text: 'select 1 / 0' }).catch(() => {})
  })
  await expect(write).rejects.toThrow('division by zero')
  expect(await inTransaction(database.db, TWO, heights)).toEqual([30])
})

test('statements that nobody waits for run in order, and later ones see what they did', async () => {
  const seen = await inTransaction(database.db, TWO, async (tx) => {
    tx.send({ text: 'insert into sluice values ($1, 7, 70)', values: [TWO] })
    tx.send({ text: 'update sluice set height = 71 where organisation_id = $1 and id = 7', values: [TWO] })
    return await heights(tx)
  })
  expect(seen).toEqual([30, 71])
  await inTransaction(database.db, TWO, async (tx) => {
    tx.send({ text: 'delete from sluice where organisation_id = $1 and id = 7', values: [TWO] })
  })
  expect(await inTransaction(database.db, TWO, heights)).toEqual([30])
})

test('what nobody waited for and failed is the reason that is told, not what failed after it', async () => {
  const failing = { text: 'select 1 / 0' }
  const last = inTransaction(database.db, TWO, async (tx) => tx.send(failing))
  await expect(last).rejects.toThrow('division by zero')
  const followed = inTransaction(database.db, TWO, async (tx) => {
    tx.send(failing)
    return await heights(tx)
  })
  await expect(followed).rejects.toThrow('division by zero')
})

test('transactions that deadlock are repeated and both succeed', async () => {
  let meeting = 0
  let open: () => void = () => {}
  const bothHoldOne = new Promise<void>((resolve) => {
    open = resolve
  })
  const raise = (first: number, second: number) =>
    inTransaction(database.db, ONE, async (tx) => {
      const update = (id: number) =>
        tx.query({
          text: 'update sluice set height = height + 1 where organisation_id = $1 and id = $2',
          values: [ONE, id],
        })
      await update(first)
      meeting += 1
      if (meeting === 2) open()
      await bothHoldOne
      await update(second)
    })
  await Promise.all([raise(1, 2), raise(2, 1)])
  expect(meeting).toBe(3)
  expect(await inTransaction(database.db, ONE, heights)).toEqual([12, 22])
})

test('a snapshot sees one moment and writes nothing', async () => {
  const seen = await inSnapshot(database.db, TWO, async (tx) => {
    const before = await heights(tx)
    await inTransaction(database.db, TWO, (other) =>
      other.query({ text: 'update sluice set height = 31 where id = 1' }),
    )
    return [before, await heights(tx)]
  })
  expect(seen).toEqual([[30], [30]])
  await expect(
    inSnapshot(database.db, TWO, (tx) => tx.query({ text: 'delete from sluice' })),
  ).rejects.toThrow(/read-only/)
})

test('moments are milliseconds, days are text, large numbers are numbers', async () => {
  const rows = await runAlone(database.db, {
    text: `select timestamptz '2026-11-22 10:00:00.125+01' as moment, date '2026-02-28' as day, 5::bigint as count, 1.5::numeric as share`,
  })
  expect(rows).toEqual([
    { moment: Date.UTC(2026, 10, 22, 9, 0, 0, 125), day: '2026-02-28', count: 5, share: 1.5 },
  ])
})

test('a connection lost between two statements fails its transaction and nothing else', async () => {
  const lost = inTransaction(database.db, TWO, async (tx) => {
    const own = await tx.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' })
    await database.owner.pool.query('select pg_terminate_backend($1, 5000)', [own[0]?.pid])
    // What the server says at its end arrives before anything is asked of it again.
    await sleep(50)
    return await heights(tx)
  })
  await expect(lost).rejects.toThrow(/connection/i)
  expect(await inTransaction(database.db, TWO, heights)).toHaveLength(1)
})

test('something that is not an organisation id is a bug', async () => {
  await expect(inTransaction(database.db, "'; drop table sluice; --", heights)).rejects.toThrow(
    'not an organisation id',
  )
})
