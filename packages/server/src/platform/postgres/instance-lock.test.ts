import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findInstance, takeInstanceLock } from './instance-lock.ts'

const folder = await mkdtemp(join(tmpdir(), 'millrace-lock-'))
const file = join(folder, 'millrace.lock')
afterAll(() => rm(folder, { recursive: true, force: true }))

async function take() {
  const lock = await takeInstanceLock(folder)
  if ('heldBy' in lock) throw new Error(`held by ${lock.heldBy}`)
  return lock
}

test('a data directory belongs to one process until it lets go', async () => {
  const lock = await take()
  expect(await takeInstanceLock(folder)).toEqual({ heldBy: process.pid })
  expect(await findInstance(folder)).toBe(process.pid)
  await lock.release()
  expect(await findInstance(folder)).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})

test.each([
  ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'some boot 1' })],
  [
    'an earlier process with our number, as in a container',
    JSON.stringify({ pid: process.pid, startedAt: 'some boot 1' }),
  ],
  ['a lock cut off by a full disk', '{"pid":'],
])('the lock of %s is taken over', async (_name, content) => {
  await writeFile(file, content)
  const lock = await take()
  expect(await findInstance(folder)).toBe(process.pid)
  await lock.release()
})

test('of many who find the lock of a dead process, one gets it', async () => {
  await writeFile(file, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'some boot 1' }))
  const first = await take()
  const others = await Promise.all([1, 2, 3].map(() => takeInstanceLock(folder)))
  expect(others).toEqual([1, 2, 3].map(() => ({ heldBy: process.pid })))
  await first.release()
})
