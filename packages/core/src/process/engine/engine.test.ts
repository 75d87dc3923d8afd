import { expect, test } from 'vitest'
import { compileProcess } from '../index.ts'
import { compileTest, content, event, flows, modelOf, node, Walk } from '../testing/model-builder.ts'

const CLOCK = { counts: 'clock', calendar: null } as const
const text = (written: string) => ({ text: written, language: null })

test('a sequence of work is done one after the other, and the instance is then completed', () => {
  const nodes = [node('startEvent', 's'), node('userTask', 'a'), node('userTask', 'b'), node('endEvent', 'e')]
  const walk = new Walk(modelOf(content(nodes, flows('s -> a -> b -> e'))))
  expect(walk.at()).toEqual(['a'])
  expect(walk.complete('a', { price: 7 }).at()).toEqual(['b'])
  expect(walk.variables).toEqual({ price: 7 })
  expect(walk.complete('b').state).toMatchObject({
    status: 'completed',
    tokens: [],
    scopes: [{ kind: 'process' }],
  })
  expect(walk.demands).toEqual(['begin-work a', 'begin-work b'])
})

test('an exclusive gateway takes the first way that holds, else the default one, else somebody has to look', () => {
  const gateway = node('exclusiveGateway', 'g', { defaultFlowId: 'g-c' })
  const nodes = [node('startEvent', 's'), gateway, ...['a', 'b', 'c'].map((id) => node('userTask', id))]
  const ways = flows('s -> g', 'g -> a ? x = 1', 'g -> b ? x < 3', 'g -> c')
  const at = (x: number) => new Walk(modelOf(content(nodes, ways)), { variables: { x } }).at()
  expect([at(1), at(2), at(3)]).toEqual([['a'], ['b'], ['c']])
  const without = nodes.slice(0, 3).map((one) => ({ ...one, defaultFlowId: null }))
  const walk = new Walk(modelOf(content(without, flows('s -> g', 'g -> a ? x = 1'))), { variables: { x: 2 } })
  expect(walk.state.incidents).toMatchObject([{ kind: 'no-flow', text: 'g' }])
  const repaired = walk.tell({ kind: 'write', scopeId: walk.state.scopes[0]?.id ?? 0, values: { x: 1 } })
  expect(repaired.tell({ kind: 'retry', tokenId: repaired.tokenAt('g') }).at()).toEqual(['a'])
  expect(repaired.state.incidents).toEqual([])
})

test('an inclusive join waits for every way that a token may still come by, and for no other', () => {
  const tasks = ['a', 'b', 'c'].map((id) => node('userTask', id))
  const nodes = [
    node('startEvent', 's'),
    node('inclusiveGateway', 'i'),
    ...tasks,
    node('inclusiveGateway', 'j'),
  ]
  const ways = flows(
    's -> i',
    'i -> a ? x < 3',
    'i -> b ? x < 2',
    'i -> c ? x < 1',
    'a -> j',
    'b -> j',
    'c -> j',
  )
  const model = modelOf(content([...nodes, node('userTask', 'z')], [...ways, ...flows('j -> z')]))
  const two = new Walk(model, { variables: { x: 1 } })
  expect(two.at()).toEqual(['a', 'b'])
  expect(two.complete('b').at()).toEqual(['a', 'j'])
  expect(two.complete('a').at()).toEqual(['z'])
  expect(new Walk(model, { variables: { x: 2 } }).complete('a').at()).toEqual(['z'])
})

test('what interrupts an activity takes its work back; what does not goes on beside it', () => {
  const late = event(
    'boundaryEvent',
    'late',
    { kind: 'timer', timer: { kind: 'duration', counting: CLOCK, expression: text('5') } },
    { attachedToId: 'a' },
  )
  const nodes = [node('startEvent', 's'), node('userTask', 'a'), late, node('userTask', 'hurry')]
  const ways = flows('s -> a', 'late -> hurry')
  const walk = new Walk(modelOf(content(nodes, ways)))
  expect(walk.state.waits).toMatchObject([{ kind: 'timer', dueAt: 5 }])
  expect(walk.happen('late').at()).toEqual(['hurry'])
  expect(walk.demands).toEqual(['begin-work a', 'end-work a', 'begin-work hurry'])
  const beside = nodes.map((one) => (one.id === 'late' ? { ...one, isInterrupting: false } : one))
  const both = new Walk(modelOf(content(beside, ways)))
  expect(both.happen('late').at()).toEqual(['a', 'hurry'])
  expect(both.waiting()).toEqual([])
})

