import { expect, test } from 'vitest'
import {
  type BpmnEventDefinition,
  type BpmnModel,
  type BpmnNode,
  checkMigration,
  findPlanFaults,
  type MigrationPlan,
  migrateState,
  suggestMigration,
} from '../index.ts'
import { content, event, flows, graphOf, modelOf, node, Walk, WORLD } from '../testing/model-builder.ts'

const text = (written: string) => ({ text: written, language: null })
const message = (refId: string): BpmnEventDefinition => ({ kind: 'message', refId })
const timer = (after: string): BpmnEventDefinition => ({
  kind: 'timer',
  timer: { kind: 'duration', counting: { counts: 'clock', calendar: null }, expression: text(after) },
})

/** A start and whatever is named, one after the other. */
function inLine(...nodes: readonly BpmnNode[]): BpmnModel {
  const main = nodes.filter(
    ({ attachedToId, isEventSubProcess }) => attachedToId === null && !isEventSubProcess,
  )
  const path = ['s', ...main.map(({ id }) => id)].join(' -> ')
  return modelOf(content([node('startEvent', 's'), ...nodes], flows(path)))
}

const work = (id: string, more: Partial<BpmnNode> = {}) => node('userTask', id, more)

function report(walk: Walk, model: BpmnModel, plan: MigrationPlan = {}) {
  return checkMigration({ from: walk.graph, to: graphOf(model), plan }, walk.state)
}

test('work goes on where the plan says, and then by the new version', () => {
  const walk = new Walk(inLine(work('a'), work('b')))
  const token = walk.tokenAt('a')
  walk.migrate(inLine(node('manualTask', 'x'), work('check'), work('b')), { a: 'x' })
  expect(walk.tokenAt('x')).toBe(token)
  expect(walk.demands).toEqual(['begin-work x'])
  expect(walk.complete('x').at()).toEqual(['check'])
})

test('what goes on at an element that is gone, does something else, or lies elsewhere keeps the whole instance', () => {
  const walk = new Walk(inLine(work('a')))
  const inside = content([node('startEvent', 'si'), work('a')], flows('si -> a'))
  expect(report(walk, inLine(work('b'))).problems).toEqual([{ kind: 'no-target', at: 'a', to: null }])
  expect(report(walk, inLine(work('a')), { a: null }).problems).toMatchObject([{ kind: 'no-target' }])
  expect(report(walk, inLine(node('serviceTask', 'a'))).problems).toMatchObject([{ kind: 'other-kind' }])
  expect(report(walk, inLine(node('subProcess', 'sub', { content: inside }))).problems).toMatchObject([
    { kind: 'other-scope', at: 'a', to: 'a' },
  ])
  const migration = { from: walk.graph, to: graphOf(inLine(work('b'))), plan: {} }
  expect(migrateState(migration, { state: walk.state, world: WORLD })).toMatchObject({ ok: false })
})

test('an instance that is over stays where it ended', () => {
  const walk = new Walk(inLine(work('a'))).complete('a')
  expect(report(walk, inLine(work('a'))).problems).toMatchObject([{ kind: 'over' }])
})

test('events on a boundary that are gone are no longer waited for, new ones are, and others keep their time', () => {
  const on = (id: string, definition: BpmnEventDefinition) =>
    event('boundaryEvent', id, definition, { attachedToId: 'a', isInterrupting: false })
  const walk = new Walk(inLine(work('a'), on('late', timer('5')), on('gone', timer('7'))))
  const next = inLine(work('a'), on('late', timer('50')), on('asked', message('ask')))
  expect(report(walk, next)).toMatchObject({
    closes: [{ at: 'gone', kind: 'timer' }],
    opens: [{ at: 'asked', kind: 'message' }],
    problems: [],
  })
  walk.migrate(next)
  expect(walk.waiting()).toEqual(['asked', 'late'])
  expect(walk.state.waits.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['timer', 5],
    ['message', null],
  ])
})

