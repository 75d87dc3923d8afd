import { expect, test } from 'vitest'
import { checkWorkflow, type Workflow, type WorkflowState } from './workflow.ts'

const todo: WorkflowState = { id: 'todo', name: 'To do', group: 'ready', wipLimit: null }
const doing: WorkflowState = { id: 'doing', name: 'Doing', group: 'inProgress', wipLimit: 2 }
const done: WorkflowState = { id: 'done', name: 'Done', group: 'done', wipLimit: null }

test.each<[string, Workflow, string | null]>([
  ['any move is fine', { states: [todo, doing, done], moves: 'any' }, null],
  [
    'a chain reaches its end',
    {
      states: [todo, doing, done],
      moves: [
        { from: 'todo', to: 'doing' },
        { from: 'doing', to: 'done' },
      ],
    },
    null,
  ],
  [
    'two states cannot share an id',
    { states: [todo, todo, done], moves: 'any' },
    'work.workflow_state_twice',
  ],
  ['there has to be an end', { states: [todo, doing], moves: 'any' }, 'work.workflow_without_end'],
  [
    'the end has to be reachable',
    { states: [todo, doing, done], moves: [{ from: 'todo', to: 'doing' }] },
    'work.workflow_end_unreachable',
  ],
  [
    'moves name known states',
    { states: [todo, done], moves: [{ from: 'todo', to: 'gone' }] },
    'work.workflow_move_unknown',
  ],
  [
    'a limit is at least one',
    { states: [todo, { ...doing, wipLimit: 0 }, done], moves: 'any' },
    'work.workflow_limit_too_small',
  ],
])('%s', (_name, workflow, code) => {
  const checked = checkWorkflow(workflow)
  expect(checked.ok ? null : checked.refusal.code).toBe(code)
})
