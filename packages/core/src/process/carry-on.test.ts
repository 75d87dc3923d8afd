import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  carryOn,
  deriveSteps,
  type HistoryEntry,
  type InstanceSnapshot,
  isHumanWork,
  NOT_STARTED,
  newInstance,
  outlineOrder,
  type ProcessCommand,
  type ProcessContext,
  type ProcessDecision,
  type ProcessEffect,
  type ProcessGraph,
  type ProcessStep,
  replay,
  takeBack,
} from './index.ts'
import { content, event, flows, graphOf, modelOf, node, WORLD } from './testing/model-builder.ts'
import { anyBlock, modelOfBlock } from './testing/random-model.ts'

const HOUR_MS = 3_600_000

/** An instance as the server leads it: step by step, with its history. */
class Course {
  readonly graph: ProcessGraph
  readonly steps: readonly ProcessStep[]
  readonly history: HistoryEntry[] = []
  readonly effects: ProcessEffect[] = []
  readonly kinds: string[] = []
  snapshot: InstanceSnapshot
  now = 0
  #last = 0

  constructor(graph: ProcessGraph) {
    this.graph = graph
    this.steps = deriveSteps(graph, [], { processId: 'process', now: 0, newId: this.newId }).added
    const given = {
      id: 'instance',
      processId: 'process',
      modelId: 'model',
      number: 1,
      title: 'Lift',
      stepIds: [],
    }
    const more = { businessKey: null, parent: null, startedBy: 'ada', dueAt: null }
    const instance = newInstance({ ...given, ...more }, 0)
    this.snapshot = { instance, engine: NOT_STARTED, activities: [], entries: 0 }
  }

  readonly newId = () => `id-${++this.#last}`

  context(): ProcessContext {
    const steps = new Map(this.steps.map((step) => [step.elementId, step]))
    const actor = { kind: 'engine', engine: 'process' } as const
    const { graph, newId, now } = this
    return { graph, newId, now, steps, actor, dueOf: WORLD.dueOf, dayOf: (at) => `day ${at / HOUR_MS}` }
  }

  tell(command: ProcessCommand): this {
    this.now += HOUR_MS
    const told = carryOn(this.snapshot, command, this.context())
    if (!told.ok) throw new TypeError(told.fault)
    this.take(told.decision)
    return this
  }

  take({ entry, events, effects, ...snapshot }: ProcessDecision): void {
    this.history.push(entry)
    this.effects.push(...effects)
    this.kinds.push(...events.map(({ kind }) => kind))
    this.snapshot = snapshot
  }

  /** The item of an open activity, by the name of its step. */
  itemOf(elementId: string): string {
    const step = this.steps.find((one) => one.elementId === elementId)
    const activity = this.snapshot.activities.findLast(({ stepId }) => stepId === step?.id)
    if (!activity) throw new TypeError(`nothing was opened for ${elementId}`)
    return activity.itemId
  }

  complete(elementId: string): this {
    const itemId = this.itemOf(elementId)
    const open = this.snapshot.activities.find((one) => one.itemId === itemId && one.closedAt === null)
    return this.tell({ kind: 'complete', tokenId: open?.tokenId ?? -1, values: {} })
  }

  reopen(elementId: string, startedItemIds: readonly string[] = []): boolean {
    this.now += HOUR_MS
    const decision = takeBack(this.snapshot, this.itemOf(elementId), {
      ...this.context(),
      ...{ history: this.history, graphOf: () => this.graph, startedItemIds: new Set(startedItemIds) },
    })
    if (decision) this.take(decision)
    return decision !== null
  }

  open(): readonly string[] {
    const names = new Map(this.steps.map((step) => [step.id, step.name]))
    return this.snapshot.activities.flatMap(({ closedAt, stepId }) =>
      closedAt === null ? (names.get(stepId) ?? '') : [],
    )
  }
}

function started(graph: ProcessGraph, variables = {}): Course {
  return new Course(graph).tell({ kind: 'start', variables })
}

