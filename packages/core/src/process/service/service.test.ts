import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BackOff,
  type BpmnService,
  compileProcess,
  feelExpressions,
  idempotencyKeyOf,
  judgeAnswer,
  nextAttempt,
  startProcess,
  type Variables,
} from '../index.ts'
import { content, flows, modelOf, node } from '../testing/model-builder.ts'

const WRITTEN: BpmnService = {
  ...{ kind: 'http', topic: null, method: 'POST', url: 'https://pay.example.org/charges', body: null },
  ...{ headers: [], errors: [], timeout: null, retries: null, backOff: null },
}
const FEEL = feelExpressions(() => ({ now: 0, zone: 'UTC' }))

function modelWith(more: Partial<BpmnService>) {
  const plain = node('serviceTask', 'pay')
  const service = { ...WRITTEN, ...more }
  const pay = { ...plain, work: { ...plain.work, service } }
  return modelOf(content([node('startEvent', 's'), pay, node('endEvent', 'e')], flows('s -> pay -> e')))
}

function faultsOf(more: Partial<BpmnService>): readonly string[] {
  const compiled = compileProcess(modelWith(more), 'process', FEEL)
  return compiled.ok ? [] : compiled.faults.map(({ kind, detail }) => `${kind} ${detail}`)
}

/** What an instance asks for as soon as it begins. */
function begin(more: Partial<BpmnService>, variables: Variables = {}) {
  const compiled = compileProcess(modelWith(more), 'process', FEEL)
  if (!compiled.ok) throw new TypeError(JSON.stringify(compiled.faults))
  const world = { now: 0, dueOf: () => ({ ok: false, fault: 'no timers' }) as const }
  const begun = startProcess({ graph: compiled.graph, world }, { variables })
  if (!begun.ok) throw new TypeError(begun.fault)
  const { demands, state } = begun.step
  const call = demands.flatMap((demand) => (demand.kind === 'begin-work' ? [demand.call] : []))[0]
  return { call, incidents: state.incidents.map(({ kind, text }) => `${kind} ${text}`) }
}

test('an endpoint is called with the values of the instance', () => {
  const { call } = begin(
    {
      url: 'https://pay.example.org/orders/{order.id}/charges?by={name}',
      body: { text: '= { amount: order.total * 2 }', language: null },
      headers: [
        { name: 'Accept', value: 'application/json' },
        { name: 'X-Order', value: '= order.id' },
      ],
    },
    { order: { id: 17, total: 5 }, name: 'a/b c' },
  )
  expect(call).toMatchObject({
    kind: 'http',
    request: {
      ...{ method: 'POST', url: 'https://pay.example.org/orders/17/charges?by=a%2Fb%20c' },
      ...{ body: '{"amount":10}' },
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-order': '17' },
    },
  })
})

test('a worker is told its topic and the notes for it', () => {
  const { call } = begin({ kind: 'worker', topic: 'print', headers: [{ name: 'Tray', value: '= 1 + 1' }] })
  expect(call).toMatchObject({ kind: 'worker', topic: 'print', headers: { Tray: '2' } })
})

test.each<[string, Partial<BpmnService>, string]>([
  ['a kind that is none', { kind: 'soap' }, 'service kind'],
  ['a worker without a topic', { kind: 'worker' }, 'service topic'],
  ['a method that is none', { method: 'BREW' }, 'service method'],
  ['no address', { url: null }, 'service url'],
  ['an address of files', { url: 'file:///etc/passwd' }, 'service url'],
  ['a host that an instance would choose', { url: 'https://{host}/pay' }, 'service url'],
  ['a host that an instance would go on writing', { url: 'https://pay{tail}' }, 'service url'],
  ['a password in the address', { url: 'https://me:secret@pay.example.org/' }, 'service url'],
  ['a value that does not end', { url: 'https://pay.example.org/{id' }, 'service url'],
  ['an expression that is none', { url: 'https://pay.example.org/{1 +}' }, 'expression feel.unexpected'],
  ['a body that nobody reads', { method: 'GET', body: { text: '1', language: null } }, 'service body'],
  ['a header that says how is called', { headers: [{ name: 'Host', value: 'x' }] }, 'service header'],
  ['a header that is two', { headers: [{ name: 'a\r\nb', value: 'x' }] }, 'service header'],
  ['an answer that is no status', { errors: [{ status: 'bad', code: 'X' }] }, 'service error'],
  ['an error without a code', { errors: [{ status: '404', code: '' }] }, 'service error'],
  ['a timeout of an hour', { timeout: 'PT1H' }, 'service timeout'],
  ['no attempt at all', { retries: '0' }, 'service retries'],
  ['a back-off that is none', { backOff: 'soon' }, 'service backOff'],
  ['a back-off that goes down', { backOff: 'PT1H..PT1M' }, 'service backOff'],
])('%s is refused when the process is compiled', (_what, more, fault) => {
  expect(faultsOf(more)).toEqual([fault])
})

