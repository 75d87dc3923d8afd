import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advanceCase, commandOf, type PlanEntry, startCase, viewPlan } from '../index.ts'
import { CaseWalk, graphOf, worldAt } from '../testing/case-walk.ts'
import { planFromText } from '../testing/plan-text.ts'
import { anyPlan, anySayings, commandOf as sayingOf } from '../testing/random-plan.ts'

const PLAN = planFromText(`
roles lead
file Report
stage Intake
  task Register
stage Assessment; enter on Intake complete
  task Visit
  task Weather; manual
  task Expert; discretionary; offered amount > 1000; roles lead
  task Offer; enter as ready on Visit complete + file Report create if amount > 10
stage Lawsuit; enter on Sued occur
  task Plead
listener Sued
`)

function walked(): CaseWalk {
  const walk = new CaseWalk(PLAN)
  walk.tell({ kind: 'complete', itemId: walk.row('Register').id, values: {} })
  return walk
}

function view({ graph, state }: CaseWalk, roles: readonly string[] | null = null): readonly PlanEntry[] {
  return viewPlan({ model: PLAN, graph, state }, roles)
}

function places(walk: CaseWalk) {
  const byPlace = Map.groupBy(view(walk), ({ place }) => place)
  return Object.fromEntries(
    [...byPlace].map(([place, entries]) => [place, entries.map(({ item }) => item.id)]),
  )
}

test('steps are to be done now, could be done, become possible, or are done', () => {
  const walk = walked()
  expect(places(walk)).toEqual({
    done: ['Intake', 'Register'],
    now: ['Assessment', 'Visit'],
    could: ['Weather', 'Sued'],
    later: ['Offer', 'Expert', 'Lawsuit', 'Plead'],
  })
  walk.tell({ kind: 'change', values: { amount: 2000 } })
  expect(places(walk)).toMatchObject({ could: ['Weather', 'Expert', 'Sued'] })
})

test('whoever has not the role sees what is offered, and cannot add it', () => {
  const walk = walked()
  walk.tell({ kind: 'change', values: { amount: 2000 } })
  const expert = (roles: readonly string[]) => view(walk, roles).find(({ item }) => item.id === 'Expert')
  expect([expert([])?.acts, expert(['lead'])?.acts]).toEqual([[], ['plan']])
})

test('what becomes possible says what of its criterion has come', () => {
  const walk = walked()
  walk.tell({ kind: 'file', fileItemId: 'Report', transition: 'create' })
  const offer = view(walk).find(({ item }) => item.id === 'Offer')
  expect(offer?.waitsFor).toMatchObject([
    {
      id: 'ready',
      parts: [
        { on: 'plan', name: 'Visit', transition: 'complete', isMet: false },
        { on: 'file', name: 'Report', transition: 'create', isMet: true },
        { on: 'if', expression: 'amount > 10' },
      ],
    },
  ])
})

/** What an act may be refused for although it is offered: what is open in a stage is told by name. */
const TOLD_BY_NAME = new Set(['case.steps_active', 'case.required_steps_open', 'case.never_rests'])

test('whatever is offered to be done can be done, wherever a case is', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const graph = graphOf(model)
      const begun = startCase({ graph, world: worldAt(0) }, { variables: { x: 1, y: 2 } })
      if (!begun.ok) return
      let { state } = begun.step
      for (const saying of sayings) {
        const said = advanceCase({ graph, state, world: worldAt(1) }, sayingOf(saying, state, model))
        if (said.ok) state = said.step.state
      }
      for (const { row, acts } of viewPlan({ model, graph, state }, null)) {
        for (const act of acts) {
          if (row === null || act === 'plan') continue
          const done = advanceCase({ graph, state, world: worldAt(2) }, commandOf(act, row.id))
          const refused =
            done.ok || TOLD_BY_NAME.has(done.refusal.code) ? null : [act, row.defId, done.refusal.code]
          expect(refused).toBeNull()
        }
      }
    }),
    { numRuns: 100, seed: 5 },
  )
})
