import { newDecisionTable } from '@millrace/formats/dmn'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { processCommands, processQueries, processReactions } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries],
  reactions: processReactions,
})
afterAll(() => scene.close())

type Rule = readonly [test: string, who: string]

/** Who approves an amount. */
function approval(rules: readonly Rule[], key = 'approval'): string {
  const column = { label: null, allowedValues: null }
  const amount = { ...column, expression: { text: 'Amount', line: 0 }, typeRef: 'number' }
  return newDecisionTable({
    ...{ name: 'Who approves', key },
    table: {
      ...{ hitPolicy: 'UNIQUE', aggregation: null, annotations: [], inputs: [amount] },
      outputs: [{ ...column, name: null, typeRef: 'string', defaultValue: null }],
      rules: rules.map(([test, who]) => ({ inputs: [test], outputs: [`"${who}"`], annotations: [] })),
    },
  })
}

const RULES: readonly Rule[] = [
  ['<= 1000', 'foreman'],
  ['> 1000', 'owner'],
]

type Saving = { readonly id?: string; readonly who?: Who }

const save = (containerId: string, dmn: string, { id = newId(), who = 'manager' }: Saving = {}) =>
  scene.run(who, 'process.saveDecision', { id, containerId, name: 'Approval', dmn })
const publish = (id: string, who: Who = 'manager') =>
  scene.run(who, 'process.publishDecision', { id, note: 'As agreed' })
const evaluate = (containerId: string, amount: unknown, more = {}) =>
  scene.run('contributor', 'process.evaluateDecision', {
    ...{ containerId, key: 'approval', inputs: { Amount: amount } },
    ...more,
  })

async function openProcess() {
  const containerId = await scene.addContainer('process')
  const { id } = await save(containerId, approval(RULES))
  return { containerId, id }
}

test('a decision is answered as it was published, whatever its draft says meanwhile', async () => {
  const { containerId, id } = await openProcess()
  expect(await refusalOf(evaluate(containerId, 5))).toBe('process.decision_unknown')
  const published = await publish(id)
  expect(published).toMatchObject({
    ...{ publishedNumber: 1, isChanged: false, keys: [{ key: 'approval', name: 'Who approves' }] },
    versions: [{ number: 1, note: 'As agreed', publishedBy: scene.personId('manager') }],
  })
  const changed = await save(containerId, approval([['-', 'nobody']]), { id })
  expect(changed).toMatchObject({ isChanged: true, publishedNumber: 1 })
  expect((await evaluate(containerId, 5)).explanation?.output).toBe('foreman')
  await publish(id)
  expect((await evaluate(containerId, 5)).explanation?.output).toBe('nobody')
  expect((await evaluate(containerId, 5, { number: 1 })).explanation?.output).toBe('foreman')
  expect(await scene.ask('viewer', 'process.getDecisionVersion', { id, number: 1 })).toEqual({
    dmn: approval(RULES),
  })
  expect(await refusalOf(publish(id))).toBe('process.decision_unchanged')
})

test('the log says what was decided, by which rules, and why there was no answer, page by page', async () => {
  const { containerId, id } = await openProcess()
  await publish(id)
  for (const [after, amount] of [20, 2000, 'much'].entries()) {
    scene.now = Date.parse('2026-03-02T09:00:00Z') + after
    await evaluate(containerId, amount)
  }
  scene.now = null
  const page = await scene.ask('viewer', 'process.listDecisionLog', { containerId, limit: 2 })
  expect(page.entries).toMatchObject([
    { inputs: { Amount: 'much' }, fault: 'dmn.type', explanation: { output: null } },
    {
      ...{ inputs: { Amount: 2000 }, key: 'approval', number: 1, decisionName: 'Approval', instance: null },
      explanation: {
        output: 'owner',
        tables: [{ matched: [1], chosen: [1], inputs: [{ name: 'Amount', value: 2000 }] }],
      },
    },
  ])
  const rest = await scene.ask('viewer', 'process.listDecisionLog', {
    ...{ containerId, decisionId: id, cursor: page.next ?? '' },
  })
  expect([rest.entries.map(({ inputs }) => inputs), rest.next]).toEqual([[{ Amount: 20 }], null])
  const wrong = scene.ask('viewer', 'process.listDecisionLog', { containerId, cursor: 'x' })
  expect(await refusalOf(wrong)).toBe('platform.cursor_wrong')
})

