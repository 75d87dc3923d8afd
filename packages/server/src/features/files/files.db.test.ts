import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileView, operations } from '@millrace/contract'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { createRegistry, refuse } from '../../platform/commands/index.ts'
import { contentKey, openFiles } from '../../platform/files/index.ts'
import { createHttpApp } from '../../platform/http/index.ts'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { addFileRoutes, filesCommands, filesQueries, filesTopics } from './index.ts'

const offers = {
  commands: [...workCommands, ...filesCommands],
  queries: [...workQueries, ...filesQueries],
  topics: filesTopics,
}
/** A busy machine takes longer than the second that is usual. */
const PATIENCE = { timeout: 20_000 }
const scene = await Scene.open(offers)
const dataDir = await mkdtemp(join(tmpdir(), 'millrace-files-'))
const files = await openFiles({ dataDir, files: null })
const rung: number[] = []
const app = await createHttpApp({
  logger: pino({ level: 'silent' }),
  isHttps: false,
  rateLimit: { perMinute: 0, keyOf: () => 'all' },
})
await addFileRoutes(app, {
  db: scene.database.db,
  registry: createRegistry(offers.commands, offers.queries, []),
  onCommitted: (_organisationId, seq) => rung.push(seq),
  authenticate: async (request) => {
    const who = String(request.headers['x-who'] ?? '')
    if (who === 'reader') return { ...scene.principal('manager'), scopes: ['read'] }
    return await Promise.resolve(who === '' ? refuse('platform.not_signed_in') : scene.principal(who as Who))
  },
  files,
  maxBytes: 1_000_000,
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
afterAll(async () => {
  await app.close()
  await scene.close()
  await rm(dataDir, { recursive: true, force: true })
})

const base = `${address}/api/v1/o/${scene.organisationId}/files`

async function openItem() {
  const containerId = await scene.addContainer('list')
  const { id } = await scene.run('contributor', 'work.createItem', {
    id: newId(),
    containerId,
    title: 'Slab',
  })
  return { containerId, itemId: id }
}

/** A file, or a problem. */
type Answer = FileView & { readonly code: string }

async function send(
  who: Who | 'reader',
  query: string,
  file: File | null,
): Promise<{ status: number; body: Answer }> {
  const form = new FormData()
  form.append('note', 'a field beside the file')
  if (file) form.append('file', file)
  const response = await fetch(`${base}?${query}`, { method: 'POST', body: form, headers: { 'x-who': who } })
  return { status: response.status, body: (await response.json()) as Answer }
}

const get = (who: Who, id: string, headers: Record<string, string> = {}) =>
  fetch(`${base}/${id}/content`, { headers: { 'x-who': who, ...headers } })
const text = (content: string, name: string, type = 'text/plain') => new File([content], name, { type })

test('a file is taken in, listed, shown, given back, and taken away', async () => {
  const { itemId, containerId } = await openItem()
  await scene.newEvents()
  const content = randomBytes(700_000)
  const sent = await send(
    'contributor',
    `itemId=${itemId}`,
    new File([content], '../Plan É.pdf', { type: 'application/pdf' }),
  )
  expect(sent.status).toBe(201)
  const file: FileView = sent.body
  expect(operations['files.listFiles'].output.safeParse({ files: [file], next: null }).success).toBe(true)
  expect(file).toMatchObject({
    itemId,
    containerId: null,
    name: 'Plan É.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 700_000,
    uploadedBy: scene.personId('contributor'),
    version: 1,
  })
  expect(await scene.newEvents()).toMatchObject([
    {
      kind: 'files.attached',
      subject: { kind: 'file', id: file.id },
      containerId,
      touches: [{ kind: 'item', id: itemId }],
      seq: rung.at(-1),
    },
  ])
  expect((await scene.ask('viewer', 'files.listFiles', { itemId })).files).toEqual([file])
  expect(await scene.show('viewer', 'file', [file.id])).toEqual([file])
  expect(await scene.show('stranger', 'file', [file.id])).toEqual([null])

  const whole = await get('viewer', file.id)
  expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true)
  expect(whole.headers.get('content-length')).toBe('700000')
  expect(whole.headers.get('content-disposition')).toContain("filename*=UTF-8''Plan%20%C3%89.pdf")
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')

  await scene.run('contributor', 'files.removeFile', { id: file.id })
  expect((await get('viewer', file.id)).status).toBe(404)
  expect((await scene.ask('viewer', 'files.listFiles', { itemId })).files).toEqual([])
  expect(await scene.show('viewer', 'file', [file.id])).toEqual([null])
  expect(
    await scene.sql('select removed_at is not null as removed from file where id = $1', [file.id]),
  ).toEqual([{ removed: true }])
  expect(await refusalOf(scene.run('contributor', 'files.removeFile', { id: file.id }))).toBe(
    'platform.not_found',
  )
})

test('a part is given, or told that there is none, or that nothing has changed', async () => {
  const { itemId } = await openItem()
  const { body: file } = await send('contributor', `itemId=${itemId}`, text('0123456789', 'ten.txt'))
  const part = await get('viewer', file.id, { range: 'bytes=2-5' })
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
    206,
    '2345',
    'bytes 2-5/10',
  ])
  const outside = await get('viewer', file.id, { range: 'bytes=10-' })
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  const etag = part.headers.get('etag') ?? ''
  expect((await get('viewer', file.id, { 'if-none-match': etag })).status).toBe(304)
  const changed = await get('viewer', file.id, { range: 'bytes=2-5', 'if-range': '"another"' })
  expect([changed.status, await changed.text()]).toEqual([200, '0123456789'])
})

