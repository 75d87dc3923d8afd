import {
  analyseTable,
  compileModel,
  evaluateDecision,
  inputsFromJson,
  literalOf,
} from '@millrace/core/decision'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newDecisionTable, readDmn, writeDmn } from './index.ts'
import { randomModel, withoutLines } from './testing/random-dmn.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('what is written is read as the same model', () => {
  fc.assert(
    fc.property(randomModel, (model) => {
      const read = readDmn(utf8(writeDmn(model)))
      expect(read.ok && read.value.problems).toEqual([])
      expect(withoutLines(read.ok && read.value.model)).toEqual(withoutLines(model))
    }),
    { numRuns: 300 },
  )
})

test('references to imported models are written as what they are there', () => {
  const far = {
    ...EMPTY,
    namespace: 'urn:far',
    inputData: [{ id: 'i', name: 'Wind', typeRef: null, line: 0 }],
  }
  const decision = { id: 'd', name: 'D', typeRef: null, line: 0, requires: ['urn:far#i'], expression: null }
  const model = { ...EMPTY, imports: [{ name: 'far', namespace: 'urn:far' }], decisions: [decision] }
  expect(writeDmn(model, [far])).toContain('<requiredInput href="urn:far#i">')
})

const EMPTY = {
  ...{ name: 'N', namespace: 'urn:n', imports: [], itemDefinitions: [], inputData: [] },
  ...{ decisions: [], businessKnowledge: [], services: [] },
}

test('a new table declares what it asks for, decides, and leaves no gap unseen', () => {
  const column = { label: null, allowedValues: null }
  const xml = newDecisionTable({
    name: 'Who approves',
    key: 'approval',
    table: {
      ...{ hitPolicy: 'UNIQUE', aggregation: null, annotations: ['Why'] },
      inputs: [
        { ...column, expression: { text: 'Amount', line: 0 }, typeRef: 'number' },
        { ...column, expression: { text: 'Amount * 2', line: 0 }, typeRef: 'number' },
      ],
      outputs: [{ ...column, name: 'Approver', typeRef: 'string', defaultValue: null }],
      rules: [
        { inputs: ['<= 1000', '-'], outputs: ['"foreman"'], annotations: ['small'] },
        { inputs: ['> 2000', '-'], outputs: ['"owner"'], annotations: [''] },
      ],
    },
  })
  const read = readDmn(utf8(xml))
  if (!read.ok) return expect.fail(read.refusal.code)
  const { model } = read.value
  expect(model.inputData.map(({ name }) => name)).toEqual(['Amount'])
  const program = compileModel(model)
  expect(program.problems).toEqual([])
  const inputs = inputsFromJson(program, { Amount: 2500 })
  const { value } = evaluateDecision(program, { decision: 'Who approves', inputs, now: 0, zone: 'UTC' })
  expect(literalOf(value)).toBe('"owner"')
  const table = model.decisions[0]?.expression
  const gaps = table?.kind === 'decision-table' ? analyseTable(program, table).gaps : []
  expect(gaps.map(({ tests }) => tests[0])).toEqual(['(1000..2000]'])
})
