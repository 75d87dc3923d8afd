import { compileModel, evaluateDecision, inputsFromJson, toJson } from '@millrace/core/decision'
import { DMN_REFUSAL_CODES, readDmn } from '@millrace/formats/dmn'
import { XML_REFUSAL_CODES } from '@millrace/formats/xml'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SAMPLE } from './dmn-sample.ts'
import { anyChanges, anyTurns, changed, turned } from './mutations.ts'

const RUNS = { numRuns: 400, seed: 1 }
const MODEL = 'https://www.omg.org/spec/DMN/20230324/MODEL/'
const utf8 = (text: string) => new TextEncoder().encode(text)
const definitions = (inside: string) =>
  `<definitions xmlns="${MODEL}" name="d" namespace="d">${inside}</definitions>`
const decision = (inside: string, id = 'a') => `<decision id="${id}" name="${id}">${inside}</decision>`

const REFUSALS: ReadonlySet<string> = new Set([...XML_REFUSAL_CODES, ...DMN_REFUSAL_CODES])

/** Reads whatever it is and evaluates everything in it. What is wrong has its place. */
function readAnything(text: string): void {
  const read = readDmn(utf8(text))
  if (!read.ok) {
    expect(REFUSALS).toContain(read.refusal.code)
    return
  }
  const program = compileModel(read.value.model)
  for (const { line, element } of program.problems) expect(line > 0 || element !== '').toBe(true)
  const inputs = inputsFromJson(program, { Weight: 7, City: 'North' })
  for (const { name } of program.model.decisions)
    evaluateDecision(program, { decision: name, inputs, now: 0, zone: 'UTC' })
}

/** What is wrong with a file, by codes. */
function against(text: string): readonly string[] {
  const read = readDmn(utf8(text))
  if (!read.ok) return [read.refusal.code]
  return compileModel(read.value.model).problems.map(({ code }) => code)
}

test('the sample that everything is made of is read without a complaint', () => {
  expect(against(SAMPLE)).toEqual([])
})

test('letters lost, added and exchanged: the file is read or refused', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => readAnything(changed(SAMPLE, changes))),
    RUNS,
  )
})

test('references that lead elsewhere, parts lost, doubled and misplaced: evaluated, or complained of where they stand', () => {
  fc.assert(
    fc.property(anyTurns, (turns) => readAnything(turned(SAMPLE, turns))),
    RUNS,
  )
})

const requires = (id: string) =>
  `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`
const text = (of: string) => `<literalExpression><text>${of}</text></literalExpression>`

test.each([
  [
    'an entity bomb',
    `<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${definitions('&b;')}`,
    'xml.doctype_refused',
  ],
  ['contexts 100,000 deep', definitions('<context><contextEntry>'.repeat(50_000)), 'xml.too_deep'],
  ['types 100,000 deep', definitions('<itemComponent name="a">'.repeat(100_000)), 'xml.too_deep'],
  ['more elements than a model has', definitions('<rule/>'.repeat(400_001)), 'xml.too_many_elements'],
  ['another XML', '<html/>', 'dmn.not_dmn'],
])('%s is refused', (_what, file, code) => {
  expect(against(file)).toEqual([code])
})

test.each([
  [
    'decisions that require each other',
    decision(requires('b') + text('b'), 'a') + decision(requires('a') + text('a'), 'b'),
  ],
  ['a decision that requires itself', decision(requires('a') + text('a'))],
  ['a requirement of nothing', decision(requires('gone') + text('gone'))],
  [
    'types made of each other',
    `<itemDefinition name="x"><typeRef>y</typeRef></itemDefinition><itemDefinition name="y"><typeRef>x</typeRef></itemDefinition>${decision(`<variable name="a" typeRef="x"/>${text('1 +')}`)}`,
  ],
  ['an expression without end', decision(text('['.repeat(100_000)))],
])('%s: what is wrong is said, and everything else is evaluated', (_what, inside) => {
  const file = definitions(inside + decision(text('1 + 1'), 'two'))
  const read = readDmn(utf8(file))
  if (!read.ok) throw new TypeError(read.refusal.code)
  const program = compileModel(read.value.model)
  expect(program.problems).not.toEqual([])
  const request = { inputs: new Map(), now: 0, zone: 'UTC' }
  expect(toJson(evaluateDecision(program, { ...request, decision: 'two' }).value)).toBe(2)
  expect(evaluateDecision(program, { ...request, decision: 'a' }).value).toBeNull()
})

test('knowledge that calls itself without end gives nothing, and says so', () => {
  const endless = `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/>${text('f(n + 1)')}</encapsulatedLogic><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement></businessKnowledgeModel>`
  const asked = decision(
    `<knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>${text('f(1)')}`,
  )
  const read = readDmn(utf8(definitions(endless + asked)))
  if (!read.ok) throw new TypeError(read.refusal.code)
  const program = compileModel(read.value.model)
  const { value, warnings } = evaluateDecision(program, {
    decision: 'a',
    inputs: new Map(),
    now: 0,
    zone: 'UTC',
  })
  expect(value).toBeNull()
  expect([...warnings, ...program.problems]).not.toEqual([])
})
