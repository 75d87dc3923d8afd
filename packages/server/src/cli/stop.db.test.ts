import { once } from 'node:events'
import { connect as connectSocket, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withConnection } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import { createEmptyDatabase } from '../platform/testing/database.ts'
import { MillraceProcesses } from './testing/millrace-process.ts'

const processes = await MillraceProcesses.open()
const database = await createEmptyDatabase()
const blocker = new Client({ connectionString: database.url })
beforeAll(() => blocker.connect())
afterAll(async () => {
  await processes.close()
  await blocker.end()
  await database.drop()
})

type Visitor = { readonly address: string; readonly cookie: string; readonly organisationId: string }

async function visit(address: string): Promise<Visitor> {
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie },
      body: JSON.stringify(body),
    })
  const email = `${newId()}@mill.example`
  const signedUp = await post('/api/auth/sign-up/email', {
    name: 'Ada',
    email,
    password: 'correct horse battery',
  })
  const cookie = signedUp.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const organisationId = newId()
  const slug = `mill-${organisationId.slice(-8)}`
  expect(
    (await post('/api/v1/organisations', { id: organisationId, slug, name: 'Mill' }, cookie)).status,
  ).toBe(200)
  return { address, cookie, organisationId }
}

/** A socket as a browser opens it, which asks for something and is then kept. */
async function open(address: string, request: string): Promise<Socket> {
  const { hostname, port } = new URL(address)
  const socket = connectSocket(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  if (request !== '') socket.write(`${request}\r\n\r\n`)
  return socket
}

function ask({ address, cookie, organisationId }: Visitor, path: string): Promise<Socket> {
  const { host } = new URL(address)
  const line = `GET /api/v1/o/${organisationId}${path} HTTP/1.1`
  return open(address, `${line}\r\nHost: ${host}\r\nCookie: ${cookie}`)
}

/** Waits until that many statements wait for the table that is locked here. */
async function blocked(count: number): Promise<void> {
  const waiting = () =>
    withConnection(database.url, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::integer as count from pg_stat_activity where wait_event_type = 'Lock'`,
      )
      return rows[0]?.count ?? 0
    })
  while ((await waiting()) < count) await sleep(20)
}

describe('one signal stops a server', { timeout: 60_000 }, () => {
  test('with streams open, connections kept and connections that never asked', async () => {
    const server = await processes.serve({ DATABASE_URL: database.url })
    const visitor = await visit(server.address)
    const stream = await ask(visitor, '/sync/stream')
    await once(stream, 'data')
    const kept = await ask(visitor, '/people?limit=1')
    await once(kept, 'data')
    await open(server.address, '')
    await open(server.address, 'GET /healthz HTTP/1.1')
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })

  test('after somebody left while their stream was being opened', async () => {
    const server = await processes.serve({ DATABASE_URL: database.url })
    const visitor = await visit(server.address)
    await blocker.query('begin; lock table journal_head in access exclusive mode')
    const stream = await ask(visitor, '/sync/stream')
    await blocked(1)
    stream.destroy()
    await sleep(100)
    await blocker.query('rollback')
    await (await fetch(`${server.address}/readyz`)).text()
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })

  test('with a request and a job that wait for the database', async () => {
    const server = await processes.serve({ DATABASE_URL: database.url })
    const visitor = await visit(server.address)
    await blocker.query('begin; lock table import_run in access exclusive mode')
    await withConnection(database.url, (client) =>
      client.query(
        `insert into job (id, organisation_id, kind, payload, run_at, created_at)
         values ($1, $2, 'exchange.run', $3, now(), now())`,
        [newId(), visitor.organisationId, { runId: newId() }],
      ),
    )
    await ask(visitor, '/imports')
    await blocked(2)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    await blocker.query('rollback')
  })
})