test('a cycle goes off so many times, each counted by its rule', () => {
  const again = event(
    'boundaryEvent',
    'again',
    { kind: 'timer', timer: { kind: 'cycle', counting: CLOCK, expression: text('2') } },
    { attachedToId: 'a', isInterrupting: false },
  )
  const nodes = [node('startEvent', 's'), node('userTask', 'a'), again, node('userTask', 'remind')]
  const walk = new Walk(modelOf(content(nodes, flows('s -> a', 'again -> remind'))))
  expect(walk.state.waits).toMatchObject([{ dueAt: 10, rule: { value: 2 }, cycle: { nth: 0, left: 1 } }])
  walk.happen('again')
  expect(walk.state.waits).toMatchObject([{ dueAt: 20, cycle: { nth: 1, left: 0, after: 10 } }])
  expect(walk.happen('again').waiting()).toEqual([])
  expect(walk.at()).toEqual(['a', 'remind', 'remind'])
})

test('what a timer counts by was changed: it is asked anew, and the history says so', () => {
  const wait = event('intermediateCatchEvent', 'wait', {
    kind: 'timer',
    timer: { kind: 'duration', counting: CLOCK, expression: text('5') },
  })
  const walk = new Walk(modelOf(content([node('startEvent', 's'), wait], flows('s -> wait'))))
  const waitIds = walk.state.waits.map(({ id }) => id)
  walk.tell({ kind: 'recount', waitIds })
  expect(walk.steps.at(-1)?.history).toEqual([])
  walk.world = { ...walk.world, dueOf: () => ({ ok: true, dueAt: 9, cycle: null }) }
  walk.tell({ kind: 'recount', waitIds })
  expect(walk.state.waits).toMatchObject([{ dueAt: 9 }])
  expect(walk.steps.at(-1)?.history).toMatchObject([{ kind: 'recounted' }])
})

test('an event sub-process that interrupts ends everything around it, and the scope ends with it', () => {
  const handler = content(
    [event('startEvent', 'called', { kind: 'message', refId: 'stop' }), node('userTask', 'tidy')],
    flows('called -> tidy'),
  )
  const inner = content(
    [
      node('startEvent', 'si'),
      node('userTask', 'a'),
      node('subProcess', 'on-call', { content: handler, isEventSubProcess: true }),
    ],
    flows('si -> a'),
  )
  const nodes = [
    node('startEvent', 's'),
    node('subProcess', 'sub', { content: inner }),
    node('userTask', 'after'),
  ]
  const walk = new Walk(
    modelOf(content(nodes, flows('s -> sub -> after')), {
      messages: [{ id: 'stop', name: 'Stop', correlationKey: null }],
    }),
  )
  expect(walk.state.waits).toMatchObject([{ kind: 'message', name: 'Stop' }])
  expect(walk.happen('called').at()).toEqual(['sub', 'tidy'])
  expect(walk.waiting()).toEqual([])
  expect(walk.complete('tidy').at()).toEqual(['after'])
})

test('an error goes to the nearest that catches it, one that names its code before one that catches all', () => {
  const errors = [{ id: 'e1', name: 'No money', code: 'money' }]
  const boundary = (id: string, refId: string | null) =>
    event('boundaryEvent', id, { kind: 'error', refId }, { attachedToId: 'sub' })
  const inner = content([node('startEvent', 'si'), node('userTask', 'pay')], flows('si -> pay'))
  const nodes = [
    node('startEvent', 's'),
    node('subProcess', 'sub', { content: inner }),
    ...[boundary('any', null), boundary('money', 'e1'), node('userTask', 'a'), node('userTask', 'b')],
  ]
  const model = modelOf(content(nodes, flows('s -> sub', 'any -> a', 'money -> b')), { errors })
  const failWith = (code: string) => {
    const walk = new Walk(model)
    return walk.tell({ kind: 'throw', tokenId: walk.tokenAt('pay'), code, values: { why: code } })
  }
  expect(failWith('money').at()).toEqual(['b'])
  expect(failWith('other').at()).toEqual(['a'])
  expect(failWith('other').variables).toEqual({ why: 'other' })
})

test('work that fails with an error nobody catches is kept for somebody to look at', () => {
  const walk = new Walk(modelOf(content([node('serviceTask', 'call')], [])))
  walk.tell({ kind: 'throw', tokenId: walk.tokenAt('call'), code: '503', values: {} })
  expect(walk.state.incidents).toMatchObject([{ kind: 'work', text: '503' }])
  expect(walk.tell({ kind: 'retry', tokenId: walk.tokenAt('call') }).demands.at(-1)).toBe('begin-work call')
})

