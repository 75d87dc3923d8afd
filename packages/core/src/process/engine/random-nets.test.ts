import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advanceProcess,
  type BpmnModel,
  type EngineStep,
  type HistoryEntry,
  NOT_STARTED,
  type ProcessCommand,
  type ProcessGraph,
  type ProcessState,
  type ProcessWorld,
  replay,
  type TimerDue,
} from '../index.ts'
import { brokenLaws, notConserved } from '../testing/laws.ts'
import { graphOf } from '../testing/model-builder.ts'
import { richNet } from '../testing/random-net.ts'

const RUNS = { numRuns: 400, seed: 1 }

/** What somebody does next: any of what may be done, by chance. */
type Move = { readonly pick: number; readonly choice: number; readonly repairs: boolean }

const anyMoves = fc.array(
  fc.record({ pick: fc.nat(1_000), choice: fc.nat(3), repairs: fc.nat(5).map((side) => side === 0) }),
  { maxLength: 25 },
)

/** An instance that goes on by moves, with everything that is told of it. */
class Stroll {
  readonly graph: ProcessGraph
  readonly entries: HistoryEntry[] = []
  readonly steps: {
    readonly command: ProcessCommand
    readonly before: ProcessState
    readonly step: EngineStep
  }[] = []
  state: ProcessState = NOT_STARTED
  readonly #keep: (state: ProcessState) => ProcessState

  constructor(model: BpmnModel, keep = (state: ProcessState) => state) {
    this.graph = graphOf(model)
    this.#keep = keep
  }

  go(moves: readonly Move[]): this {
    this.#tell({ kind: 'start', variables: { choice: 0 } }, 0)
    for (const [at, move] of moves.entries()) {
      const commands = this.#commands(move)
      const command = commands[move.pick % Math.max(commands.length, 1)]
      if (this.state.status !== 'running' || !command) return this
      this.#tell(command, at + 1)
    }
    return this
  }

  #tell(command: ProcessCommand, at: number): void {
    const dues: TimerDue[] = []
    const world: ProcessWorld = {
      now: at,
      // Another moment each time: whoever asks again later gets another answer.
      dueOf: () => {
        const due = { ok: true, dueAt: at * 7 + dues.length, cycle: null } as const
        dues.push(due)
        return due
      },
    }
    const before = this.state
    const advanced = advanceProcess({ graph: this.graph, state: this.#keep(before), world }, command)
    if (!advanced.ok) throw new TypeError(`${JSON.stringify(command)} does not fit: ${advanced.fault}`)
    this.steps.push({ command, before, step: advanced.step })
    this.state = advanced.step.state
    const happened = advanced.step.history.map((one) => ({ ...one, at: String(one.at) }))
    const told = { actor: { kind: 'system', name: 'engine' }, modelId: 'model', command, dues, happened }
    this.entries.push({ at, ...told } as unknown as HistoryEntry) // Ids of versions are plain texts here.
  }

  /** Everything that fits: what is done and happens, or else repairs. */
  #commands({ choice, repairs }: Move): readonly ProcessCommand[] {
    const values = { choice }
    const { tokens, waits, scopes } = this.state
    if (repairs)
      return tokens.flatMap(({ id: tokenId, node, state, scopeId }): readonly ProcessCommand[] => [
        ...(state === 'stuck' ? [{ kind: 'retry', tokenId } as const] : []),
        { kind: 'skip', tokenId },
        { kind: 'remove', tokenId },
        ...this.#beside(node, scopeId).map((at) => ({ kind: 'move', tokenId, at }) as const),
      ])
    const working = tokens.filter(({ id, node, state }) => {
      const isOwner = scopes.some(({ tokenId }) => tokenId === id)
      return state === 'waiting' && !isOwner && this.graph.nodes[node]?.type === 'userTask'
    })
    return [
      ...working.flatMap(({ id: tokenId }): readonly ProcessCommand[] => [
        { kind: 'complete', tokenId, values },
        { kind: 'complete', tokenId, values },
        { kind: 'throw', tokenId, code: 'E', values },
        { kind: 'fail', tokenId, text: 'no' },
      ]),
      ...waits.map(({ id: waitId }) => ({ kind: 'happen', waitId, values }) as const),
      ...tokens.flatMap(({ id: tokenId, state }) =>
        state === 'stuck' ? [{ kind: 'retry', tokenId } as const, { kind: 'skip', tokenId } as const] : [],
      ),
    ]
  }

  /** Where a token may be moved to; one of several at the same activity is nowhere but there. */
  #beside(node: number, scopeId: number): readonly string[] {
    const scope = this.graph.nodes[node]?.scope
    if (this.state.scopes.some(({ id, kind }) => id === scopeId && kind === 'multiple')) return []
    return this.graph.nodes.flatMap((other) =>
      other.index > 0 && other.scope === scope && MOVED_TO.has(other.type) ? other.id : [],
    )
  }
}

const MOVED_TO = new Set(['userTask', 'parallelGateway', 'inclusiveGateway', 'endEvent', 'subProcess'])

const throughJson = (state: ProcessState) => JSON.parse(JSON.stringify(state)) as ProcessState // As it was written.

test('whatever the model and whatever is done, every token is somewhere, waits for something, and no scope is left behind', () => {
  fc.assert(
    fc.property(richNet, anyMoves, (model, moves) => {
      const { steps, graph } = new Stroll(model).go(moves)
      for (const { step } of steps) expect(brokenLaws(graph, step.state)).toEqual([])
    }),
    RUNS,
  )
})

test('no step loses a token or makes one from nothing, also where things are repaired', () => {
  fc.assert(
    fc.property(richNet, anyMoves, (model, moves) => {
      const { steps } = new Stroll(model).go(moves)
      for (const { before, step, command } of steps) expect(notConserved(before, step, command)).toEqual([])
    }),
    RUNS,
  )
})

test('a state that is written down and read again between any two steps goes on as if it had not been', () => {
  fc.assert(
    fc.property(richNet, anyMoves, (model, moves) => {
      const [kept, written] = [new Stroll(model).go(moves), new Stroll(model, throughJson).go(moves)]
      expect(written.steps.map(({ step }) => step)).toEqual(kept.steps.map(({ step }) => step))
    }),
    RUNS,
  )
})

test('what was said to an instance, said once more, leads to the same state, without asking any calendar', () => {
  fc.assert(
    fc.property(richNet, anyMoves, (model, moves) => {
      const { entries, state, graph } = new Stroll(model).go(moves)
      expect(replay(entries, () => graph)).toEqual(state)
    }),
    RUNS,
  )
})

test('the random models and moves go everywhere: all ends and repairs are met', () => {
  const met = new Set<string>()
  for (const [model, moves] of fc.sample(fc.tuple(richNet, anyMoves), { numRuns: 400, seed: 1 })) {
    const { steps, entries, state } = new Stroll(model).go(moves)
    met.add(state.status)
    for (const { command } of entries) met.add(command.kind)
    for (const { step } of steps) for (const { kind } of step.history) met.add(kind)
  }
  expect([...met]).toEqual(
    expect.arrayContaining([
      ...[
        'running',
        'completed',
        'failed',
        'complete',
        'throw',
        'fail',
        'happen',
        'retry',
        'skip',
        'remove',
        'move',
      ],
      ...[
        'entered',
        'left',
        'merged',
        'cancelled',
        'taken',
        'caught',
        'threw',
        'scope-opened',
        'scope-closed',
        'stuck',
      ],
    ]),
  )
})
