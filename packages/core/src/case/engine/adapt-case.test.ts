import { expect, test } from 'vitest'
import { adaptCase, type CaseModel } from '../index.ts'
import { CaseWalk, graphOf, nameOf, worldAt } from '../testing/case-walk.ts'
import { planFromText } from '../testing/plan-text.ts'

/** @returns what was refused; null: the case goes on by the new plan */
function adapt(walk: CaseWalk, model: CaseModel): string | null {
  const to = graphOf(model)
  const adapted = adaptCase({ from: walk.graph, to, state: walk.state, world: worldAt(5) })
  if (!adapted.ok) return `${adapted.refusal.code} ${adapted.refusal.params?.name as string}`
  walk.graph = to
  walk.state = adapted.step.state
  walk.steps.push(adapted.step)
  return null
}

function standing({ state }: CaseWalk): readonly string[] {
  return state.items.map((row) => `${nameOf(row)} ${row.state}`)
}

test('a step that is added begins where its stage goes on, and nothing else moves', () => {
  const walk = new CaseWalk(planFromText('stage S\n  task A\nstage T; enter on S complete\n  task B'))
  const plan =
    'stage S\n  task A\n  task New\n  task Then; enter on New complete\nstage T; enter on S complete\n  task B\n  task Later'
  expect(adapt(walk, planFromText(plan))).toBeNull()
  expect(standing(walk)).toEqual(['S active', 'T available', 'A active', 'New active', 'Then available'])
  expect(walk.row('New').cause).toEqual({ kind: 'plan-changed' })
  expect(walk.steps.at(-1)?.demands).toMatchObject([{ kind: 'begin-work', defId: 'New' }])
})

test('in a stage that rests, what is added rests as well', () => {
  const walk = new CaseWalk(planFromText('stage S\n  task A\ntask Hold'))
  walk.tell({ kind: 'suspend', itemId: walk.row('S').id })
  adapt(walk, planFromText('stage S\n  task A\n  task New\ntask Hold'))
  expect(walk.row('New').state).toBe('suspended')
  walk.tell({ kind: 'resume', itemId: walk.row('S').id })
  expect(walk.row('New').state).toBe('active')
})

test('what nobody has begun with may go, and what waited for it goes on without', () => {
  const walk = new CaseWalk(planFromText('task A\ntask B; manual\ntask C; enter on B complete'))
  expect(adapt(walk, planFromText('task A\ntask C'))).toBeNull()
  expect(standing(walk)).toEqual(['A active', 'C active'])
})

test.each<[string, string, string, string]>([
  ['a step that is being done', 'task A\ntask B', 'task B', 'case.step_in_use A'],
  ['a step that becomes a milestone', 'task A\ntask B', 'milestone A\ntask B', 'case.step_changed_kind A'],
  [
    'a step that moves elsewhere',
    'task A\nstage S\n  task B',
    'stage S\n  task B\n  task A',
    'case.step_moved A',
  ],
  ['a document that is still required', 'file F; required\ntask A', 'task A', 'case.file_in_use F'],
])('%s is refused by name, and nothing is lost', (_title, from, to, refusal) => {
  const walk = new CaseWalk(planFromText(from))
  const before = walk.state
  expect(adapt(walk, planFromText(to))).toBe(refusal)
  expect(walk.state).toEqual(before)
})

test('a step that was done stays in the plan, and a document that is there', () => {
  const walk = new CaseWalk(planFromText('file F\ntask A\ntask B'))
  walk.tell({ kind: 'complete', itemId: walk.row('A').id, values: {} })
  walk.tell({ kind: 'file', fileItemId: 'F', transition: 'create' })
  expect(adapt(walk, planFromText('file F\ntask B'))).toBe('case.step_in_use A')
  expect(adapt(walk, planFromText('task A\ntask B'))).toBe('case.file_in_use F')
})

test('what a criterion has seen counts in the changed plan as far as it still waits for it', () => {
  const walk = new CaseWalk(planFromText('task A\ntask B\ntask C; enter on A complete + B complete'))
  walk.tell({ kind: 'complete', itemId: walk.row('A').id, values: {} })
  adapt(walk, planFromText('task A\ntask B\ntask D\ntask C; enter on D complete + A complete'))
  expect(walk.row('C').state).toBe('available')
  walk.tell({ kind: 'complete', itemId: walk.row('D').id, values: {} })
  expect(walk.row('C').state).toBe('active')
})

test('a step that is no longer required holds nothing up, one that is now does', () => {
  const walk = new CaseWalk(planFromText('stage S; auto\n  task A\n  task B; manual; required\ntask Hold'))
  walk.tell({ kind: 'complete', itemId: walk.row('A').id, values: {} })
  expect(walk.row('S').state).toBe('active')
  adapt(walk, planFromText('stage S; auto\n  task A\n  task B; manual\ntask Hold'))
  expect(walk.row('S').state).toBe('completed')
})

test('after a case was taken up again a changed plan brings back nothing that was done', () => {
  const walk = new CaseWalk(planFromText('stage S\n  task A\n  task B'))
  walk.tell({ kind: 'complete', itemId: walk.row('A').id, values: {} })
  walk.tell({ kind: 'terminateCase' })
  expect(adapt(walk, planFromText('stage S\n  task A\n  task B\n  task C'))).toBe('case.not_active undefined')
  walk.tell({ kind: 'reactivateCase' })
  expect(adapt(walk, planFromText('stage S\n  task A\n  task B\n  task C'))).toBeNull()
  const open = walk.state.items.filter(({ state }) => state === 'active')
  expect(open.map(({ defId }) => defId)).toEqual(['S', 'B', 'C'])
})