test('a page that could run is offered for download only', async () => {
  const { itemId } = await openItem()
  for (const type of ['text/html', 'image/svg+xml']) {
    const { body: file } = await send(
      'contributor',
      `itemId=${itemId}`,
      text('<script>x</script>', 'page', type),
    )
    const response = await get('viewer', file.id)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'self'; sandbox",
    )
    await response.text()
  }
})

test('a container has its own files and those of its items, newest first', async () => {
  const { itemId, containerId } = await openItem()
  await send('contributor', `itemId=${itemId}`, text('one', 'one.txt'))
  await send('contributor', `containerId=${containerId}`, text('two', 'two.txt'))
  await send('contributor', `itemId=${itemId}`, text('', 'three.txt'))
  // Files that come at the same moment have no order of their own.
  await scene.sql(`update file set uploaded_at = now() - interval '1 hour' where name = 'two.txt'`)
  await scene.sql(`update file set uploaded_at = now() - interval '2 hours' where name = 'one.txt'`)
  const first = await scene.ask('viewer', 'files.listFiles', { containerId, limit: 2 })
  const rest = await scene.ask('viewer', 'files.listFiles', {
    containerId,
    limit: 2,
    cursor: first.next ?? '',
  })
  expect([...first.files, ...rest.files].map((file) => file.name)).toEqual([
    'three.txt',
    'two.txt',
    'one.txt',
  ])
  expect(rest.next).toBeNull()
  const names = (await scene.ask('viewer', 'files.listFiles', { itemId })).files.map((file) => file.name)
  expect(names.toSorted()).toEqual(['one.txt', 'three.txt'])
  const wrong = scene.ask('viewer', 'files.listFiles', { containerId, cursor: 'x' })
  expect(await refusalOf(wrong)).toBe('platform.cursor_wrong')
})

test('what is too large is refused, said before or found on the way, and nothing remains', async () => {
  const { itemId } = await openItem()
  const announced = await send('contributor', `itemId=${itemId}`, new File([randomBytes(2_500_000)], 'big'))
  expect([announced.status, announced.body.code]).toEqual([413, 'files.too_large'])
  const found = await send('contributor', `itemId=${itemId}`, new File([randomBytes(1_000_001)], 'big'))
  expect([found.status, found.body.code]).toEqual([413, 'files.too_large'])
  const fits = await send('contributor', `itemId=${itemId}`, new File([randomBytes(1_000_000)], 'fits'))
  expect(fits.status).toBe(201)
  expect((await scene.ask('viewer', 'files.listFiles', { itemId })).files.map((file) => file.name)).toEqual([
    'fits',
  ])
  expect(await readdir(join(dataDir, 'files.spool'))).toEqual([])
})

