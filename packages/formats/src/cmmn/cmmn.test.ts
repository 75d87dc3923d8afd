import type { PlanItem } from '@millrace/core/case'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CmmnCase, readCmmn, writeCmmn } from './index.ts'
import { anyCase } from './testing/random-case.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const NAMESPACES =
  'xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" xmlns:flowable="f" xmlns:camunda="c" xmlns:millrace="urn:millrace:cmmn"'
const definitions = (inside: string) => `<definitions ${NAMESPACES}>\n${inside}\n</definitions>`
const planModel = (inside: string, more = '') =>
  definitions(
    `<case id="c" name="Claim">${more}<casePlanModel id="plan" autoComplete="true">\n${inside}\n</casePlanModel></case>`,
  )

function readFirst(xml: string): CmmnCase {
  const read = readCmmn(utf8(xml))
  if (!read.ok || !read.value[0]) throw new Error(JSON.stringify(read))
  return read.value[0]
}

function itemsOf(inside: string): readonly PlanItem[] {
  return readFirst(planModel(inside)).model.root.items
}

test('a plan is read with its items, criteria and rules, whatever the order in the file', () => {
  const { model, refused } = readFirst(
    planModel(
      `<planItem id="a" name="Register" definitionRef="ta"/>
      <planItem id="b" definitionRef="tb"><itemControl><repetitionRule/><requiredRule><condition>x &gt; 3</condition></requiredRule>
        <manualActivationRule id="m"><condition><![CDATA[false]]></condition></manualActivationRule></itemControl>
        <entryCriterion id="e" sentryRef="s"/><exitCriterion sentryRef="s"/></planItem>
      <sentry id="s" name="Ready"><planItemOnPart id="p" sourceRef="a"><standardEvent>complete</standardEvent></planItemOnPart>
        <caseFileItemOnPart sourceRef="f"><standardEvent>create</standardEvent></caseFileItemOnPart>
        <ifPart><condition>amount &gt; 10</condition></ifPart></sentry>
      <humanTask id="ta" name="Task"/><stage id="tb" name="Assess" autoComplete="true"/><exitCriterion id="end" sentryRef="s"/>`,
      '<caseFileModel><caseFileItem id="f" name="Report" multiplicity="ExactlyOne"/></caseFileModel>',
    ),
  )
  const onParts = [
    { on: 'plan', sourceId: 'a', transition: 'complete', exitCriterionId: null },
    { on: 'file', sourceId: 'f', transition: 'create' },
  ]
  expect(refused).toEqual([])
  expect(model).toMatchObject({
    ...{ id: 'c', name: 'Claim', exit: [{ id: 'end', name: 'Ready', onParts }] },
    file: [{ id: 'f', name: 'Report', kind: 'data', isRequired: true, isMany: false, variable: 'Report' }],
    root: {
      autoComplete: true,
      items: [
        { id: 'a', name: 'Register', kind: 'humanTask', manualActivation: null, required: null, work: null },
        {
          ...{ id: 'b', name: 'Assess', kind: 'stage', content: { autoComplete: true } },
          ...{ repetition: 'true', required: 'x > 3', manualActivation: null },
          entry: [{ id: 'e', onParts, ifPart: 'amount > 10' }],
          exit: [{ id: 'b-exitCriterion-1' }],
        },
      ],
    },
  })
})

test('rules of what an item refers to hold where it has none of its own', () => {
  const [own, lent] =
    itemsOf(`<planItem id="a" definitionRef="t"><itemControl><requiredRule><condition>false</condition></requiredRule></itemControl></planItem>
    <planItem id="b" definitionRef="t"/>
    <humanTask id="t"><defaultControl><requiredRule/><manualActivationRule/></defaultControl></humanTask>`)
  expect(own).toMatchObject({ required: null, manualActivation: 'true' })
  expect(lent).toMatchObject({ required: 'true', manualActivation: 'true' })
})

test('who does a task, by which form and until when is read as Flowable and Camunda write it', () => {
  const works =
    itemsOf(`<planItem id="a" definitionRef="ta"/><planItem id="b" definitionRef="tb"/><planItem id="c" definitionRef="tc"/>
    <planItem id="d" definitionRef="td"/>
    <humanTask id="ta" flowable:candidateGroups="\${adjusters}" flowable:formKey="claim" flowable:dueDate="P1D"/>
    <humanTask id="tb" camunda:assignee="anna" camunda:formKey="other"><extensionElements><millrace:work role="Lead" teamId="t1" effortMin="30"/></extensionElements></humanTask>
    <processTask id="tc" isBlocking="false"><extensionElements><camunda:in source="amount" target="cost"/><flowable:out source="paid" target="isPaid"/></extensionElements>
      <processRefExpression><![CDATA[payment]]></processRefExpression></processTask>
    <decisionTask id="td" decisionRef="d:risk"/>`)
  expect(works.map(({ work }) => work)).toMatchObject([
    { role: 'adjusters', formKey: 'claim', expectedMin: 1440 },
    { role: 'Lead', formKey: 'other', teamId: 't1', effortMin: 30 },
    {
      reference: 'payment',
      inputs: [{ source: 'amount', target: 'cost' }],
      outputs: [{ source: 'paid', target: 'isPaid' }],
    },
    { reference: 'risk' },
  ])
  expect(works[2]?.isBlocking).toBe(false)
})

