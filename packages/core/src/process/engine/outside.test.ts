import { expect, test } from 'vitest'
import type { BpmnService } from '../index.ts'
import { content, event, flows, modelOf, node, Walk } from '../testing/model-builder.ts'

const text = (written: string) => ({ text: written, language: null })
const service: BpmnService = {
  ...{ kind: 'worker', topic: 'pay', method: null, url: null, body: null, headers: [], errors: [] },
  ...{ timeout: null, retries: '2', backOff: null },
}
const paid = { messages: [{ id: 'm', name: 'Paid', correlationKey: text('order') }] }
const served = (type: 'serviceTask' | 'sendTask') => {
  const plain = node(type, 'pay')
  return { ...plain, work: { ...plain.work, service } }
}

test.each(['serviceTask', 'sendTask'] as const)('a %s of a service goes on when that is done', (type) => {
  const walk = new Walk(modelOf(content([node('startEvent', 's'), served(type)], flows('s -> pay'))))
  expect(walk.steps[0]?.demands).toMatchObject([
    { kind: 'begin-work', call: { kind: 'worker', topic: 'pay', retry: { attempts: 2 } } },
  ])
  expect(walk.complete('pay', { receipt: 4 }).state.status).toBe('completed')
})

test('what could not be done halts the token until somebody has looked; then it is asked for once more', () => {
  const walk = new Walk(modelOf(content([node('startEvent', 's'), served('serviceTask')], flows('s -> pay'))))
  const tokenId = walk.tokenAt('pay')
  walk.tell({ kind: 'fail', tokenId, text: 'HTTP 503' })
  expect(walk.state.incidents).toMatchObject([{ kind: 'work', text: 'HTTP 503', tokenId }])
  expect(() => walk.complete('pay')).toThrow('not-at-work')
  walk.tell({ kind: 'retry', tokenId })
  expect(walk.tokenAt('pay')).toBe(tokenId)
  expect(walk.demands).toEqual(['begin-work pay', 'end-work pay', 'begin-work pay'])
})

test('a message is waited for by its name and the key that the instance has then', () => {
  const catching = event('intermediateCatchEvent', 'c', { kind: 'message', refId: 'm' })
  const model = modelOf(content([node('startEvent', 's'), catching], flows('s -> c')), paid)
  expect(new Walk(model, { variables: { order: 17 } }).state.waits).toMatchObject([
    { name: 'Paid', key: '17' },
  ])
  const without = new Walk(model)
  expect(without.state).toMatchObject({ waits: [], incidents: [{ text: 'message.key_missing' }] })
  without.tell({ kind: 'write', scopeId: without.state.scopes[0]?.id ?? 0, values: { order: 'x' } })
  expect(without.tell({ kind: 'retry', tokenId: without.tokenAt('c') }).state.waits).toMatchObject([
    { key: 'x' },
  ])
})

test('a message is sent with its key; one that is for nobody known is not sent', () => {
  const throwing = event('intermediateThrowEvent', 't', { kind: 'message', refId: 'm' })
  const model = modelOf(content([node('startEvent', 's'), throwing], flows('s -> t')), paid)
  const walk = new Walk(model, { variables: { order: 'A7' } })
  expect(walk.steps[0]?.demands).toMatchObject([{ kind: 'send-message', name: 'Paid', key: 'A7' }])
  expect(new Walk(model).state.incidents).toMatchObject([{ text: 'message.key_missing' }])
})