test.each([
  ['nothing', { order: { id: null } }],
  ['a list', { order: { id: [1] } }],
  ['a way up', { order: { id: '..' } }],
  ['half a sign', { order: { id: '\ud800' } }],
])('%s is no part of an address: somebody has to look before anything is called', (_what, variables) => {
  const { call, incidents } = begin({ url: 'https://pay.example.org/orders/{order.id}' }, variables)
  expect(call).toBeUndefined()
  expect(incidents).toEqual(['expression service.url_value'])
})

test('no value of an instance makes another header, or leads to another host', () => {
  const headers = [{ name: 'X-Note', value: '= note' }]
  expect(begin({ headers }, { note: 'a\r\nAuthorization: b' }).incidents).toEqual([
    'expression service.header_value',
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      const { call } = begin({ url: 'https://pay.example.org/a/{id}/z' }, { id })
      if (call?.kind !== 'http') return
      const { origin, pathname, search, hash } = new URL(call.request.url)
      expect([origin, search, hash]).toEqual(['https://pay.example.org', '', ''])
      expect(decodeURIComponent(pathname)).toBe(`/a/${id}/z`)
    }),
    { seed: 5 },
  )
})

test('what an answer means: done, an error of the field, or another time', () => {
  const errors = [
    { from: 404, to: 404, code: 'UNKNOWN' },
    { from: 400, to: 499, code: 'DECLINED' },
  ]
  const verdicts = [204, 404, 402, 503, 301].map((status) => judgeAnswer(status, errors))
  expect(verdicts).toEqual([
    { kind: 'done' },
    { kind: 'throw', code: 'UNKNOWN' },
    { kind: 'throw', code: 'DECLINED' },
    { kind: 'failed', isWorthRetrying: true },
    { kind: 'failed', isWorthRetrying: false },
  ])
  expect([400, 429, 500].map((status) => judgeAnswer(status, []))).toEqual([
    { kind: 'failed', isWorthRetrying: false },
    { kind: 'failed', isWorthRetrying: true },
    { kind: 'failed', isWorthRetrying: true },
  ])
})

const attempt = { now: 1_000_000, seed: 7, notBefore: null }
const LIST: BackOff = { kind: 'list', waitsMs: [10_000, 60_000] }

test('attempts come as the list says, the last wait again and again, and then somebody has to look', () => {
  const waits = [1, 2, 3].map((failures) => nextAttempt({ ...attempt, backOff: LIST, failures, left: 1 }))
  expect(waits).toEqual([10_000, 60_000, 60_000].map((ms) => ({ kind: 'again', at: 1_000_000 + ms })))
  expect(nextAttempt({ ...attempt, backOff: LIST, failures: 1, left: 0 })).toEqual({ kind: 'incident' })
})

test('who is asked to come later does, but waits no longer than a day', () => {
  const later = (notBefore: number) =>
    nextAttempt({ ...attempt, backOff: LIST, failures: 1, left: 1, notBefore })
  expect(later(1_030_000)).toEqual({ kind: 'again', at: 1_030_000 })
  expect(later(1_005_000)).toEqual({ kind: 'again', at: 1_010_000 })
  expect(later(Number.MAX_SAFE_INTEGER)).toEqual({ kind: 'again', at: 1_000_000 + 86_400_000 })
})

test('waits that double stay within their bounds, and those who failed together come apart', () => {
  const backOff: BackOff = { kind: 'exponential', firstMs: 10_000, maxMs: 3_600_000 }
  const waitOf = (failures: number, seed: number) => {
    const next = nextAttempt({ ...attempt, backOff, failures, left: 1, seed })
    return next.kind === 'again' ? next.at - attempt.now : Number.NaN
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer(), (failures, seed) => {
      const plain = Math.min(10_000 * 2 ** (failures - 1), 3_600_000)
      expect(waitOf(failures, seed)).toBeGreaterThanOrEqual(plain * 0.8)
      expect(waitOf(failures, seed)).toBeLessThanOrEqual(plain * 1.2)
      expect(waitOf(failures, seed)).toBe(waitOf(failures, seed))
    }),
    { seed: 9 },
  )
  expect(new Set([1, 2, 3, 4, 5].map((seed) => waitOf(1, seed))).size).toBe(5)
})

test('a key is the same over all attempts, and another one for each token and round', () => {
  const keys = [
    [1, 0],
    [1, 1],
    [2, 0],
  ].map(([id = 0, rounds = 0]) => idempotencyKeyOf('i', { id, rounds }))
  expect(keys).toEqual(['i-1-0', 'i-1-1', 'i-2-0'])
})
