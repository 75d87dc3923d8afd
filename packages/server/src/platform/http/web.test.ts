import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addWebRoutes } from './web.ts'

const IMMUTABLE = 'public, max-age=31536000, immutable'

let dist: string
let app: FastifyInstance

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'millrace-web-'))
  app = fastify()
  await addWebRoutes(app, {
    dist,
    hintsFor: async ({ url }) => [`/api/v1/about?page=${encodeURIComponent(url)}`],
  })
})

afterEach(async () => {
  await app.close()
  await rm(dist, { recursive: true, force: true })
})

async function build(version: string): Promise<void> {
  await mkdir(join(dist, 'assets'), { recursive: true })
  await writeFile(join(dist, 'assets', `index-${version}.js`), `run('${version}')`)
  await writeFile(join(dist, 'index.html'), `<script src="/assets/index-${version}.js"></script>`)
}

async function get(url: string) {
  const { statusCode, body, headers } = await app.inject({ url })
  return { status: statusCode, body, cache: headers['cache-control'] }
}

test('a build that comes while the server runs is served, page and files', async () => {
  expect((await get('/')).status).toBe(404)
  for (const version of ['one', 'two']) {
    await build(version)
    const page = {
      status: 200,
      body: `<script src="/assets/index-${version}.js"></script>`,
      cache: 'no-cache',
    }
    expect(await get('/')).toEqual(page)
    expect(await get('/o/mill/c/TWR/plan?zoom=weeks')).toEqual(page)
    const file = { status: 200, body: `run('${version}')`, cache: IMMUTABLE }
    expect(await get(`/assets/index-${version}.js`)).toEqual(file)
  }
  expect((await get('/assets/index-one.js')).status).toBe(200)
})

test('a file that is gone is not answered with the page', async () => {
  await build('one')
  expect(await get('/assets/index-zero.js')).toMatchObject({
    status: 404,
    body: expect.stringContaining('platform.not_found'),
  })
  expect(await get('/api/v1/nowhere')).toMatchObject({
    status: 404,
    body: expect.stringContaining('platform.not_found'),
  })
})

test('what the builder notes for itself is nobody’s', async () => {
  await build('one')
  await writeFile(join(dist, '.sources'), 'secret')
  expect((await get('/.sources')).body).not.toContain('secret')
  expect((await get('/../package.json')).body).not.toContain('"name"')
})

test('a page is answered with what it will fetch: its files, and what it asks', async () => {
  await build('one')
  const parts = { c: ['/assets/list.js', '/assets/list.css'] }
  await writeFile(join(dist, '.parts.json'), JSON.stringify(parts))
  const { headers } = await app.inject({ url: '/o/mill/c/TWR' })
  expect(String(headers['link']).split(', ')).toEqual([
    '</api/v1/about?page=%2Fo%2Fmill%2Fc%2FTWR>; rel=preload; as=fetch; crossorigin',
    '</assets/list.js>; rel=modulepreload',
    '</assets/list.css>; rel=preload; as=style; crossorigin',
  ])
  const again = await app.inject({
    url: '/o/mill/c/TWR',
    headers: { 'if-none-match': String(headers['etag']) },
  })
  expect([again.statusCode, again.headers['link']]).toEqual([304, headers['link']])
})

test('an address that names no page of its own has no files besides the program', async () => {
  await build('one')
  await writeFile(join(dist, '.parts.json'), JSON.stringify({ c: ['/assets/list.js'] }))
  for (const url of ['/o/mill/toString', '/o/mill/constructor/x', '/sign-in'])
    expect(String((await app.inject({ url })).headers['link'])).not.toContain('/assets/')
})
