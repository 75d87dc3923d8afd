import { expect, test } from 'vitest'
import { emptyPlan, placesOfCase, stagesOfCase } from '../index.ts'
import { CaseWalk } from '../testing/case-walk.ts'
import { planFromText } from '../testing/plan-text.ts'

const PLAN = planFromText(
  `
roles lead
stage Intake
  task Register
stage Assessment; enter on Intake complete
  task Visit
  task Weather; manual
  task Expert; discretionary; offered amount > 1000; roles lead
  task Second; discretionary; beside Visit
  task Offer; enter as ready on Visit complete + file Report create if amount > 10
stage Lawsuit; enter on Sued occur
listener Sued
file Report
`.replace('stage Lawsuit; enter on Sued occur', 'stage Lawsuit; enter on Sued occur\n  task Plead'),
)

function walk(): CaseWalk {
  const walked = new CaseWalk(PLAN)
  expect(walked.tell({ kind: 'complete', itemId: walked.row('Register').id, values: {} })).toBeNull()
  return walked
}

function places(walked: CaseWalk, roles: readonly string[] | null = null) {
  const byPlace = Map.groupBy(placesOfCase(walked, roles), ({ place }) => place)
  return Object.fromEntries([...byPlace].map(([place, steps]) => [place, steps.map(({ defId }) => defId)]))
}

test('steps are to be done now, could be done, become possible, or are done', () => {
  const walked = walk()
  expect(places(walked)).toEqual({
    now: ['Assessment', 'Visit'],
    could: ['Weather', 'Second', 'Sued'],
    later: ['Offer', 'Expert', 'Lawsuit'],
    done: ['Intake', 'Register'],
  })
  walked.tell({ kind: 'change', values: { amount: 2000 } })
  expect(places(walked)).toMatchObject({ could: ['Weather', 'Expert', 'Second', 'Sued'] })
})

test('whoever has not the role sees what is offered, and cannot add it', () => {
  const walked = walk()
  walked.tell({ kind: 'change', values: { amount: 2000 } })
  const expert = (roles: readonly string[] | null) =>
    placesOfCase(walked, roles).find(({ defId }) => defId === 'Expert')
  expect(expert([])).toMatchObject({ commands: [], offer: { isAllowed: false, roles: ['lead'] } })
  expect(expert(['lead'])).toMatchObject({
    commands: ['plan'],
    offer: { isAllowed: true, condition: 'amount > 1000', besideId: null },
  })
})

test('what becomes possible says what of its criterion has come true', () => {
  const walked = walk()
  walked.now = 7
  walked.tell({ kind: 'file', fileItemId: 'Report', transition: 'create' })
  walked.tell({ kind: 'change', values: { amount: 5 } })
  const offer = placesOfCase(walked).find(({ defId }) => defId === 'Offer')
  expect(offer?.opens).toEqual([
    {
      ...{ criterionId: 'ready', name: '', isMet: false },
      events: [
        {
          ...{ on: 'plan', sourceId: 'Visit', sourceName: 'Visit', sourceKind: 'humanTask' },
          ...{ transition: 'complete', exitName: null, isMet: false, metAt: null },
        },
        { on: 'file', sourceId: 'Report', sourceName: 'Report', transition: 'create', isMet: true, metAt: 7 },
      ],
      condition: { text: 'amount > 10', isMet: false },
    },
  ])
})

test('what people may do with a step is what the case does not refuse', () => {
  const walked = walk()
  for (const { itemId, commands } of placesOfCase(walked)) {
    if (itemId === null) continue
    for (const kind of [
      'manualStart',
      'disable',
      'reenable',
      'resume',
      'suspend',
      'terminate',
      'reactivate',
    ] as const) {
      const fresh = walk()
      expect([itemId, kind, fresh.tell({ kind, itemId }) === null]).toEqual([
        itemId,
        kind,
        commands.includes(kind),
      ])
    }
  }
  walked.tell({ kind: 'suspendCase' })
  expect(placesOfCase(walked).flatMap(({ commands }) => commands)).toEqual([])
})

test('stages that come about only when something goes wrong or somebody decides so are alternates', () => {
  expect(stagesOfCase(walk()).map(({ name, isAlternate, state }) => [name, isAlternate, state])).toEqual([
    ['Intake', false, 'completed'],
    ['Assessment', false, 'active'],
    ['Lawsuit', true, 'available'],
  ])
})

test('a case that nobody has planned goes on until its end is said to be reached', () => {
  const walked = new CaseWalk(emptyPlan({ id: 'c', name: 'Claim', end: 'Settled', reached: 'It is settled' }))
  expect(places(walked)).toEqual({ could: ['c-reached'], later: ['c-end'] })
  expect(walked.tell({ kind: 'completeCase' })).toBe('case.required_steps_open')
  walked.tell({ kind: 'occur', itemId: walked.row('c-reached').id, values: {} })
  expect(walked.state.state).toBe('completed')
})
