import { compileProcess, feelExpressions, PROCESS_FAULTS } from '@millrace/core/process'
import { BPMN_REFUSAL_CODES, readBpmn } from '@millrace/formats/bpmn'
import { XML_REFUSAL_CODES } from '@millrace/formats/xml'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SAMPLE } from './bpmn-sample.ts'
import { anyChanges, anyTurns, changed, turned } from './mutations.ts'
import { play } from './play.ts'

const RUNS = { numRuns: 400, seed: 1 }
const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const utf8 = (text: string) => new TextEncoder().encode(text)
const definitions = (inside: string) => `<definitions xmlns="${MODEL}">${inside}</definitions>`
const process = (inside: string) => definitions(`<process id="p">${inside}</process>`)
const flow = (sourceRef: string, targetRef: string) =>
  `<sequenceFlow id="${sourceRef}-${targetRef}" sourceRef="${sourceRef}" targetRef="${targetRef}"/>`

const compile = feelExpressions(() => ({ now: 0, zone: 'UTC' }))
const REFUSALS: ReadonlySet<string> = new Set([...XML_REFUSAL_CODES, ...BPMN_REFUSAL_CODES])
const FAULTS: ReadonlySet<string> = new Set(PROCESS_FAULTS)
/** Refusals of a file as a whole; all others have a line. */
const WHOLE: ReadonlySet<string> = new Set(['xml.too_large', 'xml.too_many_elements', 'xml.encoding_unknown'])

/** What stands against a file: that it is not read, or what is wrong in its processes, as `kind at`. */
function against(text: string): readonly string[] {
  const read = readBpmn(utf8(text))
  if (!read.ok) return [read.refusal.code]
  return read.value.processes.flatMap(({ id }) => {
    const compiled = compileProcess(read.value, id, compile)
    return compiled.ok ? [] : compiled.faults.map(({ kind, at }) => `${kind} ${at}`)
  })
}

/** Reads whatever it is, and lets what can be executed go on. */
function readAnything(text: string, choices: readonly number[]): void {
  const read = readBpmn(utf8(text))
  if (!read.ok) {
    const { code, params = {} } = read.refusal
    expect(REFUSALS).toContain(code)
    const isPlaced = 'line' in params || WHOLE.has(code) || code.startsWith('bpmn.')
    expect({ code, isPlaced: isPlaced || Object.keys(params).length === 0 }).toEqual({ code, isPlaced: true })
    return
  }
  for (const { id } of read.value.processes) {
    const compiled = compileProcess(read.value, id, compile)
    if (compiled.ok) play(compiled.graph, choices)
    else
      for (const { kind, at } of compiled.faults) expect([FAULTS.has(kind), at !== '']).toEqual([true, true])
  }
}

test('the sample that everything is made of is read and executed', () => {
  expect(against(SAMPLE)).toEqual([])
})

test('letters lost, added and exchanged: the file is read or refused, and what is refused has its place', () => {
  fc.assert(
    fc.property(anyChanges, fc.array(fc.nat(), { minLength: 1 }), (changes, choices) =>
      readAnything(changed(SAMPLE, changes), choices),
    ),
    RUNS,
  )
})

test('references that lead elsewhere, parts lost, doubled and misplaced: executed, or refused at an element', () => {
  fc.assert(
    fc.property(anyTurns, fc.array(fc.nat(), { minLength: 1 }), (turns, choices) =>
      readAnything(turned(SAMPLE, turns), choices),
    ),
    RUNS,
  )
})

test('any bytes are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const read = readBpmn(bytes)
      expect(REFUSALS).toContain(read.ok ? 'xml.malformed' : read.refusal.code)
    }),
    RUNS,
  )
})