test('examples are tried on the draft', async () => {
  const { containerId, id } = await openProcess()
  const keep = (name: string, amount: number, expected: unknown) =>
    scene.run('manager', 'process.saveDecisionCase', {
      ...{ id: newId(), decisionId: id, key: 'approval', name, inputs: { Amount: amount }, expected },
    })
  await keep('small', 10, 'foreman')
  const { cases } = await keep('large', 5000, 'owner')
  const passes = async () => {
    const { results } = await scene.ask('viewer', 'process.runDecisionCases', { id })
    return Object.fromEntries(results.map((one) => [one.name, one.passes]))
  }
  expect(await passes()).toEqual({ small: true, large: true })
  await save(containerId, approval([['-', 'foreman']]), { id })
  expect(await passes()).toEqual({ small: true, large: false })
  const [first] = cases
  if (!first) return expect.fail('no example')
  const left = await scene.run('manager', 'process.removeDecisionCase', { decisionId: id, id: first.id })
  expect(left.cases.length).toBe(1)
  const again = scene.run('manager', 'process.removeDecisionCase', { decisionId: id, id: first.id })
  expect(await refusalOf(again)).toBe('platform.not_found')
})

test('what cannot be read or decided is refused with its place, and nothing changes', async () => {
  const { containerId, id } = await openProcess()
  const before = await scene.ask('viewer', 'process.getDecision', { id })
  expect(await refusalOf(save(containerId, '<a/>', { id }))).toBe('process.decision_unreadable')
  expect(await scene.ask('viewer', 'process.getDecision', { id })).toEqual(before)
  await save(containerId, approval([['calm', 'foreman']]), { id })
  await expect(publish(id)).rejects.toMatchObject({
    refusal: {
      code: 'process.decision_faulty',
      params: { problem: 'feel.unknown_name', name: 'calm', element: 'Who approves / rule 1 / Amount' },
    },
  })
  expect((await scene.ask('viewer', 'process.getDecision', { id })).publishedNumber).toBeNull()
  const empty = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="E" namespace="e"/>'
  await save(containerId, empty, { id })
  expect(await refusalOf(publish(id))).toBe('process.decision_empty')
  const late = { id, containerId, name: 'Late', dmn: empty, version: 1 }
  expect(await refusalOf(scene.run('manager', 'process.saveDecision', late))).toBe('platform.version_old')
})

test('two models of a process do not offer the same decision; archived ones offer none', async () => {
  const { containerId, id } = await openProcess()
  await publish(id)
  const other = await save(containerId, approval([['-', 'nobody']]))
  expect(await refusalOf(publish(other.id))).toBe('process.decision_key_taken')
  await scene.run('manager', 'process.removeDecision', { id })
  expect(await refusalOf(evaluate(containerId, 5))).toBe('process.decision_unknown')
  await publish(other.id)
  expect((await evaluate(containerId, 5)).explanation?.output).toBe('nobody')
  const restore = () => scene.run('manager', 'process.restoreDecision', { id })
  expect(await refusalOf(restore())).toBe('process.decision_key_taken')
  expect(await refusalOf(save(containerId, approval(RULES), { id }))).toBe('process.decision_archived')
  await scene.run('manager', 'process.removeDecision', { id: other.id })
  expect((await restore()).archivedAt).toBeNull()
  const { decisions } = await scene.ask('viewer', 'process.listDecisions', { containerId })
  expect(decisions.map((one) => [one.id, one.archivedAt === null])).toEqual([
    [id, true],
    [other.id, false],
  ])
})

test('who does not manage the process changes nothing, and who does not see it finds nothing', async () => {
  const { containerId, id } = await openProcess()
  const dmn = approval(RULES)
  for (const who of ['viewer', 'contributor'] as const) {
    expect(await refusalOf(save(containerId, dmn, { id, who }))).toBe('platform.not_allowed')
    expect(await refusalOf(publish(id, who))).toBe('platform.not_allowed')
  }
  const attempts = [
    save(containerId, dmn, { who: 'stranger' }),
    publish(id, 'stranger'),
    scene.ask('stranger', 'process.getDecision', { id }),
    scene.ask('stranger', 'process.listDecisions', { containerId }),
    scene.ask('stranger', 'process.listDecisionLog', { containerId }),
    scene.ask('stranger', 'process.runDecisionCases', { id }),
  ]
  const refused = await Promise.all(attempts.map(refusalOf))
  expect(new Set(refused)).toEqual(new Set(['platform.not_found']))
  expect(await refusalOf(save(await scene.addContainer('process'), dmn, { id }))).toBe('platform.exists')
})
