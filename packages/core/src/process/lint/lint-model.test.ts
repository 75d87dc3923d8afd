import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BpmnContent,
  type BpmnModel,
  type BpmnNode,
  type KnownReferences,
  lintModel,
  NO_WORK,
  NOTHING_KNOWN,
} from '../index.ts'
import { compileTest, content, event, flows, modelOf, node } from '../testing/model-builder.ts'
import { anyBlock, modelOfBlock } from '../testing/random-model.ts'
import { explore } from './explore.ts'
import { partsOf } from './part.ts'

const START = node('startEvent', 'start')
const END = node('endEvent', 'end')

const findingsOf = (inside: BpmnContent, more: Partial<BpmnModel> = {}) =>
  lintModel(modelOf(inside, more), { compileExpression: compileTest })

/** Rules with where they were found, hints for readers left out. */
const seriousOf = (inside: BpmnContent, more: Partial<BpmnModel> = {}) =>
  findingsOf(inside, more)
    .filter(({ weight }) => weight !== 'hint')
    .map(({ rule, at }) => `${rule} ${at}`)

const branches = (split: BpmnNode['type'], join: BpmnNode['type']) =>
  content(
    [START, node(split, 'split'), node('task', 'a'), node('task', 'b'), node(join, 'join'), END],
    flows(
      'start -> split',
      'split -> a ? x < 1',
      'split -> b ? x < 2',
      'a -> join',
      'b -> join',
      'join -> end',
    ),
  )

test('a plain process has nothing to be said of', () => {
  expect(findingsOf(content([START, node('task', 'a'), END], flows('start -> a -> end')))).toEqual([])
})

test.each([
  ['exclusiveGateway', 'parallelGateway', 'deadlock'],
  ['inclusiveGateway', 'parallelGateway', 'deadlock'],
  ['parallelGateway', 'exclusiveGateway', 'done-several-times'],
  ['inclusiveGateway', 'exclusiveGateway', 'done-several-times'],
] as const)('what %s parts and %s joins: %s', (split, join, rule) => {
  expect(seriousOf(branches(split, join))).toContain(`${rule} join`)
})

test.each([
  ['exclusiveGateway', 'exclusiveGateway'],
  ['parallelGateway', 'parallelGateway'],
  ['inclusiveGateway', 'inclusiveGateway'],
  ['parallelGateway', 'inclusiveGateway'],
] as const)('what %s parts may be joined by %s', (split, join) => {
  const rules = seriousOf(branches(split, join)).map((line) => line.split(' ')[0])
  expect(rules).not.toContain('deadlock')
  expect(rules).not.toContain('done-several-times')
})

test('no structured model locks itself or does anything twice, however large', () => {
  fc.assert(
    fc.property(anyBlock, (block) => {
      const found = modelOfBlock(block).processes.flatMap(partsOf).map(explore)
      expect(found.flatMap(({ deadlocks, doneSeveralTimes }) => [...deadlocks, ...doneSeveralTimes])).toEqual(
        [],
      )
      expect(found.every(({ isComplete }) => isComplete)).toBe(true)
    }),
    { numRuns: 300, seed: 1 },
  )
})

test('an interrupting event that leads past a join locks it', () => {
  const late = event('boundaryEvent', 'late', { kind: 'timer', timer: null }, { attachedToId: 'a' })
  const model = content(
    [START, node('parallelGateway', 'split'), node('task', 'a'), late, node('task', 'b')].concat([
      node('parallelGateway', 'join'),
      END,
    ]),
    flows('start -> split', 'split -> a -> join', 'split -> b -> join', 'join -> end', 'late -> end'),
  )
  expect(seriousOf(model)).toContain('deadlock join')
})

test('many parallel branches are looked at without trying every order', () => {
  const ids = Array.from({ length: 40 }, (_, place) => `t${place}`)
  const lines = ids.map((id) => `split -> ${id} -> join`)
  const wide = content(
    [
      START,
      node('parallelGateway', 'split'),
      ...ids.map((id) => node('task', id)),
      node('parallelGateway', 'join'),
      END,
    ],
    flows('start -> split', ...lines, 'join -> end'),
  )
  const [part] = modelOf(wide).processes.flatMap(partsOf)
  expect(part && explore(part)).toMatchObject({ isComplete: true, deadlocks: new Set() })
})

test('what only leads to itself is never come to; what nothing leads to begins by itself', () => {
  const model = content(
    [START, END, node('task', 'round'), node('task', 'about'), node('task', 'alone')],
    flows('start -> end', 'round -> about -> round', 'alone -> end'),
  )
  expect(seriousOf(model)).toEqual(['unreachable round', 'unreachable about', 'starts-by-itself alone'])
})

test('a process says where it begins and where it ends', () => {
  expect(seriousOf(content([node('task', 'a')], []))).toEqual([
    'no-start-event process',
    'no-end-event process',
  ])
  const open = content([START, node('task', 'a'), END], flows('start -> a', 'start -> end'))
  expect(findingsOf(open)).toContainEqual({ at: 'a', rule: 'dead-end', weight: 'hint', detail: '' })
})

