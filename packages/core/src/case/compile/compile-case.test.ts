import { expect, test } from 'vitest'
import { type CaseModel, compileCase } from '../index.ts'
import { compileQuestion } from '../testing/case-walk.ts'
import { planFromText, planItem, planOf } from '../testing/plan-text.ts'

function faultsOf(model: CaseModel): readonly string[] {
  const compiled = compileCase(model, compileQuestion)
  return compiled.ok ? [] : compiled.faults.map(({ at, kind, detail }) => `${at} ${kind} ${detail}`.trim())
}

test.each<[string, string, readonly string[]]>([
  ['a criterion of what is not there', 'task A; enter on B complete', ['A.enter1 unknown-reference B']],
  ['a document that is not there', 'task A; enter on file F create', ['A.enter1 unknown-reference F']],
  [
    'a transition that it cannot make',
    'milestone M\ntask A; enter on M complete',
    ['A.enter1 misplaced M complete'],
  ],
  [
    'an exit criterion of something else',
    'task A\ntask B; enter on A exit by x',
    ['B.enter1 unknown-reference x'],
  ],
  [
    'an exit by another way than leaving',
    'task A; exit as x if y\ntask B; enter on A complete by x',
    ['B.enter1 misplaced complete'],
  ],
  ['milestones do not leave', 'task A\nmilestone M; exit on A complete', ['M misplaced exit']],
  ['listeners wait for no criterion', 'task A\nlistener L; enter on A complete', ['L misplaced entry']],
  ['listeners are not required', 'listener L; required\ntask A', ['L misplaced required']],
  ['nobody starts a milestone', 'milestone M; manual', ['M misplaced manualActivation']],
  ['timers say themselves how often', 'timer T; at P1D; repeat', ['T misplaced repetition']],
  ['only tasks do not block', 'stage S; nonblocking\n  task A', ['S misplaced isBlocking']],
  ['the same id twice', 'task A\nstage S\n  task A', ['A twice']],
  ['the id of a criterion twice', 'task A; exit as x if y\ntask B; exit as x if y', ['x twice']],
  ['a milestone that repeats by itself', 'milestone M; repeat', ['M endless']],
  ['a task that repeats and does not block', 'task A; nonblocking; repeat', ['A endless']],
  [
    'a stage that repeats and is over at once',
    'stage S; repeat; auto\n  milestone M\n  task A; manual',
    ['S endless'],
  ],
  ['a step that waits for itself', 'task A; enter on A complete', ['A never A ← A']],
  [
    'steps that wait for each other',
    'task A; enter on C complete\ntask B; enter on A complete\ntask C; enter on B complete',
    ['A never A ← C ← B ← A', 'B never B ← A ← C ← B', 'C never C ← B ← A ← C'],
  ],
  ['a stage that waits for what is in it', 'stage S; enter on A complete\n  task A', ['S never S ← A ← S']],
  [
    'a step that waits for the end of its stage',
    'stage S\n  task A\n  task B; enter on S complete',
    ['B never B ← S'],
  ],
  ['four eyes of nobody', 'task A; other B', ['A unknown-reference B']],
  ['four eyes with a milestone', 'milestone B\ntask A; other B', ['A misplaced B']],
  [
    'a planning table beside something elsewhere',
    'stage S\n  task A\ntask B; discretionary; beside A',
    ['B misplaced A'],
  ],
  [
    'a role that the case does not know',
    'task A\ntask B; discretionary; roles lead',
    ['B unknown-reference lead'],
  ],
])('%s is refused', (_title, text, faults) => {
  expect(faultsOf(planFromText(text))).toEqual(faults)
})

test.each<[string, string]>([
  ['a repeating task that somebody starts', 'task A; nonblocking; manual; repeat'],
  [
    'a repeating step that waits for its own round, and for another',
    'task A; repeat; enter on A complete; enter on L occur\nlistener L',
  ],
  [
    'a circle with a way in',
    'listener L\ntask A; enter on L occur; enter on B complete; repeat\ntask B; enter on A complete; repeat',
  ],
  ['a repeating stage with something to do', 'stage S; repeat\n  task A'],
  ['a repeating stage to which people add', 'stage S; repeat; auto\n  task A; discretionary'],
  ['a step that begins with its stage', 'stage S\n  task A; enter on S start'],
  ['a planning table beside a task', 'task A\ntask B; discretionary; beside A'],
  ['a case that nobody has planned', ''],
])('%s is executed', (_title, text) => {
  expect(faultsOf(planFromText(text))).toEqual([])
})

test('what is wrong with an expression is said with its place', () => {
  const compiled = compileCase(planFromText('task A; enter if amount >'), compileQuestion)
  expect(compiled).toMatchObject({
    ok: false,
    faults: [{ at: 'A.enter1', kind: 'expression', detail: 'feel.unexpected', place: { from: 8 } }],
  })
})

test('a criterion without an event and without a condition is none, an item needs an id', () => {
  const entry = [{ id: 'e', name: '', onParts: [], ifPart: null }]
  expect(faultsOf(planOf([planItem('humanTask', 'A', { entry })]))).toEqual(['e no-event'])
  expect(faultsOf(planOf([planItem('humanTask', ' ')]))).toEqual(['no-id'])
  expect(faultsOf(planOf([planItem('timerListener', 'T')]))).toEqual(['T no-event timer'])
})

test('a plan that is too large or too deep is not looked at any further', () => {
  let item = planItem('humanTask', 'A')
  for (let depth = 0; depth < 40; depth++)
    item = planItem('stage', `S${depth}`, {
      content: { items: [item], autoComplete: false, discretionary: [] },
    })
  expect(faultsOf(planOf([item]))).toEqual(['case too-large 30'])
  const many = Array.from({ length: 5_001 }, (_, place) => planItem('humanTask', `A${place}`))
  expect(faultsOf(planOf(many))).toEqual(['case too-large 5000'])
})

test.each<[string, string, readonly string[]]>([
  [
    'a criterion of its own event that comes too late',
    'task A; enter on L occur; enter on A complete\nlistener L',
    ['A.enter2 own-event A'],
  ],
  ['a stage in which there is nothing', 'stage S\ntask Hold', ['S empty']],
  ['a stage that completes undone', 'stage S; auto\n  task A; manual\ntask Hold', ['S completes-at-once']],
  ['a stage that waits for something required', 'stage S; auto\n  task A; manual; required', []],
])('%s', (_title, text, expected) => {
  const compiled = compileCase(planFromText(text), compileQuestion)
  const warnings = compiled.ok ? compiled.warnings : []
  expect(warnings.map(({ at, kind, detail }) => `${at} ${kind} ${detail}`.trim())).toEqual(expected)
})
