import {
  type BpmnEventDefinition,
  type BpmnModel,
  type BpmnNode,
  type BpmnNodeType,
  NO_WORK,
} from '@millrace/core/process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBpmn } from '../index.ts'
import { anyNet } from '../testing/random-net.ts'
import { bareNode } from './linear-model.ts'
import { writeBpmn } from './write-bpmn.ts'

function readAgain(model: BpmnModel) {
  const read = readBpmn(new TextEncoder().encode(writeBpmn(model, 'd')))
  return read.ok ? read.value : read.refusal
}

test('a written model is read as the same model', () => {
  fc.assert(
    fc.property(anyNet, (model) => {
      expect(readAgain(model)).toEqual(model)
    }),
  )
})

const node = (type: BpmnNodeType, id: string, more: Partial<BpmnNode> = {}): BpmnNode => ({
  ...bareNode(type, { id, name: id }),
  ...more,
})
const event = (type: BpmnNodeType, id: string, about: BpmnEventDefinition, more: Partial<BpmnNode> = {}) =>
  node(type, id, { events: [about], ...more })
const flow = (sourceId: string, targetId: string, condition: string | null) => ({
  ...{ id: `${sourceId}-${targetId}`, name: '', sourceId, targetId },
  condition: condition === null ? null : text(condition),
})
const text = (said: string) => ({ text: said, language: null })
const EVERYTHING: BpmnModel = {
  processes: [
    {
      id: 'process',
      name: 'Process',
      isExecutable: true,
      lanes: [{ id: 'lane', name: 'Ada', nodeIds: ['x'] }],
      nodes: [
        event('startEvent', 's', {
          kind: 'timer',
          timer: {
            kind: 'cycle',
            expression: text('R/P1M'),
            counting: { counts: 'working', calendar: null },
          },
        }),
        event('intermediateCatchEvent', 'm', { kind: 'message', refId: 'msg' }),
        event('intermediateThrowEvent', 'l', { kind: 'link', name: 'on' }),
        event('intermediateCatchEvent', 'c', { kind: 'conditional', condition: text('a < 3') }),
        event(
          'boundaryEvent',
          'b',
          { kind: 'error', refId: 'err' },
          { attachedToId: 'x', isInterrupting: false },
        ),
        event(
          'boundaryEvent',
          'u',
          { kind: 'compensate', activityId: null, waitsForCompletion: true },
          { attachedToId: 'x' },
        ),
        event('endEvent', 'e', { kind: 'terminate' }),
        node('serviceTask', 'x', {
          defaultFlowId: 'x-y',
          work: {
            ...NO_WORK,
            resultVariable: 'r',
            inputs: [{ source: text('a & b'), target: 'c' }],
          },
        }),
        node('businessRuleTask', 'y', { work: { ...NO_WORK, decisionRef: 'd', decisionBinding: 3 } }),
        node('callActivity', 'z', {
          work: { ...NO_WORK, calledElement: 'other' },
          loop: {
            ...{ kind: 'multiple', isSequential: true, cardinality: null, elementVariable: 'one' },
            ...{ collection: text('all'), completion: text('enough') },
          },
        }),
        node('task', 'w', {
          loop: { kind: 'standard', condition: text('again'), isTestedBefore: true, max: 3 },
        }),
        node('adHocSubProcess', 'h', {
          content: { nodes: [], flows: [], associations: [] },
          adHoc: { isSequential: true, cancelsRemaining: false, completion: text('done') },
        }),
        node('receiveTask', 'i', { isInstantiating: true, messageId: 'msg' }),
        node('complexGateway', 'g', { activation: text('n > 1') }),
      ],
      flows: [flow('x', 'y', 'a < 3'), flow('y', 'z', null)],
      associations: [{ sourceId: 'u', targetId: 'w' }],
    },
  ],
  signals: [],
  escalations: [],
  messages: [{ id: 'msg', name: 'Hello & goodbye', correlationKey: text('order') }],
  errors: [{ id: 'err', name: '', code: 'E1' }],
  messageFlows: [{ id: 'mf', sourceId: 'x', targetId: 'process', messageId: 'msg' }],
}

test('so is one of everything that can be said', () => {
  expect(readAgain(EVERYTHING)).toEqual(EVERYTHING)
})
