import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BpmnModel,
  beginSimulation,
  type CompileExpression,
  moveSimulation,
  openMoves,
  type Simulation,
  type SimulationAnswer,
  type SimulationMove,
  simulatedVariables,
  tokensAt,
} from '../index.ts'
import { compileTest, content, event, flows, modelOf, node } from '../testing/model-builder.ts'
import { anyBlock, modelOfBlock } from '../testing/random-model.ts'

const PLAIN: SimulationAnswer = { values: {}, flowIds: [], isSkipped: false }

function begin(model: BpmnModel, isByHand = true): Simulation {
  const begun = beginSimulation({ model, processId: 'process', compileExpression: compileTest, isByHand })
  if (!begun.ok) throw new TypeError(JSON.stringify(begun.faults))
  return begun.simulation
}

function make(
  simulation: Simulation,
  move: SimulationMove | undefined,
  answer: Partial<SimulationAnswer> = {},
) {
  if (!move) throw new TypeError('there is no such move')
  const moved = moveSimulation(simulation, move, { ...PLAIN, ...answer })
  if (!moved.ok) throw new TypeError(moved.fault)
  return moved.step
}

const said = (simulation: Simulation) => openMoves(simulation).map(({ kind, at }) => `${kind} ${at ?? ''}`)

const GATE = modelOf(
  content(
    [
      node('startEvent', 'start'),
      node('task', 'ask'),
      node('exclusiveGateway', 'which'),
      ...[node('task', 'yes'), node('task', 'no'), node('endEvent', 'end')],
    ],
    flows(
      'start -> ask -> which',
      'which -> yes ? cost < 5',
      'which -> no ? cost < 9',
      'yes -> end',
      'no -> end',
    ),
  ),
)

test('whoever tries a model is asked which way is taken', () => {
  const started = make(begin(GATE), openMoves(begin(GATE))[0]).simulation
  expect(said(started)).toEqual(['complete ask'])
  const asked = make(started, openMoves(started)[0]).simulation
  expect(openMoves(asked)).toMatchObject([
    { kind: 'choose', at: 'which', flowIds: ['which-yes', 'which-no'], isSeveral: false },
  ])
  const { simulation, happened } = make(asked, openMoves(asked)[0], { flowIds: ['which-no'] })
  expect(said(simulation)).toEqual(['complete no'])
  expect(happened).toContainEqual({ kind: 'taken', at: 'which-no' })
  expect(openMoves(make(simulation, openMoves(simulation)[0]).simulation)).toEqual([])
})

test('by variables the conditions say, and what they cannot say is tried again with other values', () => {
  const started = make(begin(GATE, false), openMoves(begin(GATE, false))[0]).simulation
  const stuck = make(started, openMoves(started)[0], { values: { cost: 50 } }).simulation
  expect(openMoves(stuck)).toMatchObject([{ kind: 'stuck', at: 'which' }])
  const going = make(stuck, openMoves(stuck)[0], { values: { cost: 7 } }).simulation
  expect(said(going)).toEqual(['complete no'])
  expect(simulatedVariables(going)).toEqual({ cost: 7 })
})

test('a choice counts once: the next time round it is asked again', () => {
  const model = modelOf(
    content(
      [node('startEvent', 'start'), node('exclusiveGateway', 'which'), node('endEvent', 'end')],
      flows('start -> which', 'which -> which ? x', 'which -> end ? y'),
    ),
  )
  let simulation = make(begin(model), openMoves(begin(model))[0]).simulation
  const choices = openMoves(simulation)
  expect(choices).toMatchObject([{ kind: 'choose', flowIds: ['which-which', 'which-end'] }])
  simulation = make(simulation, choices[0], { flowIds: ['which-which'] }).simulation
  expect(said(simulation)).toEqual(['choose which'])
  simulation = make(simulation, openMoves(simulation)[0], { flowIds: ['which-end'] }).simulation
  expect(simulation.state.status).toBe('completed')
})

test('times are let go by whoever tries it, and events that begin an instance are offered', () => {
  const late = event(
    'boundaryEvent',
    'late',
    {
      kind: 'timer',
      timer: {
        kind: 'duration',
        counting: { counts: 'clock', calendar: null },
        expression: { text: 'P1D', language: null },
      },
    },
    { attachedToId: 'work' },
  )
  const model = modelOf(
    content(
      [
        node('startEvent', 'start'),
        event('startEvent', 'mail', { kind: 'message', refId: 'm' }),
        ...[node('task', 'work'), late, node('task', 'remind'), node('endEvent', 'end')],
      ],
      flows('start -> work -> end', 'mail -> work', 'late -> remind -> end'),
    ),
    { messages: [{ id: 'm', name: 'Mail', correlationKey: null }] },
  )
  const compile: CompileExpression = () => ({ ok: true, expression: () => ({ ok: true, value: 'P1D' }) })
  const begun = beginSimulation({ model, processId: 'process', compileExpression: compile, isByHand: true })
  if (!begun.ok) throw new TypeError('not ready')
  expect(said(begun.simulation)).toEqual(['start ', 'start mail'])
  const started = make(begun.simulation, openMoves(begun.simulation)[1]).simulation
  expect(said(started)).toEqual(['complete work', 'happen late'])
  const reminded = make(started, openMoves(started)[1]).simulation
  expect(tokensAt(reminded)).toEqual(['remind'])
})

test('whatever is chosen, a structured model that is tried comes to its end', () => {
  fc.assert(
    fc.property(anyBlock, fc.array(fc.nat(5), { minLength: 1, maxLength: 9 }), (block, picks) => {
      let simulation = begin(modelOfBlock(block))
      const times = new Map<string, number>()
      for (let at = 0; at < 2_000; at++) {
        const moves = openMoves(simulation)
        const pick = picks[at % picks.length] ?? 0
        const move = moves[pick % moves.length]
        if (!move) break
        const flowIds = move.kind === 'choose' ? takeTurns(move, times) : []
        simulation = make(simulation, move, { flowIds }).simulation
      }
      expect(simulation.state.status).toBe('completed')
    }),
    { numRuns: 100, seed: 1 },
  )
})

/** Of each element another way each time, so that loops are left. */
function takeTurns(
  { at, flowIds }: Extract<SimulationMove, { kind: 'choose' }>,
  times: Map<string, number>,
): readonly string[] {
  const time = times.get(at) ?? 0
  times.set(at, time + 1)
  return flowIds.filter((_id, place) => place === time % flowIds.length)
}
