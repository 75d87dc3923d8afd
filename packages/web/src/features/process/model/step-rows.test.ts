import { readStepList } from '@millrace/formats/bpmn'
import { expect, test } from 'vitest'
import { stepRows } from './step-rows.ts'

test('a model is read as lines: what is done is numbered, ways are asked, and what goes back says where to', () => {
  const list = `Every Monday
1. Announce
2. Inspect
   2.1 Photograph
3. If cost > 500:
   Ask the owner
   Back to 2
4. Repair`
  const { model } = readStepList(list, { id: 'p', name: 'Roof', known: [] })
  const lines = stepRows(model).map(({ level, number, title, detail, onward }) =>
    [' '.repeat(level - 1) + title, number, detail, onward].filter(Boolean).join(' | '),
  )
  expect(lines).toEqual([
    'Every Monday | Begins: time',
    'Announce | 1',
    'Inspect | 2 | Part',
    ' Begins',
    ' Photograph | 2.1',
    ' Ends',
    'cost > 500? | One way',
    ' If cost > 500',
    '  Ask the owner | 3 | goes back to 2 Inspect',
    ' Otherwise',
    'Repair | 4',
    'Ends',
  ])
})
