import { compileModel, evaluateDecision, inputsFromJson, literalOf } from '@millrace/core/decision'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDmn } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

const NAMESPACES = {
  '1.1': 'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  '1.2': 'http://www.omg.org/spec/DMN/20180521/MODEL/',
  '1.3': 'https://www.omg.org/spec/DMN/20191111/MODEL/',
  '1.4': 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/MODEL/',
}

/** A crane may be booked when the wind allows it. */
function crane(namespace: string, { number = 'number', head = '' } = {}): string {
  return `${head}<definitions xmlns="${namespace}" xmlns:feel="http://www.omg.org/spec/FEEL/20140401" namespace="crane" name="Crane">
  <itemDefinition name="tWind"><typeRef>${number}</typeRef><allowedValues><text>[0..60]</text></allowedValues></itemDefinition>
  <inputData id="i1" name="Wind  speed"><variable name="Wind speed" typeRef="tWind"/></inputData>
  <decision id="d1" name="Lift"><extensionElements><decisionTable/></extensionElements>
    <variable name="Lift" typeRef="feel:string"/>
    <informationRequirement><requiredInput href="#i1"/></informationRequirement>
    <decisionTable hitPolicy="FIRST">
      <input label="Wind"><inputExpression typeRef="${number}"><text>Wind speed</text></inputExpression></input>
      <output><outputValues><text>"go", "wait"</text></outputValues><defaultOutputEntry><text>"wait"</text></defaultOutputEntry></output>
      <annotation name="Why"/>
      <rule id="r1"><inputEntry><text>&lt; 14</text></inputEntry><outputEntry><text>"gö"</text></outputEntry>
        <annotationEntry><text> calm </text></annotationEntry></rule>
    </decisionTable>
  </decision>
</definitions>`
}

function lift(bytes: Uint8Array, wind: number): string {
  const read = readDmn(bytes)
  if (!read.ok) return read.refusal.code
  const program = compileModel(read.value.model)
  const inputs = inputsFromJson(program, { 'Wind speed': wind })
  return literalOf(evaluateDecision(program, { decision: 'Lift', inputs, now: 0, zone: 'UTC' }).value)
}

test.each(Object.entries(NAMESPACES))('a model of DMN %s is read and decides', (version, namespace) => {
  const number = version < '1.3' ? 'feel:number' : 'number'
  const bytes = utf8(crane(namespace, { number }))
  const read = readDmn(bytes)
  expect(read.ok && [read.value.version, read.value.problems]).toEqual([version, []])
  expect(read.ok && compileModel(read.value.model).problems).toEqual([])
  expect([lift(bytes, 10), lift(bytes, 20), lift(bytes, 99)]).toEqual(['"gö"', '"wait"', '"wait"'])
})

test('the encoding is the one that the file declares', () => {
  const head = '<?xml version="1.0" encoding="ISO-8859-1"?>'
  const bytes = Uint8Array.from(
    crane(NAMESPACES['1.5'], { head }),
    (character) => character.codePointAt(0) ?? 0,
  )
  expect(lift(bytes, 10)).toBe('"gö"')
})

test('rules keep their ids, annotations and lines', () => {
  const read = readDmn(utf8(crane(NAMESPACES['1.5'])))
  const expression = read.ok ? read.value.model.decisions[0]?.expression : undefined
  expect(expression?.kind === 'decision-table' && expression.rules).toMatchObject([
    { id: 'r1', annotations: ['calm'], line: 11, inputs: [{ text: '< 14', line: 11 }] },
  ])
})

