import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openZip, zipFiles } from './index.ts'

test('more files than two bytes count are all found', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-zip-'))
  const path = join(folder, 'many.zip')
  const many = Array.from({ length: 70_000 }, (_, number) => ({ path: `f/${number}`, content: [] }))
  await writeFile(path, zipFiles(many))
  const zip = await openZip(path)
  expect(zip.entries.size).toBe(70_000)
  await zip.close()
  await rm(folder, { recursive: true, force: true })
})