const BOMB = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>`

test.each([
  ['an entity bomb', BOMB + definitions('&c;'), 'xml.doctype_refused'],
  [
    'an entity of another file',
    `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>${definitions('&a;')}`,
    'xml.doctype_refused',
  ],
  [
    'a document type of another server',
    `<!DOCTYPE d SYSTEM "http://example.org/d.dtd">${definitions('')}`,
    'xml.doctype_refused',
  ],
  ['an entity of its own', definitions('&a;'), 'xml.malformed'],
  ['sub-processes 100,000 deep', process('<subProcess id="s">'.repeat(100_000)), 'xml.too_deep'],
  ['lanes 100,000 deep', process('<laneSet><lane><childLaneSet>'.repeat(33_334)), 'xml.too_deep'],
  ['anything 100,000 deep in a diagram', definitions('<BPMNDiagram>'.repeat(100_000)), 'xml.too_deep'],
  [
    'brackets 100,000 deep',
    process(`<scriptTask id="s"><script>${'('.repeat(100_000)}</script></scriptTask>`),
    'expression s',
  ],
  ['more elements than a model has', definitions('<task/>'.repeat(200_001)), 'xml.too_many_elements'],
  ['more than a process has', process('<task id="t"/>'.repeat(20_001)), 'too-large p'],
  ['more processes than a file has', definitions('<process id="p"/>'.repeat(501)), 'bpmn.too_many_processes'],
  ['half a file', definitions('<process').slice(0, -20), 'xml.malformed'],
  ['another XML', '<html/>', 'bpmn.no_definitions'],
])('%s is refused', (_what, text, expected) => {
  expect(against(text)).toEqual([expected])
})

test.each([
  ['a flow to nowhere', `<task id="a"/>${flow('a', 'gone')}`, 'unknown-reference a-gone'],
  ['a flow from nowhere', `<task id="x"/><task id="a"/>${flow('gone', 'a')}`, 'unknown-reference gone-a'],
  [
    'a flow out of its sub-process',
    `<task id="a"/><subProcess id="s"><task id="b"/>${flow('b', 'a')}</subProcess>`,
    'unknown-reference b-a',
  ],
  [
    'an event on the boundary of nothing',
    '<task id="x"/><boundaryEvent id="b" attachedToRef="gone"><signalEventDefinition/></boundaryEvent>',
    'unknown-reference b',
  ],
  ['a default flow that is not there', '<exclusiveGateway id="g" default="gone"/>', 'unknown-reference g'],
  [
    'a link that nothing catches',
    '<intermediateThrowEvent id="l"><linkEventDefinition name="A"/></intermediateThrowEvent>',
    'unknown-reference l',
  ],
  [
    'compensation of nothing',
    '<endEvent id="e"><compensateEventDefinition activityRef="gone"/></endEvent>',
    'unknown-reference e',
  ],
  ['nothing that begins', `<task id="a"/><task id="b"/>${flow('a', 'b')}${flow('b', 'a')}`, 'no-start p'],
  [
    'a link caught twice',
    `<task id="s"/><intermediateThrowEvent id="l"><linkEventDefinition name="A"/></intermediateThrowEvent>${['a', 'b'].map((id) => `<intermediateCatchEvent id="${id}"><linkEventDefinition name="A"/></intermediateCatchEvent>`).join('')}`,
    'misplaced b',
  ],
  ['two elements of one id', '<task id="a"/><task id="a"/>', 'twice a'],
  [
    'a sub-process within one of its own id',
    '<subProcess id="s"><subProcess id="s"><task id="a"/></subProcess></subProcess>',
    'twice s',
  ],
  ['a process within itself', '<subProcess id="p"><task id="a"/></subProcess>', 'twice p'],
  ['two flows of one id', `<task id="a"/><task id="b"/>${flow('a', 'b')}${flow('a', 'b')}`, 'twice a-b'],
  ['an element without an id', '<task name="Fix it"/>', 'no-id Fix it'],
  [
    'events on the boundary of each other',
    '<task id="x"/><boundaryEvent id="a" attachedToRef="b"><signalEventDefinition/></boundaryEvent><boundaryEvent id="b" attachedToRef="a"><signalEventDefinition/></boundaryEvent>',
    'misplaced a, misplaced b',
  ],
])('%s is refused where it stands', (_what, inside, expected) => {
  expect(against(process(inside)).join(', ')).toBe(expected)
})

test.each([
  [
    'flows',
    `<task id="x"/>${flow('x', 'a')}<exclusiveGateway id="a"/>${flow('a', 'b')}<exclusiveGateway id="b"/>${flow('b', 'a')}`,
  ],
  [
    'links',
    `<startEvent id="s"/>${flow('s', 'a')}<intermediateThrowEvent id="a"><linkEventDefinition name="A"/></intermediateThrowEvent><intermediateCatchEvent id="b"><linkEventDefinition name="A"/></intermediateCatchEvent>${flow('b', 'a')}`,
  ],
  [
    'flows that double each time',
    `<parallelGateway id="a"/>${flow('a', 'b')}<task id="b"><standardLoopCharacteristics loopMaximum="0"/></task><sequenceFlow id="f1" sourceRef="b" targetRef="c"/><parallelGateway id="c"/><sequenceFlow id="f2" sourceRef="c" targetRef="b"/><sequenceFlow id="f3" sourceRef="c" targetRef="b"/>`,
  ],
])('going round in %s comes to rest, for somebody to look', (_what, inside) => {
  const read = readBpmn(utf8(process(inside)))
  if (!read.ok) throw new TypeError(read.refusal.code)
  const compiled = compileProcess(read.value, 'p', compile)
  if (!compiled.ok) throw new TypeError(JSON.stringify(compiled.faults))
  expect(play(compiled.graph, [0]).tokens.length).toBeGreaterThan(0)
})