test('every boxed expression is read', () => {
  const boxes = `
    <context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="n" typeRef="number"/>
      <literalExpression><text>n + 1</text></literalExpression></functionDefinition></contextEntry>
      <contextEntry><variable name="r"/><relation><column name="a"/><row><literalExpression><text>1</text></literalExpression></row></relation></contextEntry>
      <contextEntry><variable name="l"/><list><literalExpression><text>2</text></literalExpression></list></contextEntry>
      <contextEntry><variable name="i"/><conditional><if><literalExpression><text>true</text></literalExpression></if>
        <then><literalExpression><text>3</text></literalExpression></then><else><literalExpression><text>4</text></literalExpression></else></conditional></contextEntry>
      <contextEntry><variable name="w"/><filter><in><literalExpression><text>[5, 6]</text></literalExpression></in>
        <match><literalExpression><text>item &gt; 5</text></literalExpression></match></filter></contextEntry>
      <contextEntry><variable name="o"/><for iteratorVariable="x"><in><literalExpression><text>[7]</text></literalExpression></in>
        <return><literalExpression><text>x * 2</text></literalExpression></return></for></contextEntry>
      <contextEntry><variable name="s"/><some iteratorVariable="x"><in><literalExpression><text>[8]</text></literalExpression></in>
        <satisfies><literalExpression><text>x = 8</text></literalExpression></satisfies></some></contextEntry>
      <contextEntry><variable name="e"/><every iteratorVariable="x"><in><literalExpression><text>[8]</text></literalExpression></in>
        <satisfies><literalExpression><text>x = 9</text></literalExpression></satisfies></every></contextEntry>
      <contextEntry><literalExpression><text>{ f: g, r: r, l: l, i: i, w: w, o: o, s: s, e: e }</text></literalExpression></contextEntry>
    </context>`.replace('f: g', 'f: f(1)')
  const file = `<definitions xmlns="${NAMESPACES['1.5']}" namespace="n" name="N"><decision id="D" name="D">${boxes}</decision></definitions>`
  const read = readDmn(utf8(file))
  const program = read.ok ? compileModel(read.value.model) : undefined
  const outcome =
    program && evaluateDecision(program, { decision: 'D', inputs: new Map(), now: 0, zone: 'UTC' })
  expect(outcome && literalOf(outcome.value)).toBe(
    '{f: 2, r: [{a: 1}], l: [2], i: 3, w: [6], o: [14], s: true, e: false}',
  )
})

test('what is wrong in a file is told with its line, and the rest is read', () => {
  const file = `<definitions xmlns="${NAMESPACES['1.5']}" namespace="n" name="N">
    <inputData id="x"/>
    <decision id="D" name="D"><decisionTable hitPolicy="MAYBE"/></decision></definitions>`
  const read = readDmn(utf8(file))
  expect(read.ok && read.value.problems).toEqual([
    { code: 'dmn.attribute_missing', line: 2, params: { element: 'inputData' } },
    { code: 'dmn.hit_policy_unknown', line: 3, params: { value: 'MAYBE' } },
  ])
})

const root = `<definitions xmlns="${NAMESPACES['1.5']}" namespace="n" name="N">`

test.each([
  [
    'an entity bomb',
    `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${root}&b;</definitions>`,
    'xml.doctype_refused',
  ],
  ['elements without end', `${root}${'<context>'.repeat(100_000)}`, 'xml.too_deep'],
  [
    'more elements than a model has',
    `${root}${'<decision/>'.repeat(400_001)}</definitions>`,
    'dmn.too_many_elements',
  ],
  ['fifty megabytes', `${root}${' '.repeat(52_428_800)}</definitions>`, 'xml.too_large'],
  ['half a file', `${root}<decision`, 'xml.malformed'],
  ['another XML', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'dmn.not_dmn'],
  ['nothing', '', 'xml.malformed'],
])('%s is refused', (_what, text, code) => {
  const read = readDmn(utf8(text))
  expect(read.ok ? 'read' : read.refusal.code).toBe(code)
})

test('a file with any of its bytes changed, lost or doubled is read or refused, and what is read compiles', () => {
  const whole = utf8(crane(NAMESPACES['1.5']))
  const place = fc.integer({ min: 0, max: whole.length - 1 })
  const change = fc.tuple(place, fc.integer({ min: 0, max: 12 }), fc.uint8Array({ maxLength: 12 }))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = changes.reduce<readonly number[]>(
        (before, [at, lost, added]) => before.toSpliced(at, lost, ...added),
        [...whole],
      )
      const read = readDmn(Uint8Array.from(bytes))
      if (read.ok) expect(compileModel(read.value.model).nodes.size).toBeLessThanOrEqual(2)
      else expect(read.refusal.code).toMatch(/^(?:xml|dmn)\./)
    }),
    { numRuns: 300 },
  )
})

test('references to nowhere and in circles are told, and end', () => {
  const file = `${root}<decision id="A" name="A"><informationRequirement><requiredDecision href="#A"/></informationRequirement>
    <informationRequirement><requiredInput href="http://else.where#x"/></informationRequirement>
    <literalExpression><text>A</text></literalExpression></decision></definitions>`
  const read = readDmn(utf8(file))
  const program = read.ok ? compileModel(read.value.model) : undefined
  expect(program?.problems.map(({ code }) => code)).toEqual(['dmn.reference_unknown', 'dmn.cycle'])
  const outcome =
    program && evaluateDecision(program, { decision: 'A', inputs: new Map(), now: 0, zone: 'UTC' })
  expect(outcome?.value).toBeNull()
})
