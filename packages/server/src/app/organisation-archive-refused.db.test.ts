import { createHash } from 'node:crypto'
import { mkdir, readdir, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageOf } from '../platform/fault.ts'
import { newId } from '../platform/ids.ts'
import { zipFiles } from '../platform/zip/index.ts'
import { openLab, type Parts, restOf } from './testing/archive-lab.ts'
import { openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
const lab = await openLab()
afterAll(async () => {
  await server.close()
  await lab.close()
})

const owner = await server.found('mill')
const { organisationId } = owner
const NOWHERE = newId()
let archive = ''

beforeAll(async () => {
  const containerId = newId()
  const at = `/api/v1/o/${organisationId}`
  const place = { id: containerId, kind: 'list', key: 'LST', name: 'List' }
  await server.ask(owner, { path: `${at}/containers`, body: place })
  const id = newId()
  await server.ask(owner, { path: `${at}/items`, body: { id, containerId, title: 'Grind' } })
  const { sha256 } = await lab.here.put(Readable.from(['grain']), { folder: organisationId, maxBytes: 100 })
  await server.database.owner.pool.query(
    `insert into file (organisation_id, id, item_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
     values ($1, $2, $3, 'grain.txt', 'text/plain', 5, $4, $5, now())`,
    [organisationId, newId(), id, sha256, owner.personId],
  )
  archive = await lab.pack(server.database, organisationId, lab.here)
})

type Manifest = {
  format: number
  schema: number
  organisation: { id: string; slug: string }
  tables: {
    name: string
    columns: string[]
    rows: number
    parts: { path: string; bytes: number; sha256: string }[]
  }[]
  files: { path: string; bytes: number }[]
}

function changeManifest(parts: Parts, change: (manifest: Manifest) => void): void {
  const value = JSON.parse(String(parts.get('manifest.json'))) as Manifest // Ours.
  change(value)
  parts.set('manifest.json', Buffer.from(JSON.stringify(value)))
}

/** Changes the first row of a table. */
function changeRow(parts: Parts, table: string, change: (row: Record<string, unknown>) => unknown): void {
  const path = `tables/${table}.ndjson`
  const [first = '', ...more] = String(parts.get(path)).split('\n')
  const row = JSON.parse(first) as Record<string, unknown> // A line of ours.
  parts.set(path, Buffer.from([JSON.stringify(change(row)), ...more].join('\n')))
}

/** Makes the checksums true again: what somebody does who means it. */
function sign(parts: Parts): void {
  changeManifest(parts, (manifest) => {
    for (const table of manifest.tables) {
      for (const part of table.parts) {
        const content = parts.get(part.path) ?? Buffer.alloc(0)
        part.bytes = content.length
        part.sha256 = createHash('sha256').update(content).digest('hex')
      }
    }
  })
}

const tableOf = ({ tables }: Manifest, name: string) => {
  const table = tables.find((one) => one.name === name)
  if (!table) throw new Error(`no table ${name}`)
  return table
}

const SPOILT: readonly (readonly [name: string, spoil: (parts: Parts) => void, reason: RegExp])[] = [
  [
    'changed in a row',
    (parts) => changeRow(parts, 'work_item', (row) => ({ ...row, title: 'Other' })),
    /work_item\.ndjson was changed/,
  ],
  ['changed in a file', (parts) => spoilFile(parts), /files\/[\da-f]+ was changed/],
  [
    'without a table’s rows',
    (parts) => parts.delete('tables/event.ndjson'),
    /tables\/event\.ndjson is missing/,
  ],
  ['without a manifest', (parts) => parts.delete('manifest.json'), /is no export of an organisation/],
  [
    'with a manifest of something else',
    (parts) => parts.set('manifest.json', Buffer.from('{"kind":"x"}')),
    /is no export of an organisation/,
  ],
  [
    'of a newer layout',
    (parts) => changeManifest(parts, (one) => (one.format = 2)),
    /made by a newer Millrace \(0\.0\.1\)/,
  ],
  [
    'of a newer schema',
    (parts) => changeManifest(parts, (one) => (one.schema = 9999)),
    /made by a newer Millrace/,
  ],
  [
    'with a file its list does not name',
    (parts) => parts.set('../../etc/passwd', Buffer.from('x')),
    /holds \.\.\/\.\.\/etc\/passwd, which its list/,
  ],
  [
    'whose list leads out of it',
    (parts) => changeManifest(parts, (one) => one.files.push({ path: '../../../tmp/x', bytes: 1 })),
    /is no export of an organisation/,
  ],
  [
    'with a table nobody knows',
    (parts) =>
      changeManifest(parts, (one) =>
        one.tables.push({ ...tableOf(one, 'mute'), name: 'auth_user', parts: [] }),
      ),
    /a table auth_user, which Millrace does not know/,
  ],
  [
    'with a column nobody knows',
    (parts) => changeManifest(parts, (one) => tableOf(one, 'person').columns.push('password')),
    /a column password, which Millrace does not know/,
  ],
  [
    'with rows of another organisation',
    (parts) => {
      changeRow(parts, 'work_item', (row) => ({ ...row, organisation_id: NOWHERE }))
      sign(parts)
    },
    /a row has "organisation_id", which is no column of the table/,
  ],
  [
    'with an organisation column in its list',
    (parts) => changeManifest(parts, (one) => tableOf(one, 'work_item').columns.push('organisation_id')),
    /a column organisation_id, which Millrace does not know/,
  ],
  [
    'with a reference that leads nowhere',
    (parts) => {
      changeRow(parts, 'work_item', (row) => ({ ...row, home_container_id: NOWHERE }))
      sign(parts)
    },
    /holds rows that cannot be: table work_item/,
  ],
  [
    'with a value that is none',
    (parts) => {
      changeRow(parts, 'work_item', (row) => ({ ...row, due_on: 'soon' }))
      sign(parts)
    },
    /holds rows that cannot be: table work_item/,
  ],
  [
    'with a line that is no row',
    (parts) => {
      parts.set('tables/label.ndjson', Buffer.from('[1]\n'))
      sign(parts)
    },
    /a line that is no JSON object \(table label\)/,
  ],
  [
    'with a line that is cut off',
    (parts) => {
      parts.set('tables/label.ndjson', Buffer.from('{"id":'))
      sign(parts)
    },
    /its last line is cut off \(table label\)/,
  ],
  [
    'with fewer rows than it says',
    (parts) => {
      parts.set('tables/event.ndjson', Buffer.from(''))
      sign(parts)
    },
    /0 rows instead of \d+ \(table event\)/,
  ],
  [
    'without the content of a file',
    (parts) => {
      const [path = ''] = [...parts.keys()].filter((one) => one.startsWith('files/'))
      parts.delete(path)
      changeManifest(parts, (one) => (one.files = []))
    },
    /the content of the file grain\.txt is not in it/,
  ],
]

function spoilFile(parts: Parts): void {
  const [path = ''] = [...parts.keys()].filter((one) => one.startsWith('files/'))
  parts.set(path, Buffer.from('grist'))
}

const isEmpty = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).every(
    (one) => !one.isFile(),
  )