test('what has happened on a boundary does not happen again in the new version', () => {
  const late = event('boundaryEvent', 'late', timer('5'), { attachedToId: 'a', isInterrupting: false })
  const walk = new Walk(inLine(work('a'), late)).happen('late')
  expect(walk.migrate(inLine(work('a'), late)).waiting()).toEqual([])
})

test('two events of a boundary cannot become one', () => {
  const on = (id: string) => event('boundaryEvent', id, timer('5'), { attachedToId: 'a' })
  const walk = new Walk(inLine(work('a'), on('one'), on('two')))
  expect(report(walk, inLine(work('a'), on('one')), { two: 'one' }).problems).toEqual([
    { kind: 'twice', at: 'two', to: 'one' },
  ])
})

test('an event that is waited for by itself stays as it is', () => {
  const catching = (id: string, definition: BpmnEventDefinition) =>
    event('intermediateCatchEvent', id, definition)
  const walk = new Walk(inLine(catching('c', timer('5')), work('z')))
  walk.migrate(inLine(catching('d', timer('9')), work('z')), { c: 'd' })
  expect(walk.state.waits).toMatchObject([{ kind: 'timer', dueAt: 5 }])
  expect(walk.happen('d').at()).toEqual(['z'])
  const other = new Walk(inLine(catching('c', timer('5'))))
  expect(report(other, inLine(catching('c', message('m')))).problems).toMatchObject([{ kind: 'other-kind' }])
})

test('after a gateway by events the new version says what may come first', () => {
  const after = (...ids: readonly string[]) =>
    modelOf(
      content(
        [
          node('startEvent', 's'),
          node('eventBasedGateway', 'g'),
          ...ids.map((id) => event('intermediateCatchEvent', id, message(id))),
          work('z'),
        ],
        flows('s -> g', ...ids.map((id) => `g -> ${id} -> z`)),
      ),
    )
  const walk = new Walk(after('paid', 'cancelled')).migrate(after('paid', 'refunded'))
  expect(walk.waiting()).toEqual(['paid', 'refunded'])
  expect(walk.happen('refunded').at()).toEqual(['z'])
})

test('a new event sub-process is waited for, unless another goes on instead of everything', () => {
  const handler = (id: string) =>
    node('subProcess', `on-${id}`, {
      isEventSubProcess: true,
      content: content([event('startEvent', id, message(id)), work(`do-${id}`)], flows(`${id} -> do-${id}`)),
    })
  const [before, next] = [
    inLine(work('a'), handler('stop')),
    inLine(work('a'), handler('stop'), handler('ask')),
  ]
  expect(new Walk(before).migrate(next).waiting()).toEqual(['ask', 'stop'])
  expect(new Walk(before).happen('stop').migrate(next).waiting()).toEqual([])
})

test('what stands at a join comes by the flow that its own went to', () => {
  const joined = (join: string, ...ids: readonly string[]) =>
    modelOf(
      content(
        [
          node('startEvent', 's'),
          node('parallelGateway', 'split'),
          ...ids.map((id) => work(id)),
          node('parallelGateway', join),
          work('z'),
        ],
        flows('s -> split', ...ids.map((id) => `split -> ${id} -> ${join}`), `${join} -> z`),
      ),
    )
  const begun = () => new Walk(joined('j', 'a', 'b')).complete('a')
  const plan = { a: 'x', j: 'k' }
  expect(
    begun()
      .migrate(joined('k', 'x', 'b'), plan)
      .complete('b')
      .at(),
  ).toEqual(['z'])
  expect(report(begun(), joined('k', 'b', 'c'), { j: 'k' }).problems).toEqual([
    { kind: 'no-flow', at: 'a-j', to: null },
  ])
  expect(report(begun(), joined('k', 'b', 'c'), { j: 'k', 'a-j': 'c-k' }).problems).toEqual([])
  const three = new Walk(joined('j', 'a', 'b', 'c')).complete('a')
  expect(report(three, joined('j', 'a', 'b'), { c: 'b' }).problems).toMatchObject([{ kind: 'fewer-flows' }])
})