test('choices have conditions and a way for when none holds; others have none', () => {
  const choice = (line: string, gateway: Partial<BpmnNode> = {}) =>
    seriousOf(
      content(
        [START, node('exclusiveGateway', 'which', gateway), node('task', 'a'), node('task', 'b'), END],
        flows('start -> which', 'which -> a ? x < 1', line, 'a -> end', 'b -> end'),
      ),
    )
  expect(choice('which -> b')).toEqual(['flow-without-condition which-b'])
  expect(choice('which -> b ? x < 2')).toEqual(['no-default which'])
  expect(choice('which -> b', { defaultFlowId: 'which-b' })).toEqual([])
  expect(seriousOf(branches('parallelGateway', 'parallelGateway'))).toEqual([
    'condition-ignored split-a',
    'condition-ignored split-b',
  ])
})

test('gateways that do nothing or two things at once are hints', () => {
  const rules = findingsOf(
    content(
      [START, node('exclusiveGateway', 'idle'), node('exclusiveGateway', 'both'), node('task', 'a'), END],
      flows('start -> idle -> both -> a ? x < 1', 'a -> both', 'both -> end ? x < 2'),
    ),
  ).filter(({ weight }) => weight === 'hint')
  expect(rules).toContainEqual({ at: 'idle', rule: 'gateway-without-choice', weight: 'hint', detail: '' })
  expect(rules).toContainEqual({ at: 'both', rule: 'joins-and-splits', weight: 'hint', detail: '' })
})

test('what is done, asked and answered has a name', () => {
  const model = content(
    [START, node('task', 'a', { name: ' ' }), node('exclusiveGateway', 'which', { name: '' }), END],
    flows('start -> a -> which', 'which -> end ? x < 1', 'which -> a ? x < 2'),
  )
  const rules = findingsOf(model).map(({ rule, at }) => `${rule} ${at}`)
  expect(rules).toContain('no-name a')
  expect(rules).toContain('no-question which')
  expect(rules).toContain('no-answer which-end')
})

test('an event sub-process for errors that nobody can throw waits in vain', () => {
  const errors = [{ id: 'e', name: 'Broken', code: 'broken' }]
  const thrower = (refId: string) => event('endEvent', 'thrown', { kind: 'error', refId })
  const listening = node('subProcess', 'when broken', {
    isEventSubProcess: true,
    content: content(
      [
        event('startEvent', 'caught', { kind: 'error', refId: 'e' }),
        node('task', 'mend'),
        node('endEvent', 'mended'),
      ],
      flows('caught -> mend -> mended'),
    ),
  })
  const model = (end: BpmnNode) =>
    content([START, node('scriptTask', 's'), end, listening], flows(`start -> s -> ${end.id}`))
  expect(seriousOf(model(END), { errors })).toContain('never-triggered caught')
  expect(seriousOf(model(thrower('e')), { errors })).not.toContain('never-triggered caught')
})

test('references that lead nowhere are told, and those that the world knows are not', () => {
  const sends = node('sendTask', 'send')
  const called = node('callActivity', 'call', { work: { ...NO_WORK, calledElement: 'other' } })
  const decides = node('businessRuleTask', 'decide')
  const model = modelOf(
    content([START, sends, called, decides, END], flows('start -> send -> call -> decide -> end')),
  )
  const rulesFor = (processes: ReadonlySet<string> | null) =>
    lintModel(model, {
      compileExpression: compileTest,
      known: { ...NOTHING_KNOWN, processes },
    }).map(({ rule, at }) => `${rule} ${at}`)
  expect(rulesFor(null)).toEqual(['no-message send', 'no-decision decide'])
  expect(rulesFor(new Set())).toContain('unknown-called-process call')
  expect(rulesFor(new Set(['other']))).not.toContain('unknown-called-process call')
})

test('what publishing refuses does not work; what may still come will surprise', () => {
  const service = {
    ...{ kind: 'http', topic: null, method: null, url: 'https://api.example.org/x', body: null, headers: [] },
    ...{ errors: [], timeout: null, retries: null, backOff: null },
  }
  const work = (said: Partial<BpmnNode['work']>) => ({ work: { ...NO_WORK, ...said } })
  const assignment = { ...NO_WORK.assignment, formKey: 'request' }
  const model = modelOf(
    content(
      [
        node('startEvent', 'start', work({ assignment })),
        node('businessRuleTask', 'decide', work({ decisionRef: 'discount' })),
        node('serviceTask', 'call', work({ service })),
        END,
      ],
      flows('start -> decide -> call -> end'),
    ),
  )
  const weights = (known: KnownReferences) =>
    lintModel(model, { compileExpression: compileTest, known }).map(
      ({ rule, weight, detail }) => `${weight} ${rule} ${detail}`,
    )
  const none = new Set<string>()
  expect(weights({ decisions: none, forms: none, processes: none, origins: [] })).toEqual([
    'error unknown-form request',
    'error unknown-decision discount',
    'warning unknown-host https://api.example.org',
  ])
  const origins = [{ protocol: 'https:', hostname: '*.example.org', port: '' }] as const
  const all = { decisions: new Set(['discount']), forms: new Set(['request']), processes: none, origins }
  expect(weights(all)).toEqual([])
})

test('what cannot be executed comes first', () => {
  const broken = content([START, node('task', 'a'), END], flows('start -> a', 'a -> end ? broken'))
  expect(findingsOf(broken)[0]).toEqual({
    ...{ at: 'a-end', rule: 'expression', weight: 'error' },
    detail: 'not understood',
  })
})