test('a file that breaks off leaves nothing', async () => {
  const { itemId } = await openItem()
  const spool = join(dataDir, 'files.spool')
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write(
    `POST /api/v1/o/${scene.organisationId}/files?itemId=${itemId} HTTP/1.1\r\nhost: x\r\nx-who: contributor\r\n` +
      'content-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n' +
      '--b\r\ncontent-disposition: form-data; name="file"; filename="half.txt"\r\n\r\nhalf',
  )
  await expect.poll(() => readdir(spool), PATIENCE).toHaveLength(1)
  socket.destroy()
  await expect.poll(() => readdir(spool), PATIENCE).toEqual([])
  expect((await scene.ask('viewer', 'files.listFiles', { itemId })).files).toEqual([])
})

test('the same file sent twice under one id is attached once', async () => {
  const { itemId } = await openItem()
  const id = newId()
  const query = `itemId=${itemId}&id=${id}`
  expect((await send('contributor', query, text('x', 'x.txt'))).body.id).toBe(id)
  const again = await send('contributor', query, text('x', 'x.txt'))
  expect([again.status, again.body.code]).toEqual([409, 'platform.exists'])
})

test('two organisations do not share contents', async () => {
  const { itemId } = await openItem()
  const { body: file } = await send('contributor', `itemId=${itemId}`, text('ours', 'x.txt'))
  const key = contentKey(scene.organisationId, file.sha256)
  expect(await readdir(join(dataDir, 'files', scene.organisationId))).toContain(file.sha256.slice(0, 2))
  await files.remove(key)
  const gone = await get('viewer', file.id)
  expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([
    404,
    'files.content_missing',
  ])
  expect(gone.headers.get('content-disposition')).toBeNull()
})

test('who may not, is told so or sees nothing, before anything is kept', async () => {
  const { itemId, containerId } = await openItem()
  const { body: file } = await send('contributor', `itemId=${itemId}`, text('x', 'x.txt'))
  const refusal = async (who: Who | 'reader', query: string) =>
    (await send(who, query, text('y', 'y'))).body.code
  expect(await refusal('viewer', `itemId=${itemId}`)).toBe('platform.not_allowed')
  expect(await refusal('viewer', `containerId=${containerId}`)).toBe('platform.not_allowed')
  expect(await refusal('stranger', `itemId=${itemId}`)).toBe('platform.not_found')
  expect(await refusal('reader', `itemId=${itemId}`)).toBe('platform.scope_missing')
  expect(await refusal('manager', `itemId=${newId()}`)).toBe('platform.not_found')
  expect(await refusal('manager', `containerId=${itemId}`)).toBe('platform.not_found')
  for (const query of ['', 'itemId=x', `itemId=${itemId}&containerId=${containerId}`]) {
    expect(await refusal('manager', query)).toBe('platform.input_wrong')
  }
  expect((await get('stranger', file.id)).status).toBe(404)
  expect((await get('viewer', 'nonsense')).status).toBe(404)
  expect((await fetch(`${base}/${file.id}/content`)).status).toBe(401)
  expect(await refusalOf(scene.run('viewer', 'files.removeFile', { id: file.id }))).toBe(
    'platform.not_allowed',
  )
  expect(await refusalOf(scene.run('stranger', 'files.removeFile', { id: file.id }))).toBe(
    'platform.not_found',
  )
  expect(await refusalOf(scene.ask('stranger', 'files.listFiles', { itemId }))).toBe('platform.not_found')
  expect(await refusalOf(scene.ask('viewer', 'files.listFiles', {}))).toBe('platform.input_wrong')
})

test('archived items take no files, and a request without a file is refused', async () => {
  const { itemId } = await openItem()
  expect((await send('contributor', `itemId=${itemId}`, null)).body.code).toBe('files.missing')
  const json = await fetch(`${base}?itemId=${itemId}`, {
    method: 'POST',
    body: '{}',
    headers: { 'x-who': 'contributor', 'content-type': 'application/json' },
  })
  expect(((await json.json()) as { code: string }).code).toBe('files.missing')
  await scene.run('contributor', 'work.archiveItem', { id: itemId })
  expect((await send('contributor', `itemId=${itemId}`, text('x', 'x'))).body.code).toBe('work.archived')
})