test('planning tables are read with roles, rules and the task that they lie beside', () => {
  const { model } = readFirst(
    planModel(
      `<planItem id="a" definitionRef="ta"/><planningTable authorizedRoleRefs="r1">
        <discretionaryItem id="x" name="Expert" definitionRef="tx" applicabilityRuleRefs="rule other"><itemControl><requiredRule/></itemControl></discretionaryItem>
        <planningTable authorizedRoleRefs="r2"><discretionaryItem id="y" definitionRef="tx"/></planningTable>
        <applicabilityRule id="rule"><condition>amount &gt; 10</condition></applicabilityRule><applicabilityRule id="other"><condition>open</condition></applicabilityRule></planningTable>
      <humanTask id="ta"><planningTable><discretionaryItem id="z" definitionRef="tx"/></planningTable></humanTask><humanTask id="tx"/>`,
    ).replace('</case>', '<caseRoles><role id="r1" name="Lead"/><role id="r2"/></caseRoles></case>'),
  )
  expect(model.roles).toEqual(['Lead', 'r2'])
  expect(model.root.discretionary).toMatchObject([
    {
      item: { id: 'x', required: 'true' },
      roles: ['Lead'],
      applicability: '(amount > 10) and (open)',
      besideId: null,
    },
    { item: { id: 'y' }, roles: ['r2'], applicability: null, besideId: null },
    { item: { id: 'z' }, roles: [], besideId: 'a' },
  ])
})

test('criteria refer to their sentries as Flowable writes it, too', () => {
  const [item] =
    itemsOf(`<planItem id="a" definitionRef="t"><exitCriterion id="e" flowable:sentryRef="s"/></planItem><humanTask id="t"/>
    <sentry id="s"><ifPart><condition>isOver</condition></ifPart></sentry>`)
  expect(item?.exit).toEqual([{ id: 'e', name: '', onParts: [], ifPart: 'isOver' }])
})

test('timers and listeners are read, and the plan of a case stands for the case', () => {
  expect(
    itemsOf(`<planItem id="t" definitionRef="dt"/><planItem id="u" definitionRef="du"/>
    <timerEventListener id="dt"><timerExpression>PT1H</timerExpression><planItemStartTrigger sourceRef="plan"><standardEvent>create</standardEvent></planItemStartTrigger></timerEventListener>
    <userEventListener id="du" name="Sued"/>`),
  ).toMatchObject([
    { kind: 'timerListener', timer: { expression: 'PT1H', from: { sourceId: 'c', transition: 'create' } } },
    { kind: 'userListener', name: 'Sued', timer: null },
  ])
})

