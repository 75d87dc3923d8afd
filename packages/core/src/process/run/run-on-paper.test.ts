import { expect, test } from 'vitest'
import type { BpmnModel } from '../index.ts'
import { content, event, flows, modelOf, node } from '../testing/model-builder.ts'
import { PLAIN_ANSWER, type RunAnswers } from './run-answers.ts'
import { type RunSettings, runOnPaper } from './run-on-paper.ts'

const HOUR = 3_600_000
const hours = (of: number) => `PT${of}H`
const timer = (value: string) =>
  ({
    kind: 'timer',
    timer: {
      kind: 'duration',
      expression: { text: value, language: null },
      counting: { counts: 'clock', calendar: null },
    },
  }) as const

function run(model: BpmnModel, answers: RunAnswers = {}, more: Partial<RunSettings> = {}) {
  const ran = runOnPaper(model, 'process', {
    ...{ variables: {}, at: null, answers, waitsForPeople: false, moment: { now: 0, zone: 'UTC' } },
    decide: () => ({ fault: 'process.decision_unknown' }),
    ...more,
  })
  if (!ran.ok) throw new TypeError(JSON.stringify(ran))
  const { graph, state, events, endedAt } = ran.outcome
  const left = events.flatMap((one) =>
    'happened' in one && one.happened.kind === 'left'
      ? [`${one.at / HOUR} ${graph.nodes[one.happened.at]?.id}`]
      : [],
  )
  const variables = state.scopes.find(({ kind }) => kind === 'process')?.variables
  return { ...ran.outcome, left, variables, endedAfter: endedAt / HOUR }
}

const LATE = modelOf(
  content(
    [
      ...[node('startEvent', 'start'), node('userTask', 'fix'), node('userTask', 'call')],
      event('boundaryEvent', 'late', timer(hours(4)), { attachedToId: 'fix' }),
      event('intermediateCatchEvent', 'rest', timer(hours(24))),
    ],
    flows('start -> fix -> rest', 'late -> call'),
  ),
)

test('work is done at once, and the clock goes on to the timer that is due next', () => {
  const { left, endedAfter, state } = run(LATE)
  expect(left).toEqual(['0 start', '0 fix', '24 rest'])
  expect([endedAfter, state.status]).toEqual([24, 'completed'])
})

test('work that takes longer than a timer on its boundary is interrupted', () => {
  const answers = { fix: { ...PLAIN_ANSWER, after: hours(5), values: { fixed: true } } }
  expect(run(LATE, answers)).toMatchObject({ left: ['0 start', '4 late', '4 call'], variables: {} })
  expect(run(LATE, { fix: { ...PLAIN_ANSWER, after: hours(3) } }).left).toContain('27 rest')
})

test('several answers count one after the other, and one alone every time', () => {
  const loop = (condition: string) =>
    modelOf(
      content(
        [
          node('startEvent', 's'),
          node('userTask', 'ask'),
          node('exclusiveGateway', 'g', { defaultFlowId: 'g-e' }),
          node('endEvent', 'e'),
        ],
        flows('s -> ask -> g', `g -> ask ? ${condition}`, 'g -> e'),
      ),
    )
  const yes = { ...PLAIN_ANSWER, values: { again: true } }
  const { left, variables } = run(loop('again'), { ask: [yes, yes, { ...yes, values: { again: false } }] })
  expect(left.filter((line) => line.endsWith('ask'))).toHaveLength(3)
  expect(variables).toEqual({ again: false })
  expect(run(loop('again'), { ask: yes }).isCutShort).toBe(true)
})

test('what somebody has to do stops everything that takes time, when it is to wait for people', () => {
  const parallel = modelOf(
    content(
      [
        ...[node('startEvent', 's'), node('parallelGateway', 'p'), node('userTask', 'ask')],
        ...[node('serviceTask', 'pay'), event('intermediateCatchEvent', 'rest', timer(hours(1)))],
      ],
      flows('s -> p -> ask', 'p -> pay -> rest'),
    ),
  )
  const stopped = run(parallel, {}, { waitsForPeople: true })
  expect(stopped.state.tokens.map((token) => stopped.graph.nodes[token.node]?.id)).toEqual(['ask', 'rest'])
  expect(stopped.endedAfter).toBe(0)
  const answered = run(parallel, { ask: PLAIN_ANSWER }, { waitsForPeople: true })
  expect([answered.state.status, answered.endedAfter]).toEqual(['completed', 1])
})

test('messages come only when an answer says so, and errors are thrown', () => {
  const model = modelOf(
    content(
      [
        ...[node('startEvent', 's'), node('serviceTask', 'pay'), node('endEvent', 'e')],
        event('boundaryEvent', 'failed', { kind: 'error', refId: null }, { attachedToId: 'pay' }),
        event('intermediateCatchEvent', 'money', { kind: 'message', refId: 'm' }),
      ],
      flows('s -> pay -> e', 'failed -> money -> e'),
    ),
  )
  const broken = { ...PLAIN_ANSWER, error: 'B' }
  const waiting = run(model, { pay: broken })
  expect(waiting.state).toMatchObject({ status: 'running', waits: [{ kind: 'message', name: 'm' }] })
  const money = { ...PLAIN_ANSWER, values: { paid: 7 }, after: hours(2) }
  const came = run(model, { pay: broken, money })
  expect([came.state.status, came.endedAfter, came.variables]).toEqual(['completed', 2, { paid: 7 }])
})

test('a rule task without an answer asks for its decision, and stands still where there is none', () => {
  const work = { ...node('task', '').work, decisionRef: 'Price' }
  const model = modelOf(
    content([node('startEvent', 's'), node('businessRuleTask', 'rule', { work })], flows('s -> rule')),
  )
  expect(run(model).state.incidents).toMatchObject([{ kind: 'work', text: 'process.decision_unknown' }])
  const decided = run(
    model,
    {},
    { decide: ({ variables }) => ({ values: { price: variables.weight } }), variables: { weight: 3 } },
  )
  expect(decided.variables).toEqual({ weight: 3, price: 3 })
})

test('what begins by an event alone begins only when that is named', () => {
  const model = modelOf(
    content(
      [event('startEvent', 'called', { kind: 'message', refId: 'm' }), node('userTask', 'go')],
      flows('called -> go'),
    ),
  )
  const settings = { variables: {}, answers: {}, waitsForPeople: false, moment: { now: 0, zone: 'UTC' } }
  const decide = () => ({ values: {} })
  for (const at of [null, 'go', 'gone'])
    expect(runOnPaper(model, 'process', { ...settings, decide, at })).toEqual({ ok: false, fault: 'no-node' })
  expect(run(model, {}, { at: 'called' }).left).toEqual(['0 called', '0 go'])
})

test('the same run is the same', () => {
  expect(JSON.stringify(run(LATE).events)).toBe(JSON.stringify(run(LATE).events))
})