const twoSteps = graphOf(
  modelOf(
    content(
      [node('startEvent', 's'), node('userTask', 'a'), node('userTask', 'b'), node('endEvent', 'e')],
      flows('s -> a -> b -> e'),
    ),
  ),
)

test('what people are to do opens an activity with its item, one after the other, until the end', () => {
  const course = started(twoSteps)
  expect(course.open()).toEqual(['a'])
  expect(course.effects).toMatchObject([
    { kind: 'open-work-item', item: { title: 'a: Lift', requesterId: 'ada' } },
  ])
  course.complete('a')
  expect(course.open()).toEqual(['b'])
  course.complete('b')
  expect(course.snapshot.instance).toMatchObject({ state: 'finished', endedAt: 3 * HOUR_MS, version: 2 })
  expect(course.kinds).toEqual([
    ...['process.started', 'process.activity_opened'],
    ...['process.activity_closed', 'process.activity_opened'],
    ...['process.activity_closed', 'process.finished'],
  ])
})

test('what is interrupted is closed and its item archived', () => {
  const escape = { attachedToId: 'a', isInterrupting: true }
  const model = modelOf(
    content(
      [
        ...[node('startEvent', 's'), node('userTask', 'a'), node('userTask', 'b'), node('endEvent', 'e')],
        event('boundaryEvent', 'x', { kind: 'message', refId: 'm' }, escape),
      ],
      flows('s -> a -> e', 'x -> b -> e'),
    ),
    { messages: [{ id: 'm', name: 'stop', correlationKey: null }] },
  )
  const course = started(graphOf(model))
  const itemId = course.itemOf('a')
  course.tell({ kind: 'happen', waitId: course.snapshot.engine.waits[0]?.id ?? 0, values: {} })
  expect(course.open()).toEqual(['b'])
  expect(course.effects).toContainEqual({ kind: 'archive-work-item', itemId })
})

test('the last step is taken back as long as nobody has begun with what it opened', () => {
  const course = started(twoSteps).complete('a')
  const [opened] = [course.itemOf('b')]
  expect(course.reopen('a', [opened])).toBe(false)
  expect(course.reopen('a')).toBe(true)
  expect(course.open()).toEqual(['a'])
  expect(course.effects.at(-1)).toEqual({ kind: 'archive-work-item', itemId: opened })
  course.complete('a').complete('b')
  expect(course.reopen('a')).toBe(false)
  expect(course.reopen('b')).toBe(true)
  expect(course.snapshot.instance).toMatchObject({ state: 'running', endedAt: null })
  expect(course.open()).toEqual(['b'])
})

test('what was cancelled or sent meanwhile cannot be taken back', () => {
  const sending = modelOf(
    content(
      [
        ...[node('startEvent', 's'), node('userTask', 'a'), node('userTask', 'b'), node('endEvent', 'e')],
        event('intermediateThrowEvent', 'tell', { kind: 'message', refId: 'm' }),
      ],
      flows('s -> a -> tell -> b -> e'),
    ),
    { messages: [{ id: 'm', name: 'told', correlationKey: null }] },
  )
  const course = started(graphOf(sending)).complete('a')
  expect(course.effects).toContainEqual(expect.objectContaining({ kind: 'send-message', name: 'told' }))
  expect(course.reopen('a')).toBe(false)
  const cancelled = started(twoSteps).complete('a').tell({ kind: 'cancel' })
  expect(cancelled.snapshot.instance.state).toBe('cancelled')
  expect(cancelled.reopen('a')).toBe(false)
})

test('an instance that is stuck says where and why, once', () => {
  const model = modelOf(
    content(
      [
        node('startEvent', 's'),
        node('scriptTask', 'x', {
          work: { ...node('task', '').work, script: { text: 'fail', language: null } },
        }),
        node('userTask', 'a'),
        node('endEvent', 'e'),
      ],
      flows('s -> x -> e', 's -> a -> e'),
    ),
  )
  const course = started(graphOf(model)).complete('a')
  expect(course.kinds.filter((kind) => kind === 'process.stuck')).toHaveLength(1)
})

const RUNS = { numRuns: 150, seed: 1 }
const anyChoice = fc.integer({ min: 0, max: 3 })
const anyOrder = fc.array(fc.nat(100), { minLength: 1, maxLength: 20 })

