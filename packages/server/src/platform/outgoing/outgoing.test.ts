import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import {
  createOutgoing,
  OutgoingFault,
  type OutgoingRequest,
  readAddressRange,
  readAllowedOrigin,
} from './index.ts'
import { type HttpPeer, openHttpPeer } from './testing/http-peer.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const peers: HttpPeer[] = []
afterAll(() => {
  for (const peer of peers) peer.close()
})

async function listen(answer: Answer): Promise<HttpPeer> {
  const peer = await openHttpPeer(answer)
  peers.push(peer)
  return peer
}

const settingsOf = (origins: readonly string[], ranges: readonly string[] = ['127.0.0.1']) => ({
  origins: origins.flatMap((one) => readAllowedOrigin(one) ?? []),
  ranges: ranges.flatMap((one) => readAddressRange(one) ?? []),
})
const get = (url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  ...{ method: 'GET', url, headers: {}, body: null, timeoutMs: 10_000 },
  ...more,
})
const fine: Answer = (_request, response) => response.end('fine')

test('what is sent comes over, and what is answered comes back whatever its status', async () => {
  const peer = await listen((request, response) => {
    response.writeHead(409, { 'content-type': 'text/plain', 'x-seen': request.headers['x-order'] ?? '' })
    request.pipe(response)
  })
  const { call } = createOutgoing(settingsOf([peer.origin]))
  const answer = await call(
    get(`${peer.origin}/a?b=c`, { method: 'PUT', headers: { 'x-order': '7' }, body: 'grüße' }),
  )
  expect(answer).toMatchObject({ status: 409, text: 'grüße', headers: { 'x-seen': '7' } })
  expect(peer.heard[0]).toMatchObject({ method: 'PUT', url: '/a?b=c' })
})

test('nobody is called who is not on the list, nor on another port or without TLS', async () => {
  const peer = await listen(fine)
  const port = new URL(peer.origin).port
  const lists = [[], ['https://127.0.0.1'], [`https://127.0.0.1:${port}`], ['http://127.0.0.1'], ['*']]
  for (const list of lists) {
    const { call } = createOutgoing(settingsOf(list))
    await expect(call(get(peer.origin))).rejects.toMatchObject({ reason: 'not-allowed' })
  }
  expect(peer.heard).toEqual([])
})

