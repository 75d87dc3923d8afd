import { afterAll, afterEach, expect, test } from 'vitest'
import { inTransaction } from '../db/transaction.ts'
import { createTestDatabase } from '../testing/database.ts'
import { enqueue, type JobHandler, startWorker } from './index.ts'
import { claimJobs } from './store.ts'

const database = await createTestDatabase()
afterAll(() => database.close())
afterEach(() => database.owner.pool.query('delete from job'))

const { db } = database
const noFault = () => {}

function add(
  payload: Record<string, unknown>,
  more: { uniqueKey?: string; runAt?: number } = {},
): Promise<void> {
  return inTransaction(db, null, (tx) => enqueue(tx, { kind: 'try', organisationId: null, payload, ...more }))
}

async function waitingJobs(): Promise<number> {
  const { rows } = await database.owner.pool.query<{ count: number }>(
    'select count(*)::integer as count from job',
  )
  return rows[0]?.count ?? 0
}

/** Runs a worker until the queue is empty. */
async function drain(handler: JobHandler): Promise<void> {
  const worker = startWorker({ db, handlers: new Map([['try', handler]]), onFault: noFault })
  while ((await waitingJobs()) > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await worker.stop()
}

test('every job is carried out once, whoever takes it', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, number) => add({ number })))
  const done: unknown[] = []
  const handler: JobHandler = (job) => Promise.resolve(void done.push(job.payload['number']))
  await Promise.all([drain(handler), drain(handler)])
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 30 }, (_, number) => number),
  )
})

test('a job of a rolled back transaction never was', async () => {
  const failing = inTransaction(db, null, async (tx) => {
    await enqueue(tx, { kind: 'try', organisationId: null, payload: {} })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await waitingJobs()).toBe(0)
})

test('a job with a key that waits already is not added twice', async () => {
  await add({ first: true }, { uniqueKey: 'plan 1' })
  await add({ first: false }, { uniqueKey: 'plan 1' })
  expect(await waitingJobs()).toBe(1)
})

test('a job is not taken before its time', async () => {
  await add({}, { runAt: Date.now() + 3_600_000 })
  expect(await claimJobs(db, { owner: 'a', kinds: ['try'], limit: 10, leaseMs: 1_000 })).toEqual([])
})

test('a job whose holder died is taken over when its lease ends, and not before', async () => {
  await add({})
  const claim = { kinds: ['try'], limit: 10 }
  expect(await claimJobs(db, { ...claim, owner: 'dies', leaseMs: 60_000 })).toHaveLength(1)
  expect(await claimJobs(db, { ...claim, owner: 'next', leaseMs: 60_000 })).toHaveLength(0)
  await database.owner.pool.query(`update job set lease_until = now() - interval '1 second'`)
  expect(await claimJobs(db, { ...claim, owner: 'next', leaseMs: 60_000 })).toMatchObject([{ attempts: 2 }])
})

test('a job that fails comes again later and keeps its error', async () => {
  await add({})
  let attempts = 0
  const worker = startWorker({
    db,
    handlers: new Map([['try', () => Promise.reject(new Error(`broken ${++attempts}`))]]),
    onFault: noFault,
  })
  while (attempts === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await worker.stop()
  const { rows } = await database.owner.pool.query(
    'select attempts, last_error, lease_owner, run_at > now() as later from job',
  )
  expect(rows).toEqual([{ attempts: 1, last_error: 'broken 1', lease_owner: null, later: true }])
})

test('a job left off because the server stops comes again at once and has lost no attempt', async () => {
  await add({})
  const began = Promise.withResolvers<void>()
  const handler: JobHandler = (_job, signal) => {
    began.resolve()
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('told to leave off')))
    })
  }
  const worker = startWorker({ db, handlers: new Map([['try', handler]]), onFault: noFault })
  await began.promise
  await worker.stop()
  const { rows } = await database.owner.pool.query(
    'select attempts, lease_owner, run_at <= now() as due from job',
  )
  expect(rows).toEqual([{ attempts: 0, lease_owner: null, due: true }])
})

test('a job that does not leave off does not hold up a stop, and keeps its lease', async () => {
  await add({})
  const began = Promise.withResolvers<void>()
  const goesOn = Promise.withResolvers<void>()
  const handler: JobHandler = () => {
    began.resolve()
    return goesOn.promise
  }
  const worker = startWorker({ db, handlers: new Map([['try', handler]]), onFault: noFault })
  await began.promise
  await worker.stop()
  const { rows } = await database.owner.pool.query('select attempts, lease_until > now() as held from job')
  expect(rows).toEqual([{ attempts: 1, held: true }])
  goesOn.resolve()
})
