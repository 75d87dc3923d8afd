import { chmod, copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findClosedDoor } from './cluster-user.ts'
import { chooseHome, makeHome, readRecord, writeRecord } from './home.ts'

const folder = await mkdtemp(join(tmpdir(), 'millrace-home-'))
await chmod(folder, 0o755)
afterAll(() => rm(folder, { recursive: true, force: true }))

const NOBODY = { uid: 65_534, gid: 65_534 }
const isRoot = process.getuid?.() === 0

test('whoever runs the database as themselves keeps it in the data directory', async () => {
  expect(await chooseHome('/root/mill/data', null)).toEqual({
    home: '/root/mill/data',
    closedDoor: undefined,
  })
})

test('behind a folder that nobody may enter, the database lies elsewhere', async () => {
  const closed = join(folder, 'closed')
  await mkdir(join(closed, 'clone'), { recursive: true })
  await chmod(closed, 0o700)
  const dataDir = join(closed, 'clone', 'data')
  expect(await findClosedDoor(NOBODY, dataDir)).toBe(closed)
  const { home } = await chooseHome(dataDir, NOBODY)
  expect(home).toMatch(/^\/var\/lib\/millrace\/[0-9a-f]{12}$/)
})

test('a private data directory is no closed door: it is opened for the database alone', async () => {
  const dataDir = join(folder, 'private')
  await mkdir(dataDir, { mode: 0o700 })
  expect(await findClosedDoor(NOBODY, dataDir)).toBeUndefined()
})

test.runIf(isRoot)('nobody passes through the data directory of root, and others do not', async () => {
  const dataDir = join(folder, 'of-root')
  await makeHome(dataDir, NOBODY)
  const { mode, uid, gid } = await stat(dataDir)
  expect([mode & 0o777, uid, gid]).toEqual([0o710, 0, NOBODY.gid])
})

test('the record moves with its data directory', async () => {
  const before = join(folder, 'before')
  const after = join(folder, 'after')
  await mkdir(before)
  await mkdir(after)
  await writeRecord(before, { home: before, port: 5432, password: 'grain' })
  expect(await readRecord(before)).toEqual({ home: before, port: 5432, password: 'grain' })

  await copyFile(join(before, 'database.json'), join(after, 'database.json'))
  expect(await readRecord(after)).toMatchObject({ home: after })
})

test('a damaged record is said to be damaged, a missing one is not there yet', async () => {
  const dataDir = join(folder, 'damaged')
  await mkdir(dataDir)
  expect(await readRecord(dataDir)).toBeUndefined()
  await writeFile(join(dataDir, 'database.json'), '{"home": "."')
  await expect(readRecord(dataDir)).rejects.toThrow(/database\.json is damaged\. Put it back/)
})