test.each<[string, string, string]>([
  ['a plan fragment', '<planFragment id="x"/>', 'planFragment x 3'],
  ['a listener of nothing in particular', '<eventListener id="x"/>', 'eventListener x 3'],
  [
    'an item that refers into the void',
    '<planItem id="x" definitionRef="gone"/>',
    'planItem@definitionRef x 3',
  ],
  [
    'a criterion without its sentry',
    '<planItem id="x" definitionRef="t"><entryCriterion id="e" sentryRef="gone"/></planItem><humanTask id="t"/>',
    'entryCriterion@sentryRef e 3',
  ],
  [
    'a stage that lies in itself',
    '<planItem id="x" definitionRef="t"/><stage id="t"><planItem id="y" definitionRef="t"/></stage>',
    'planItem@definitionRef y 3',
  ],
  [
    'an event that CMMN does not know',
    '<planItem id="x" definitionRef="t"><entryCriterion id="e" sentryRef="s"/></planItem><humanTask id="t"/>\n<sentry id="s"><planItemOnPart sourceRef="x"><standardEvent>explode</standardEvent></planItemOnPart></sentry>',
    'planItemOnPart/standardEvent e 4',
  ],
  [
    'code of another program',
    '<planItem id="x" definitionRef="t"/><task id="t" flowable:type="http"/>',
    'task@type t 3',
  ],
  [
    'rules of another program',
    '<planItem id="x" definitionRef="t"><itemControl><extensionElements><flowable:parentCompletionRule type="ignore"/></extensionElements></itemControl></planItem><humanTask id="t"/>',
    'parentCompletionRule x 3',
  ],
  [
    'a repetition that another program counts',
    '<planItem id="x" definitionRef="t"><itemControl><repetitionRule flowable:maxInstanceCount="3"/></itemControl></planItem><humanTask id="t"/>',
    'repetitionRule@maxInstanceCount x 3',
  ],
  [
    'variables as events',
    '<planItem id="x" definitionRef="t"><entryCriterion id="e" sentryRef="s"/></planItem><humanTask id="t"/><sentry id="s"><extensionElements><camunda:variableOnPart variableName="y"/></extensionElements><ifPart><condition>y</condition></ifPart></sentry>',
    'variableOnPart s 3',
  ],
  [
    'an end that another program means as done',
    '<planItem id="x" definitionRef="t"><exitCriterion id="e" sentryRef="s" flowable:exitEventType="complete"/></planItem><humanTask id="t"/><sentry id="s"><ifPart><condition>y</condition></ifPart></sentry>',
    'exitCriterion@exitEventType e 3',
  ],
  [
    'automatic completion that another program asks for',
    '<planItem id="x" definitionRef="t"/><stage id="t" flowable:autoCompleteCondition="${y}"/>',
    'stage@autoCompleteCondition t 3',
  ],
  [
    'a listener that only some may be',
    '<planItem id="x" definitionRef="t"/><userEventListener id="t" authorizedRoleRefs="lead"/>',
    'userEventListener@authorizedRoleRefs t 3',
  ],
  [
    'code that listens',
    '<planItem id="x" definitionRef="t"/><humanTask id="t"><extensionElements><camunda:taskListener event="create" class="x.Y"/></extensionElements></humanTask>',
    'taskListener t 3',
  ],
  [
    'everything handed over at once',
    '<planItem id="x" definitionRef="t"/><caseTask id="t" caseRef="other"><extensionElements><camunda:out variables="all"/></extensionElements></caseTask>',
    'out@variables t 3',
  ],
  [
    'a timer that a document starts',
    '<planItem id="x" definitionRef="t"/><timerEventListener id="t"><timerExpression>P1D</timerExpression><caseFileItemStartTrigger sourceRef="f"/></timerEventListener>',
    'caseFileItemStartTrigger t 3',
  ],
])('%s is not executed, and named with its line', (_title, inside, expected) => {
  const { refused } = readFirst(planModel(inside))
  expect(refused.map(({ name, at, line }) => `${name} ${at} ${line}`)).toEqual([expected])
})

test.each<[string, string, string]>([
  ['something else', '<plan/>', 'cmmn.no_definitions'],
  [
    'a file of BPMN',
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process/></definitions>',
    'cmmn.no_definitions',
  ],
  [
    'CMMN 1.0',
    '<definitions xmlns="http://www.omg.org/spec/CMMN/20131201/MODEL"><case id="c"/></definitions>',
    'cmmn.version',
  ],
  ['a file without a case', definitions(''), 'cmmn.no_case'],
  ['too many cases', definitions('<case/>'.repeat(201)), 'cmmn.too_many_cases'],
  ['a document type', '<!DOCTYPE x><definitions/>', 'xml.doctype_refused'],
])('%s is refused', (_title, xml, code) => {
  expect(readCmmn(utf8(xml))).toMatchObject({ ok: false, refusal: { code } })
})

test('stages that multiply what lies in them are stopped before they cost much', () => {
  const stages = Array.from(
    { length: 20 },
    (_, n) =>
      `<stage id="s${n}"><planItem id="a${n}" definitionRef="s${n + 1}"/><planItem id="b${n}" definitionRef="s${n + 1}"/></stage>`,
  )
  const read = readCmmn(
    utf8(planModel(`<planItem id="x" definitionRef="s0"/>${stages.join('')}<humanTask id="s20"/>`)),
  )
  expect(read).toMatchObject({ ok: false, refusal: { code: 'cmmn.too_many_items' } })
})

test('whatever is written is read as the same plan, and nothing of it is refused', () => {
  fc.assert(
    fc.property(anyCase, (model) => {
      expect(readCmmn(utf8(writeCmmn(model)))).toEqual({ ok: true, value: [{ model, refused: [] }] })
    }),
    { numRuns: 200, seed: 3 },
  )
})

test('whether a step is started by hand is always written', () => {
  const { model } = readFirst(planModel('<planItem id="a" definitionRef="t"/><humanTask id="t"/>'))
  expect(writeCmmn(model)).toMatch(/<manualActivationRule[^>]*>\s*<condition>false<\/condition>/)
})

test('a damaged file is refused or read, and never more than that', () => {
  fc.assert(
    fc.property(
      anyCase,
      fc.nat(5000),
      fc.nat(80),
      fc.constantFrom('', '<', '"', '<stage id="i1">', '&#0;', 'sentry'),
      (model, at, cut, put) => {
        const xml = writeCmmn(model)
        const from = at % xml.length
        const read = readCmmn(utf8(xml.slice(0, from) + put + xml.slice(from + cut)))
        if (read.ok) expect(read.value.length).toBeGreaterThan(0)
        else expect(read.refusal.code).toMatch(/^(?:xml|cmmn)\./)
      },
    ),
    { numRuns: 300, seed: 4 },
  )
})
