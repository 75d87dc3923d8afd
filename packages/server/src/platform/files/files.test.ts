import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { createDiskFiles } from './disk-files.ts'
import { ContentTooLarge, contentKey, type FileStore, FileStoreFault } from './file-store.ts'
import { openFiles } from './open-files.ts'
import { createS3Files } from './s3-files.ts'
import { startS3Peer } from './testing/s3-peer.ts'

const home = await mkdtemp(join(tmpdir(), 'millrace-files-'))
const peer = await startS3Peer()
afterAll(async () => {
  await peer.close()
  await rm(home, { recursive: true, force: true })
})

const spoolFolder = join(home, 'spool')
const options = { folder: 'org-1', maxBytes: 10_000_000 }
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

async function* pieces(content: Buffer, size = 60_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size)
    yield await Promise.resolve(content.subarray(at, at + size))
}

async function read(
  store: FileStore,
  key: string,
  range?: { start: number; end: number },
): Promise<Buffer | null> {
  const stream = await store.open(key, range)
  return stream && (await buffer(stream))
}

const stores: [string, FileStore][] = [
  ['a folder', createDiskFiles({ folder: join(home, 'files'), spoolFolder })],
  ['a bucket', createS3Files(peer.settings, { spoolFolder })],
]

describe.each(stores)('%s', (_name, store) => {
  test('gives back what it took in, whole and in parts', async () => {
    const content = randomBytes(300_000)
    const stored = await store.put(pieces(content), options)
    expect(stored).toEqual({
      key: contentKey('org-1', sha256(content)),
      sizeBytes: 300_000,
      sha256: sha256(content),
    })
    expect(await read(store, stored.key)).toEqual(content)
    expect(await read(store, stored.key, { start: 10, end: 19 })).toEqual(content.subarray(10, 20))
    expect(await readdir(spoolFolder)).toEqual([])
  })

  test('lists what it keeps, and forgets what was put before a moment, but nothing put again since', async () => {
    const [one, two, three] = await Promise.all(
      ['one', 'two', 'three'].map((text) =>
        store.put(pieces(Buffer.from(text)), { ...options, folder: 'list' }),
      ),
    )
    const kept = new Map<string, number>()
    for await (const { key, sizeBytes } of store.list()) if (key.startsWith('list/')) kept.set(key, sizeBytes)
    expect(kept).toEqual(new Map([one, two, three].map((each) => [each?.key, each?.sizeBytes])))
    const key = one?.key ?? ''
    expect(await store.removeKeptBefore(key, Date.now() - 60_000)).toBe(false)
    expect(await read(store, key)).toEqual(Buffer.from('one'))
    expect(await store.removeKeptBefore(key, Date.now() + 60_000)).toBe(true)
    expect(await read(store, key)).toBeNull()
    expect(await store.removeKeptBefore(key, Date.now() + 60_000)).toBe(false)
  })

  test('keeps an empty content too', async () => {
    const stored = await store.put(pieces(Buffer.alloc(0)), options)
    expect(stored.sizeBytes).toBe(0)
    expect(await read(store, stored.key)).toEqual(Buffer.alloc(0))
  })

  test('keeps the same content once, and apart for each folder', async () => {
    const content = randomBytes(100)
    const first = await store.put(pieces(content), options)
    const second = await store.put(pieces(content), options)
    const other = await store.put(pieces(content), { ...options, folder: 'org-2' })
    expect(second.key).toBe(first.key)
    await store.remove(other.key)
    expect(await read(store, other.key)).toBeNull()
    expect(await read(store, first.key)).toEqual(content)
    await store.remove(other.key)
  })

  test('refuses what is too large, and what breaks off, and keeps nothing of it', async () => {
    const content = randomBytes(1000)
    await expect(store.put(pieces(content, 100), { ...options, maxBytes: 999 })).rejects.toThrow(
      ContentTooLarge,
    )
    async function* broken() {
      yield* pieces(content, 100)
      throw new Error('the cable was cut')
    }
    await expect(store.put(broken(), options)).rejects.toThrow('the cable was cut')
    expect(await read(store, contentKey('org-1', sha256(content)))).toBeNull()
    expect(await readdir(spoolFolder)).toEqual([])
    expect((await store.put(pieces(content), { ...options, maxBytes: 1000 })).sizeBytes).toBe(1000)
  })

  test('has no way out of its folder', async () => {
    for (const key of ['../secret', 'a/../b', '/etc/passwd', 'a//b', 'A/b', 'a']) {
      await expect(store.open(key)).rejects.toThrow('not a key of ours')
    }
  })
})

test('a store that stumbles is asked again; one that says no is a fault with its reason', async () => {
  const store = createS3Files(peer.settings, { spoolFolder })
  const content = randomBytes(50)
  peer.failures.push(503, 500)
  const { key } = await store.put(pieces(content), options)
  expect(await read(store, key)).toEqual(content)
  const stranger = createS3Files({ ...peer.settings, secretAccessKey: 'wrong' }, { spoolFolder })
  await expect(stranger.put(pieces(content), options)).rejects.toThrow('403, SignatureDoesNotMatch')
  await expect(stranger.open(key)).rejects.toThrow(FileStoreFault)
  expect(await readdir(spoolFolder)).toEqual([])
})

test('a store that is not there is a fault', async () => {
  const gone = await startS3Peer()
  await gone.close()
  const store = createS3Files(gone.settings, { spoolFolder })
  await expect(store.put(pieces(randomBytes(5)), options)).rejects.toThrow(FileStoreFault)
  expect(await readdir(spoolFolder)).toEqual([])
})

test('what a crash left half-written is swept at the next start, what is being written stays', async () => {
  const dataDir = join(home, 'data')
  const store = await openFiles({ dataDir, files: null })
  const spool = join(dataDir, 'files.spool')
  await writeFile(join(spool, 'old'), 'half')
  await writeFile(join(spool, 'new'), 'half')
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
  await utimes(join(spool, 'old'), longAgo, longAgo)
  await openFiles({ dataDir, files: null })
  expect(await readdir(spool)).toEqual(['new'])
  const { key } = await store.put(pieces(Buffer.from('grain')), options)
  expect(await readFile(join(dataDir, 'files', key), 'utf8')).toBe('grain')
})

test('a bucket is used when the settings name one', async () => {
  const store = await openFiles({ dataDir: join(home, 'data'), files: peer.settings })
  const { key } = await store.put(pieces(Buffer.from('in the bucket')), options)
  expect(peer.objects.get(`/grain/${key}`)?.toString()).toBe('in the bucket')
})
