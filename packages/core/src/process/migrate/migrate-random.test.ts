import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BpmnContent, type BpmnModel, migrateState } from '../index.ts'
import { Walk, WORLD } from '../testing/model-builder.ts'
import { anyBlock, type Block, modelOfBlock } from '../testing/random-model.ts'

const RUNS = { numRuns: 200, seed: 1 }
const STEPS_MAX = 5_000

/** The same model, where everything is called something else. */
function renamed(model: BpmnModel): BpmnModel {
  const to = (id: string) => `new-${id}`
  const inside = (content: BpmnContent): BpmnContent => ({
    associations: [],
    flows: content.flows.map((flow) => ({
      ...flow,
      id: to(flow.id),
      sourceId: to(flow.sourceId),
      targetId: to(flow.targetId),
    })),
    nodes: content.nodes.map((node) => ({
      ...node,
      id: to(node.id),
      defaultFlowId: node.defaultFlowId && to(node.defaultFlowId),
      content: node.content && inside(node.content),
    })),
  })
  return { ...model, processes: model.processes.map((one) => ({ ...one, ...inside(one) })) }
}

function openWork({ state, graph }: Walk): readonly number[] {
  return state.tokens.filter(({ node }) => graph.nodes[node]?.type === 'userTask').map(({ id }) => id)
}

function goOn(walk: Walk, steps: number): Walk {
  for (let step = 0; step < steps; step++) {
    const [tokenId] = openWork(walk)
    if (tokenId === undefined) return walk
    walk.tell({ kind: 'complete', tokenId, values: {} })
  }
  return walk
}

function begun(block: Block, choice: number, steps: number): Walk {
  return goOn(new Walk(modelOfBlock(block), { variables: { choice } }), steps)
}

const anyChoice = fc.integer({ min: 0, max: 3 })
const anySteps = fc.nat(8)

test('going to the same version changes nothing and asks for nothing', () => {
  fc.assert(
    fc.property(anyBlock, anyChoice, anySteps, (block, choice, steps) => {
      const { state, graph } = begun(block, choice, steps)
      fc.pre(state.status === 'running')
      const migrated = migrateState({ from: graph, to: graph, plan: {} }, { state, world: WORLD })
      expect(migrated).toMatchObject({
        ok: true,
        step: { state, demands: [], history: [] },
        report: { closes: [], opens: [], forgets: [], problems: [] },
      })
    }),
    RUNS,
  )
})

test('an instance taken to a version where all is called otherwise keeps its tokens and comes to its end as before', () => {
  fc.assert(
    fc.property(anyBlock, anyChoice, anySteps, (block, choice, steps) => {
      const [walk, stayed] = [begun(block, choice, steps), begun(block, choice, steps)]
      fc.pre(walk.state.status === 'running')
      const from = walk.graph
      const plan = Object.fromEntries(
        [...from.nodes.slice(1), ...from.flows].map(({ id }) => [id, `new-${id}`]),
      )
      const ids = () => walk.state.tokens.map(({ id, state }) => [id, state])
      const were = ids()
      walk.migrate(renamed(modelOfBlock(block)), plan)
      expect(ids()).toEqual(were)
      const before = walk.left().length
      goOn(walk, STEPS_MAX)
      goOn(stayed, STEPS_MAX)
      expect(walk.state).toMatchObject({ status: 'completed', tokens: [], incidents: [] })
      const names = (left: readonly string[]) => left.slice(before).map((id) => id.replace('new-', ''))
      expect(names(walk.left())).toEqual(names(stayed.left()))
    }),
    RUNS,
  )
})