test('names below a name are on the list, names that only end alike are not', async () => {
  const peer = await listen(fine)
  const port = new URL(peer.origin).port
  const here = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  const { call } = createOutgoing(settingsOf([`http://*.example.org:${port}`]), here)
  expect((await call(get(`http://a.b.example.org:${port}`))).text).toBe('fine')
  for (const host of ['example.org', 'badexample.org', 'a.example.org.evil.net'])
    await expect(call(get(`http://${host}:${port}`))).rejects.toMatchObject({ reason: 'not-allowed' })
})

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.100.100.200'],
  ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '[::1]', '[::]', '[fe80::1]', '[fd00:ec2::254]'],
  ...[
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '2130706433',
    '0x7f.1',
  ],
])('%s is not called unless an administrator says so', async (host) => {
  const { call } = createOutgoing(
    settingsOf([`http://${host}`, '*', `http://${new URL(`http://${host}`).host}`], []),
  )
  await expect(call(get(`http://${host}/`))).rejects.toMatchObject({ reason: 'private-address' })
})

test('a name that says another address a moment later leads to the one that was looked at', async () => {
  const peer = await listen(fine)
  const { port } = new URL(peer.origin)
  let asked = 0
  const changing = () => Promise.resolve([{ address: ++asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }])
  const { call } = createOutgoing(settingsOf([`http://rebind.example.org:${port}`]), changing)
  expect((await call(get(`http://rebind.example.org:${port}`))).text).toBe('fine')
  expect(asked).toBe(1)
  await expect(call(get(`http://rebind.example.org:${port}`))).rejects.toMatchObject({
    reason: 'private-address',
  })
  expect(peer.heard).toHaveLength(1)
})

test('of the addresses of a name only those are called that may be', async () => {
  const peer = await listen(fine)
  const { port } = new URL(peer.origin)
  const several = () => Promise.resolve(['10.0.0.1', '127.0.0.1'].map((address) => ({ address, family: 4 })))
  const { call } = createOutgoing(settingsOf([`http://both.example.org:${port}`]), several)
  expect((await call(get(`http://both.example.org:${port}`))).status).toBe(200)
})

test('whoever leads elsewhere is followed within the list, and not out of it', async () => {
  const end = await listen(fine)
  const peer = await listen((request, response) => {
    const to = request.url === '/out' ? 'http://127.0.0.1:1/' : `${end.origin}/end`
    response.writeHead(request.url === '/see' ? 303 : 307, { location: to }).end()
  })
  const { call } = createOutgoing(settingsOf([peer.origin, end.origin]))
  const secret = { authorization: 'Bearer x', accept: 'text/plain' }
  expect((await call(get(`${peer.origin}/in`, { headers: secret }))).text).toBe('fine')
  expect(end.heard[0]?.headers).toMatchObject({ accept: 'text/plain' })
  expect(end.heard[0]?.headers.authorization).toBeUndefined()
  await expect(call(get(`${peer.origin}/out`))).rejects.toMatchObject({ reason: 'not-allowed' })
  const post = get(`${peer.origin}/see`, { method: 'POST', body: '1' })
  await expect(call(post)).rejects.toMatchObject({ reason: 'redirect' })
  expect((await call({ ...post, url: `${peer.origin}/in` })).text).toBe('fine')
  expect(end.heard.at(-1)?.method).toBe('POST')
})

test('whoever leads round and round is given up', async () => {
  const peer = await listen((_request, response) => response.writeHead(302, { location: '/' }).end())
  const { call } = createOutgoing(settingsOf([peer.origin]))
  await expect(call(get(peer.origin))).rejects.toMatchObject({ reason: 'redirect' })
  expect(peer.heard).toHaveLength(4)
})

test('whoever does not answer in time, or without end, or in another coding, is not waited for', async () => {
  const peer = await listen((request, response) => {
    if (request.url === '/encoded') response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')
    if (request.url === '/large') response.end(Buffer.alloc(2 * 1024 * 1024, 'x'))
    if (request.url === '/half') response.writeHead(200).write('x')
    if (request.url === '/broken') response.destroy()
  })
  const { call } = createOutgoing(settingsOf([peer.origin]))
  const paths = ['silent', 'half', 'large', 'encoded', 'broken']
  const reasons = paths.map(async (path) => {
    const timeoutMs = path === 'silent' || path === 'half' ? 300 : 10_000
    return await call(get(`${peer.origin}/${path}`, { timeoutMs })).catch((error: unknown) =>
      error instanceof OutgoingFault ? error.reason : error,
    )
  })
  expect(await Promise.all(reasons)).toEqual([
    ...['timeout', 'timeout', 'answer-large', 'answer-encoded', 'unreachable'],
  ])
})

test('a name that is none, a port where nobody is, and a call that is called off', async () => {
  const unknown = () => Promise.reject(new Error('no such name'))
  const named = createOutgoing(settingsOf(['https://nowhere.example.org']), unknown)
  await expect(named.call(get('https://nowhere.example.org'))).rejects.toMatchObject({
    reason: 'unknown-host',
  })
  const peer = await listen(fine)
  const { call } = createOutgoing(settingsOf([peer.origin, 'http://127.0.0.1:1']))
  await expect(call(get('http://127.0.0.1:1'))).rejects.toMatchObject({ reason: 'unreachable' })
  await expect(call(get(peer.origin), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
})

test('a fault says whom it is about and nothing of what was sent', async () => {
  const { call } = createOutgoing(settingsOf([]))
  const secret = get('https://api.example.org/secret?key=secret', { headers: { authorization: 'secret' } })
  const fault = await call(secret).catch((error: unknown) => error)
  expect(`${String(fault)} ${JSON.stringify(fault)}`).not.toContain('secret')
})
