import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Correlation, correlate, type MessageTakers, type SentMessage, takenBy } from '../index.ts'

const NOBODY: MessageTakers = { waits: [], starts: [], taken: new Set(), begun: new Set() }
const sent = (id: string, key: string | null, more: Partial<SentMessage> = {}): SentMessage => ({
  ...{ id, name: 'paid', key, processIds: null },
  ...more,
})
const wait = (instanceId: string, key: string | null, processId = 'orders') => ({
  ...{ processId, instanceId, waitId: 1, name: 'paid', key },
})
const start = { processId: 'orders', node: 'begin', name: 'paid' }
const shown = (given: readonly Correlation[]) =>
  given.map((one) => `${one.messageId} ${one.kind === 'happen' ? one.wait.instanceId : one.start.node}`)

test('a message goes to whoever waits for its name with its key, and to nobody else', () => {
  const waits = [wait('a', '7'), wait('b', '8'), { ...wait('c', '8'), name: 'sent' }, wait('d', null)]
  expect(shown(correlate([sent('m', '8')], { ...NOBODY, waits }))).toEqual(['m b'])
  expect(shown(correlate([sent('m', null)], { ...NOBODY, waits }))).toEqual(['m d'])
  expect(shown(correlate([sent('m', '9')], { ...NOBODY, waits }))).toEqual([])
})

test('of several in a process the one that has waited longest is told; every process is told once', () => {
  const waits = [wait('a', '7'), wait('b', '7'), wait('c', '7', 'billing')]
  expect(shown(correlate([sent('m', '7')], { ...NOBODY, waits }))).toEqual(['m a', 'm c'])
  const taken = new Set([takenBy('orders', 'm')])
  expect(shown(correlate([sent('m', '7')], { ...NOBODY, waits, taken }))).toEqual(['m c'])
})

test('where nobody waits an instance begins, one at a time for each key', () => {
  const takers = { ...NOBODY, starts: [start] }
  const messages = [sent('m', '7'), sent('n', '7'), sent('o', '8'), sent('p', null), sent('q', null)]
  expect(shown(correlate(messages, takers))).toEqual(['m begin', 'o begin', 'p begin', 'q begin'])
  const begun = new Set([takenBy('orders', '8')])
  expect(shown(correlate(messages, { ...takers, begun }))).toEqual(['m begin', 'p begin', 'q begin'])
})

test('an instance that waits is told before another one begins, also when it is told something else first', () => {
  const takers = { ...NOBODY, waits: [wait('a', '7')], starts: [start] }
  expect(shown(correlate([sent('m', '7'), sent('n', '7')], takers))).toEqual(['m a'])
})

test('a message does not reach processes that its sender may not write in', () => {
  const takers = { ...NOBODY, waits: [wait('a', '7'), wait('c', '7', 'billing')], starts: [start] }
  const message = sent('m', '7', { processIds: new Set(['billing']) })
  expect(shown(correlate([message], takers))).toEqual(['m c'])
})

test('whatever is sent and waited for, nothing is given twice, nor to whom it is not for', () => {
  const key = fc.constantFrom('1', '2', null)
  const process = fc.constantFrom('orders', 'billing')
  const anyWait = fc.record({ key, processId: process })
  fc.assert(
    fc.property(fc.array(key, { maxLength: 8 }), fc.array(anyWait, { maxLength: 8 }), (keys, found) => {
      const waits = found.map((one, index) => wait(`i${index}`, one.key, one.processId))
      const given = correlate(
        keys.map((one, index) => sent(`m${index}`, one)),
        { ...NOBODY, waits, starts: [start] },
      )
      const ofProcess = given.map((one) =>
        takenBy(one.kind === 'happen' ? one.wait.processId : one.start.processId, one.messageId),
      )
      expect(new Set(ofProcess).size).toBe(ofProcess.length)
      const told = given.flatMap((one) => (one.kind === 'happen' ? [one.wait] : []))
      expect(new Set(told.map(({ instanceId }) => instanceId)).size).toBe(told.length)
      for (const one of given)
        if (one.kind === 'happen') expect(one.wait.key).toBe(keys[Number(one.messageId.slice(1))])
    }),
    { seed: 3 },
  )
})
