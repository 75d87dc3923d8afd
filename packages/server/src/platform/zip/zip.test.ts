import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openZip, ZipFault, type ZippedFile, zipFiles } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'millrace-zip-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function write(name: string, files: Iterable<ZippedFile>): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, zipFiles(files))
  return path
}

async function readAll(path: string): Promise<Record<string, Buffer>> {
  const zip = await openZip(path)
  try {
    const content: Record<string, Buffer> = {}
    for (const [name, entry] of zip.entries) content[name] = await buffer(zip.stream(entry))
    return content
  } finally {
    await zip.close()
  }
}

test('what was packed is unpacked, packed before or not, with sizes of four bytes or eight', async () => {
  const file = fc.record({
    path: fc.stringMatching(/^[a-z/ä]{1,20}$/),
    pieces: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
    isPacked: fc.boolean(),
    isLarge: fc.boolean(),
  })
  const files = fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const path = await write(
        'any.zip',
        given.map(({ pieces, ...rest }) => ({ ...rest, content: pieces })),
      )
      const wanted = given.map(({ path: name, pieces }) => [name, Buffer.concat(pieces)] as const)
      expect(await readAll(path)).toEqual(Object.fromEntries(wanted))
    }),
    { seed: 3, numRuns: 60 },
  )
})

test('what is cut off, changed or nothing of the kind is refused', async () => {
  const files = [{ path: 'noise', content: [randomBytes(50_000)] }]
  const path = await write('cut.zip', files)
  await truncate(path, 30_000)
  await expect(openZip(path)).rejects.toThrow(ZipFault)
  await writeFile(path, 'flour')
  await expect(openZip(path)).rejects.toThrow(ZipFault)
  await writeFile(path, '')
  await expect(openZip(path)).rejects.toThrow(ZipFault)
  const whole = await buffer(zipFiles(files))
  whole.writeUInt8(whole.readUInt8(20_000) ^ 1, 20_000)
  await writeFile(path, whole)
  await expect(readAll(path)).rejects.toThrow(ZipFault)
})

test('two files of one name, and files upon each other, are a trap', async () => {
  const twice = [1, 2].map((number) => ({ path: 'same', content: [String(number)] }))
  await expect(openZip(await write('twice.zip', twice))).rejects.toThrow(/two files of one name/)
  const whole = await buffer(zipFiles([{ path: 'a', content: ['1'] }]))
  const at = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  whole.writeUInt32LE(1_000_000, at + 20)
  const path = join(folder, 'upon.zip')
  await writeFile(path, whole)
  await expect(openZip(path)).rejects.toThrow(/upon each other/)
})