test('several instances run side by side or one after the other, until enough are done', () => {
  const many = (isSequential: boolean, completion: string | null) =>
    node('userTask', 'ask', {
      loop: {
        ...{ kind: 'multiple', isSequential, cardinality: null, elementVariable: 'one' },
        ...{ collection: text('all'), completion: completion === null ? null : text(completion) },
      },
    })
  const model = (task: ReturnType<typeof many>) =>
    modelOf(content([node('startEvent', 's'), task, node('userTask', 'z')], flows('s -> ask -> z')))
  const variables = { all: ['ada', 'ben', 'cem'] }
  const parallel = new Walk(model(many(false, 'numberOfCompletedInstances = 2')), { variables })
  expect(parallel.state.tokens.map(({ locals }) => locals?.one)).toEqual([undefined, 'ada', 'ben', 'cem'])
  const inner = () => parallel.state.tokens.find(({ locals }) => locals)?.id ?? 0
  parallel.tell({ kind: 'complete', tokenId: inner(), values: {} })
  expect(parallel.tell({ kind: 'complete', tokenId: inner(), values: {} }).at()).toEqual(['z'])
  const sequential = new Walk(model(many(true, null)), { variables })
  const waiting = () => sequential.state.tokens.filter(({ locals, state }) => locals && state === 'waiting')
  for (const person of variables.all) {
    expect(waiting().map(({ locals }) => locals?.one)).toEqual([person])
    sequential.tell({ kind: 'complete', tokenId: waiting()[0]?.id ?? 0, values: {} })
  }
  expect(sequential.at()).toEqual(['z'])
})

test('what was done is undone in the reverse order, with what was known when it was done', () => {
  const undoable = (id: string) => [
    node('userTask', id),
    event(
      'boundaryEvent',
      `${id}-over`,
      { kind: 'compensate', activityId: null, waitsForCompletion: true },
      { attachedToId: id },
    ),
    node('userTask', `un-${id}`, { isForCompensation: true }),
  ]
  const nodes = [
    ...[node('startEvent', 's'), ...undoable('a'), ...undoable('b')],
    event('endEvent', 'undo', { kind: 'compensate', activityId: null, waitsForCompletion: true }),
  ]
  const associations = ['a', 'b'].map((id) => ({ sourceId: `${id}-over`, targetId: `un-${id}` }))
  const walk = new Walk(modelOf(content(nodes, flows('s -> a -> b -> undo'), associations)))
  walk.complete('a', { room: 1 }).complete('b', { room: 2 })
  expect(walk.at()).toEqual(['un-b', 'undo'])
  expect(walk.complete('un-b').at()).toEqual(['un-a', 'undo'])
  expect(walk.state.tokens.find(({ undoes }) => undoes !== null)?.locals).toEqual({ room: 1 })
  expect(walk.complete('un-a').state.status).toBe('completed')
})

test('an ad-hoc sub-process is done in any order, ends when its condition holds, or when somebody says so', () => {
  const adHoc = (completion: string | null, isSequential = false) => {
    const inner = content([node('userTask', 'a'), node('userTask', 'b')], [])
    const rules = {
      isSequential,
      cancelsRemaining: true,
      completion: completion === null ? null : text(completion),
    }
    const open = node('adHocSubProcess', 'open', { content: inner, adHoc: rules })
    return new Walk(modelOf(content([open, node('userTask', 'z')], flows('open -> z'))))
  }
  const scopeOf = (walk: Walk) => walk.state.scopes.find(({ kind }) => kind === 'sub')?.id ?? 0
  const by = adHoc('enough = 1')
  by.tell({ kind: 'activate', scopeId: scopeOf(by), at: 'b' }).tell({
    kind: 'activate',
    scopeId: scopeOf(by),
    at: 'a',
  })
  expect(by.at()).toEqual(['a', 'b', 'open'])
  expect(by.complete('b', { enough: 1 }).at()).toEqual(['z'])
  const oneByOne = adHoc(null, true)
  oneByOne.tell({ kind: 'activate', scopeId: scopeOf(oneByOne), at: 'a' })
  expect(() => oneByOne.tell({ kind: 'activate', scopeId: scopeOf(oneByOne), at: 'b' })).toThrow('busy')
  expect(oneByOne.complete('a').at()).toEqual(['open'])
  expect(oneByOne.tell({ kind: 'finish', scopeId: scopeOf(oneByOne) }).at()).toEqual(['z'])
})