test('what is done several times goes only to what is done as often, in the same way', () => {
  const several = (isSequential: boolean) =>
    work('a', {
      loop: {
        ...{ kind: 'multiple', isSequential, collection: null, elementVariable: null, completion: null },
        cardinality: text('3'),
      },
    })
  const doOne = (walk: Walk) => {
    const mine = walk.state.tokens.find(({ state, locals }) => state === 'waiting' && locals !== null)
    return walk.tell({ kind: 'complete', tokenId: mine?.id ?? 0, values: {} })
  }
  const walk = doOne(new Walk(inLine(several(true), work('z'))))
  expect(report(walk, inLine(several(false))).problems).toEqual([{ kind: 'other-loop', at: 'a', to: 'a' }])
  expect(report(walk, inLine(work('a'))).problems).toMatchObject([{ kind: 'other-loop' }])
  const next = inLine({ ...several(true), id: 'b' }, work('z'))
  expect(doOne(doOne(walk.migrate(next, { a: 'b' }))).at()).toEqual(['z'])
})

test('what was completed can be undone by the new version, if that has what undoes it', () => {
  const undoes = event('boundaryEvent', 'u', {
    kind: 'compensate',
    activityId: null,
    waitsForCompletion: true,
  })
  const model = (undo: boolean): BpmnModel => {
    const nodes = [
      ...[node('startEvent', 's'), work('pay'), work('ship')],
      event('endEvent', 'back', { kind: 'compensate', activityId: null, waitsForCompletion: true }),
      ...(undo ? [{ ...undoes, attachedToId: 'pay' }, work('refund', { isForCompensation: true })] : []),
    ]
    const links = undo ? [{ sourceId: 'u', targetId: 'refund' }] : []
    return modelOf(content(nodes, flows('s -> pay -> ship -> back'), links))
  }
  const begun = () => new Walk(model(true)).complete('pay')
  expect(begun().migrate(model(true)).complete('ship').at()).toEqual(['back', 'refund'])
  expect(report(begun(), model(false)).forgets).toEqual(['pay'])
  expect(begun().migrate(model(false)).complete('ship').state.status).toBe('completed')
})

test('a stuck token stays stuck, and is tried again by the new version', () => {
  const model = (condition: string) =>
    modelOf(
      content(
        [node('startEvent', 's'), node('exclusiveGateway', 'g'), work('a')],
        flows('s -> g', `g -> a ? ${condition}`),
      ),
    )
  const walk = new Walk(model('fail')).migrate(model('1 = 1'))
  expect(walk.state.incidents).toHaveLength(1)
  expect(walk.tell({ kind: 'retry', tokenId: walk.tokenAt('g') }).at()).toEqual(['a'])
})

test('a plan is suggested by the same id, else by the only one of the same name and kind', () => {
  const named = (id: string, name: string) => work(id, { name })
  const from = graphOf(inLine(named('a', 'Pay'), named('b', 'Ship'), named('c', 'Check'), named('d', 'Gone')))
  const to = graphOf(
    inLine(named('a', 'Pay it'), named('n', 'Ship'), named('c1', 'Check'), named('c2', 'Check')),
  )
  expect(suggestMigration(from, to)).toEqual([
    { from: 's', to: 's', why: 'same-id' },
    { from: 'a', to: 'a', why: 'same-id' },
    { from: 'b', to: 'n', why: 'same-name' },
    { from: 'c', to: null, why: 'none' },
    { from: 'd', to: null, why: 'none' },
  ])
})

test('a plan that names what is not there is said to', () => {
  const [from, to] = [graphOf(inLine(work('a'))), graphOf(inLine(work('b')))]
  expect(findPlanFaults([from], to, { a: 'b', 's-a': 's-b' })).toEqual([])
  expect(findPlanFaults([from], to, { a: 'c', x: 'b', s: null })).toEqual([
    { kind: 'unknown-target', element: 'c' },
    { kind: 'unknown-source', element: 'x' },
  ])
})