test.each(SPOILT)('an archive %s is refused, and leaves nothing behind', async (_name, spoil, reason) => {
  const before = await restOf(lab.target, NOWHERE)
  const spoilt = await lab.spoil(archive, spoil)
  const said = await lab.unpack(spoilt).catch(messageOf)
  expect(said).toMatch(reason)
  expect(said).toContain('Nothing was changed')
  expect(await restOf(lab.target, NOWHERE)).toEqual(before)
  expect(await isEmpty(join(lab.folder, 'there', 'files'))).toBe(true)
})

test('what is cut off, no archive, a folder or nowhere is refused', async () => {
  const cut = await lab.spoil(archive, () => {})
  await truncate(cut, Math.floor((await stat(cut)).size / 2))
  await expect(lab.unpack(cut)).rejects.toThrow(
    /is no whole export of an organisation: it is no archive, or cut off/,
  )
  const flour = join(lab.folder, 'flour')
  await writeFile(flour, 'flour')
  await expect(lab.unpack(flour)).rejects.toThrow(/is no whole export/)
  await mkdir(join(lab.folder, 'sack'))
  await expect(lab.unpack(join(lab.folder, 'sack'))).rejects.toThrow(/is a directory, not an export/)
  await expect(lab.unpack(join(lab.folder, 'nowhere'))).rejects.toThrow(/^There is no file/)
})

test('a small file that would unpack to a huge one is refused before it is unpacked', async () => {
  const bomb = join(lab.folder, 'bomb.zip')
  const piece = Buffer.alloc(1_000_000)
  await writeFile(
    bomb,
    zipFiles([{ path: 'tables/event.ndjson', content: Array.from({ length: 400 }, () => piece) }]),
  )
  expect((await stat(bomb)).size).toBeLessThan(2_500_000)
  await expect(lab.unpack(bomb)).rejects.toThrow(
    /would unpack to 0\.4 GB, far more than an export of its size/,
  )
})

test('the whole archive itself is taken in', async () => {
  expect(await lab.unpack(archive)).toMatchObject({ slug: 'mill', items: 1, files: 1, invited: 1 })
})