/** Does what there is to do in an order by chance, and takes some of it back. */
function wander(
  graph: ProcessGraph,
  choice: number,
  order: readonly number[],
  look: (course: Course) => void,
): Course {
  const course = started(graph, { choice })
  for (let step = 0; step < 400; step++) {
    look(course)
    const open = course.snapshot.activities.filter(({ closedAt }) => closedAt === null)
    const wish = order[step % order.length] ?? 0
    const activity = open[wish % open.length]
    if (!activity) return course
    course.tell({ kind: 'complete', tokenId: activity.tokenId, values: {} })
    const element = course.steps.find(({ id }) => id === activity.stepId)?.elementId ?? ''
    if (wish % 7 === 3 && step < 60) course.reopen(element)
  }
  return course
}

test('there is an open activity for each token at what people do, and for nothing else', () => {
  fc.assert(
    fc.property(anyBlock, anyChoice, anyOrder, (block, choice, order) => {
      wander(graphOf(modelOfBlock(block)), choice, order, ({ snapshot, graph }) => {
        const tokens = snapshot.engine.tokens.filter(({ node: at, state }) => {
          const element = graph.nodes[at]
          return state === 'waiting' && element !== undefined && isHumanWork(element)
        })
        const open = snapshot.activities.filter(({ closedAt }) => closedAt === null)
        expect(new Set(open.map(({ tokenId }) => tokenId))).toEqual(new Set(tokens.map(({ id }) => id)))
        expect(open).toHaveLength(tokens.length)
      })
    }),
    RUNS,
  )
})

test('the history tells where an instance is, also when steps were taken back', () => {
  fc.assert(
    fc.property(anyBlock, anyChoice, anyOrder, (block, choice, order) => {
      const graph = graphOf(modelOfBlock(block))
      const course = wander(graph, choice, order, () => undefined)
      // As it comes back from the database.
      const kept = JSON.parse(JSON.stringify(course.history)) as readonly HistoryEntry[]
      expect(replay(kept, () => graph)).toEqual(JSON.parse(JSON.stringify(course.snapshot.engine)))
      expect(course.snapshot.entries).toBe(kept.length)
    }),
    RUNS,
  )
})

test('the outline names every element once, each after what leads to it', () => {
  fc.assert(
    fc.property(anyBlock, (block) => {
      const graph = graphOf(modelOfBlock(block))
      const order = outlineOrder(graph).map(({ index }) => index)
      expect(order.toSorted((a, b) => a - b)).toEqual(graph.nodes.map(({ index }) => index).slice(1))
      const place = new Map(order.map((index, at) => [index, at]))
      // Loops of these models lead back to `again`, and nothing else does.
      for (const { from, to } of graph.flows) {
        if (graph.nodes[to]?.id.includes('again')) continue
        expect(place.get(from) ?? 0).toBeLessThan(place.get(to) ?? 0)
      }
    }),
    RUNS,
  )
})

test('a step is the same over all versions: archived without its element, and back with it', () => {
  const without = graphOf(
    modelOf(
      content([node('startEvent', 's'), node('userTask', 'b'), node('endEvent', 'e')], flows('s -> b -> e')),
    ),
  )
  let last = 0
  const context = { processId: 'process', now: 5, newId: () => `step-${++last}` }
  const first = deriveSteps(twoSteps, [], context)
  expect(first.added.map(({ name, rank }) => [name, rank])).toEqual([
    ['a', '0001'],
    ['b', '0002'],
  ])
  expect(deriveSteps(twoSteps, first.added, context)).toMatchObject({ added: [], changed: [] })
  const second = deriveSteps(without, first.added, context)
  expect(second.changed).toMatchObject([
    { name: 'b', rank: '0001', version: 2, archivedAt: null },
    { name: 'a', archivedAt: 5, version: 2 },
  ])
  const back = deriveSteps(twoSteps, second.changed, context)
  expect(back.order).toEqual(first.order)
  expect(back.changed.map(({ archivedAt }) => archivedAt)).toEqual([null, null])
})
