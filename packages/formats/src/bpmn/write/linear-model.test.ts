import { compileProcess, feelExpressions, NO_ASSIGNMENT } from '@millrace/core/process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBpmn, writeLinearModel } from '../index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const compileExpression = feelExpressions(() => ({ now: 0, zone: 'UTC' }))

function read(xml: string) {
  const model = readBpmn(utf8(xml))
  if (!model.ok) throw new Error(model.refusal.code)
  return model.value
}

const anySteps = fc
  .array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 40 })
  .map((names) => names.map((name, place) => ({ id: `step-${place}`, name })))

test('a run of steps is read again as it was written, and can be executed', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const model = read(writeLinearModel({ id: 'p', name: 'Repair', steps }))
      const nodes = model.processes[0]?.nodes ?? []
      expect(nodes.map(({ id }) => id)).toEqual(['start_p', ...steps.map(({ id }) => id), 'end_p'])
      expect(compileProcess(model, 'p', compileExpression)).toMatchObject({ ok: true })
    }),
  )
})

test('what is said of a step stands in the model', () => {
  const assignment = { teamId: 't', team: 'A & "B"', formKey: 'visit', effortMin: 90, expectedMin: 2880 }
  const xml = writeLinearModel({
    ...{ id: 'p', name: 'Repair' },
    steps: [
      { id: 'a', name: 'Look < at it', ...assignment },
      { id: 'b', name: 'Walk', kind: 'manualTask' },
    ],
  })
  expect(read(xml).processes[0]).toMatchObject({
    isExecutable: true,
    nodes: [
      { type: 'startEvent' },
      { type: 'userTask', name: 'Look < at it', work: { assignment: { ...NO_ASSIGNMENT, ...assignment } } },
      { type: 'manualTask', work: { assignment: NO_ASSIGNMENT } },
      { type: 'endEvent' },
    ],
    flows: [
      { sourceId: 'start_p', targetId: 'a' },
      { sourceId: 'a', targetId: 'b' },
      { sourceId: 'b', targetId: 'end_p' },
    ],
  })
})
