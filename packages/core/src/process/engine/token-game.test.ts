import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BpmnModel, ProcessState } from '../index.ts'
import { Walk } from '../testing/model-builder.ts'
import { plainNet } from '../testing/random-net.ts'
import { type Marking, type Outcome, TokenGame } from '../testing/token-game.ts'

const RUNS = { numRuns: 500, seed: 1 }
const CHOICES = [0, 1, 2, 3]

/** One thing that somebody may do at a marking: complete work, or let an event on its boundary happen. */
type Step = { readonly kind: 'complete' | 'happen'; readonly at: string; readonly choice: number }

function stepsAt(game: TokenGame, marking: Marking): readonly Step[] {
  const work = [...new Set(marking)].filter((place) => game.isWork(place))
  return CHOICES.flatMap((choice) =>
    work.flatMap((at): readonly Step[] => [
      { kind: 'complete', at, choice },
      ...game.edgesOf(at).map((edge) => ({ kind: 'happen', at: edge, choice }) as const),
    ]),
  )
}

function play(game: TokenGame, marking: Marking, { kind, at, choice }: Step): readonly Outcome[] | null {
  return kind === 'complete' ? game.complete(marking, at, choice) : game.happen(marking, at, choice)
}

/** Where the engine's tokens are, in the words of the game. */
function markingOf({ graph }: Walk, { tokens }: ProcessState): Marking {
  return tokens
    .map(({ node, state, via }) => (state === 'joining' ? graph.flows[via] : graph.nodes[node])?.id ?? '')
    .toSorted()
}

/** The ends that were reached in the last step. */
function endsOf(walk: Walk): readonly string[] {
  const last = walk.steps.at(-1)?.history ?? []
  const left = last.filter(({ kind, at }) => kind === 'left' && walk.graph.nodes[at]?.type === 'endEvent')
  return [...new Set(left.map(({ at }) => walk.idOf(at)))].toSorted()
}

function outcomeOf(walk: Walk): Outcome {
  return { marking: markingOf(walk, walk.state), ends: endsOf(walk) }
}

function tell(walk: Walk, { kind, at, choice }: Step): Walk {
  return kind === 'complete' ? walk.complete(at, { choice }) : walk.happen(at, { choice })
}

test('every step leads where the rules of the standard lead, played by hand, path by path', () => {
  fc.assert(
    fc.property(plainNet, fc.array(fc.nat(1_000), { maxLength: 20 }), (model, picks) => {
      const game = new TokenGame(model)
      const walk = new Walk(model, { variables: { choice: 0 } })
      const begun = game.begin(0)
      if (begun === null) return
      expect(begun).toContainEqual(outcomeOf(walk))
      for (const pick of picks) {
        const before = markingOf(walk, walk.state)
        const steps = stepsAt(game, before)
        const step = steps[pick % Math.max(steps.length, 1)]
        const outcomes = step ? play(game, before, step) : null
        if (!step || outcomes === null) return
        expect(outcomes).toContainEqual(outcomeOf(tell(walk, step)))
        expect(game.isAtRest(markingOf(walk, walk.state))).toBe(true)
      }
    }),
    RUNS,
  )
})

const STATES_MAX = 150
const TOKENS_MAX = 5

/** Ends that can be reached by playing on from every marking; null where there are too many to look at them all. */
function endsOfGame(
  game: TokenGame,
): { readonly ends: ReadonlySet<string>; readonly isOneWay: boolean } | null {
  const [ends, seen] = [new Set<string>(), new Set<string>()]
  let isOneWay = true
  const open: Marking[] = []
  const take = (outcomes: readonly Outcome[] | null) => {
    if (outcomes === null) return false
    if (outcomes.length > 1) isOneWay = false
    for (const { marking, ends: reached } of outcomes) {
      for (const end of reached) ends.add(end)
      open.push(marking)
    }
    return true
  }
  if (!take(game.begin(0))) return null
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const key = marking.join()
    if (seen.has(key)) continue
    seen.add(key)
    if (seen.size > STATES_MAX || marking.length > TOKENS_MAX) return null
    for (const step of stepsAt(game, marking)) if (!take(play(game, marking, step))) return null
  }
  return { ends, isOneWay }
}

/** Ends that the engine comes to when everything that may be done is done in every state. */
function endsOfEngine(model: BpmnModel, game: TokenGame): ReadonlySet<string> {
  const [ends, seen] = [new Set<string>(), new Set<string>()]
  const open: Walk[] = [new Walk(model, { variables: { choice: 0 } })]
  for (let walk = open.pop(); walk; walk = open.pop()) {
    const { marking, ends: reached } = outcomeOf(walk)
    for (const end of reached) ends.add(end)
    if (seen.has(marking.join())) continue
    seen.add(marking.join())
    for (const step of stepsAt(game, marking)) open.push(tell(copyOf(walk), step))
  }
  return ends
}

function copyOf(walk: Walk): Walk {
  return Object.assign(Object.create(Walk.prototype) as Walk, walk, { steps: [] })
}

test('every end that can be reached is reached, and no other', () => {
  let compared = 0
  fc.assert(
    fc.property(plainNet, (model) => {
      const game = new TokenGame(model)
      const played = endsOfGame(game)
      if (played === null) return
      const reached = endsOfEngine(model, game)
      // Where several joins may go on first, the engine always takes the one that waited longest.
      if (played.isOneWay) expect(reached).toEqual(played.ends)
      else expect(reached.isSubsetOf(played.ends)).toBe(true)
      if (played.isOneWay && played.ends.size > 0) compared++
    }),
    RUNS,
  )
  expect(compared).toBeGreaterThan(RUNS.numRuns / 4)
})