test('what an activity is given goes by another name in it, and so does what it gives back', () => {
  const mapped = {
    inputs: [{ source: text('price'), target: 'cost' }],
    outputs: [{ source: text('verdict'), target: 'approved' }],
  }
  const task = node('userTask', 'a', { work: { ...node('task', '').work, ...mapped } })
  const walk = new Walk(modelOf(content([task], [])), { variables: { price: 5 } })
  expect(walk.steps[0]?.demands).toMatchObject([{ kind: 'begin-work', variables: { price: 5, cost: 5 } }])
  expect(walk.complete('a', { verdict: 1, aside: 2 }).state.status).toBe('completed')
})

test('only what somebody is at can be completed', () => {
  const inner = content([node('userTask', 'a')], [])
  const many = {
    kind: 'multiple',
    isSequential: true,
    cardinality: text('2'),
    elementVariable: null,
  } as const
  const sub = new Walk(modelOf(content([node('subProcess', 'sub', { content: inner })], [])))
  expect(() => sub.complete('sub')).toThrow('not-at-work')
  const loop = { ...many, collection: null, completion: null }
  const twice = new Walk(modelOf(content([node('userTask', 'ask', { loop })], [])))
  const [outer, , queued] = twice.state.tokens
  for (const token of [outer, queued]) {
    const command = { kind: 'complete', tokenId: token?.id ?? 0, values: {} } as const
    expect(() => twice.tell(command)).toThrow('not-at-work')
  }
  expect(() => twice.tell({ kind: 'start', variables: {} })).toThrow('begun')
})

test('a loop that never comes to rest is halted, not run for ever', () => {
  const nodes = [node('startEvent', 's'), node('scriptTask', 'a'), node('scriptTask', 'b')]
  const walk = new Walk(modelOf(content(nodes, flows('s -> a -> b -> a'))))
  expect(walk.state.incidents).toMatchObject([{ kind: 'loop' }])
})

test('what does not fit is refused, and nothing has changed', () => {
  const walk = new Walk(modelOf(content([node('userTask', 'a')], [])))
  expect(() => walk.tell({ kind: 'complete', tokenId: 99, values: {} })).toThrow('no-token')
  expect(() => walk.tell({ kind: 'happen', waitId: 99, values: {} })).toThrow('no-wait')
  expect(() => walk.tell({ kind: 'move', tokenId: walk.tokenAt('a'), at: 'elsewhere' })).toThrow('no-node')
  walk.tell({ kind: 'cancel' })
  expect(walk.state).toMatchObject({ status: 'cancelled', tokens: [], waits: [] })
  expect(() => walk.tell({ kind: 'cancel' })).toThrow('over')
})

test.each([
  [
    'an event about two things',
    [node('endEvent', 'x', { events: [{ kind: 'terminate' }, { kind: 'cancel' }] })],
    flows(),
    'not-executed',
  ],
  ['a flow that leads nowhere', [node('userTask', 'x')], flows('x -> y'), 'unknown-reference'],
  [
    'a boundary event that lies on nothing',
    [event('boundaryEvent', 'x', { kind: 'terminate' })],
    flows(),
    'unknown-reference',
  ],
  [
    'an event that says nothing',
    [node('userTask', 't'), node('boundaryEvent', 'x', { attachedToId: 't' })],
    flows(),
    'no-event',
  ],
  ['an empty process', [], flows(), 'no-start'],
  [
    'an instance begun by work',
    [node('receiveTask', 'x', { isInstantiating: true })],
    flows(),
    'not-executed',
  ],
  [
    'undoing that nobody waits for',
    [event('endEvent', 'x', { kind: 'compensate', activityId: null, waitsForCompletion: false })],
    flows(),
    'not-executed',
  ],
  ['two elements of one id', [node('userTask', 'x'), node('userTask', 'x')], flows(), 'twice'],
] as const)('%s is refused by name', (_name, nodes, ways, kind) => {
  const compiled = compileProcess(modelOf(content(nodes, ways)), 'process', compileTest)
  expect(compiled.ok ? [] : compiled.faults.map((fault) => fault.kind)).toContain(kind)
})

test('an expression that is not understood is refused where it stands', () => {
  const nodes = [node('exclusiveGateway', 'g'), node('userTask', 'a')]
  const compiled = compileProcess(modelOf(content(nodes, flows('g -> a ? broken'))), 'process', compileTest)
  expect(compiled).toEqual({
    ok: false,
    faults: [{ at: 'g-a', kind: 'expression', detail: 'not understood' }],
  })
})
