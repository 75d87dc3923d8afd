import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { PlainFault } from '../platform/fault.ts'
import { bpmnRun } from './bpmn-run.ts'
import { UsageFault } from './command.ts'
import { MillraceProcesses } from './testing/millrace-process.ts'

const processes = await MillraceProcesses.open()
afterAll(() => processes.close())

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const flow = (id: string, from: string, to: string, inside = '') =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`
const when = (text: string) => `<conditionExpression>${text}</conditionExpression>`

const REPAIR = `<definitions xmlns="${MODEL}" xmlns:camunda="c" id="d"><message id="m" name="Parts"/>
  <process id="repair" name="Repair" isExecutable="true"><startEvent id="s"/>${flow('f1', 's', 'ask')}
  <userTask id="ask"/><boundaryEvent id="late" attachedToRef="ask" cancelActivity="false"><timerEventDefinition><timeDuration>PT4H</timeDuration></timerEventDefinition></boundaryEvent>
  ${flow('f2', 'late', 'remind')}<task id="remind"/>${flow('f3', 'ask', 'g')}<exclusiveGateway id="g" default="f5"/>
  ${flow('f4', 'g', 'parts', when('cost &gt; 100'))}${flow('f5', 'g', 'rule')}
  <intermediateCatchEvent id="parts"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>${flow('f6', 'parts', 'rule')}
  <businessRuleTask id="rule" camunda:decisionRef="price" camunda:resultVariable="price"/>${flow('f7', 'rule', 'e')}<endEvent id="e"/></process></definitions>`

const PRICE = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="p" namespace="p"><inputData id="i" name="cost"/>
  <decision id="price" name="Price"><informationRequirement><requiredInput href="#i"/></informationRequirement><literalExpression><text>cost * 2</text></literalExpression></decision></definitions>`

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(processes.folder, name)
  await writeFile(path, text)
  return path
}

/** What is printed, read. */
type Printed = {
  readonly status: string
  readonly endedAt: string
  readonly trace: readonly Readonly<Record<string, unknown>>[]
  readonly variables: unknown
  readonly tokens: readonly { readonly element: string }[]
  readonly waits: readonly unknown[]
  readonly incidents: readonly unknown[]
}

/** Runs the command without any database. */
async function run(model: string, ...more: readonly string[]) {
  const path = await fileOf('model.bpmn', model)
  const lines: string[] = []
  const none = () => Promise.reject(new Error('no database is needed'))
  const context = { args: [path, ...more], config: readConfig({}), openDatabase: none, takeDatabase: none }
  const code = await bpmnRun.run({ ...context, print: (line) => lines.push(line) })
  return { code, text: lines.join('\n'), printed: JSON.parse(lines.join('\n')) as Printed }
}

test('a process runs by its answers and its decisions on a clock of its own', async () => {
  const answers = await fileOf(
    'answers.json',
    '{"ask": {"cost": 150, "$after": "PT5H"}, "parts": {"$after": "P1D", "came": true}}',
  )
  const dmn = await fileOf('price.dmn', PRICE)
  const { code, printed } = await run(REPAIR, '--input', '{"cost": 1}', '--answers', answers, '--dmn', dmn)
  expect(code).toBe(0)
  expect(printed).toMatchObject({
    ...{ status: 'completed', endedAt: '2026-01-06T14:00:00.000Z', tokens: [], waits: [], incidents: [] },
    variables: { cost: 150, came: true, price: 300 },
  })
  const left = printed.trace.filter(({ happened }) => happened === 'left')
  expect(left.map(({ element }) => element)).toEqual([
    's',
    'late',
    'remind',
    'ask',
    'g',
    'parts',
    'rule',
    'e',
  ])
  expect(left[1]).toMatchObject({ at: '2026-01-05T13:00:00.000Z' })
})

test('it stops at what somebody has to do, or where it waits for what does not come', async () => {
  const { printed } = await run(REPAIR, '--until-waiting')
  expect(printed).toMatchObject({
    status: 'running',
    tokens: [{ element: 'ask' }],
    waits: [{ element: 'late', kind: 'timer', dueAt: '2026-01-05T13:00:00.000Z' }],
  })
  const waiting = await run(REPAIR, '--input', '{"cost": 500}')
  expect(waiting.printed.waits).toMatchObject([{ element: 'parts', kind: 'message', name: 'Parts' }])
})

test('what nobody can decide is an incident, and the exit code says so', async () => {
  const { code, printed } = await run(REPAIR, '--input', '{"cost": 5}')
  expect(code).toBe(1)
  expect(printed.incidents).toEqual([{ element: 'rule', kind: 'work', text: 'process.decision_unknown' }])
})

test('the same command prints the same', async () => {
  const [one, other] = [
    await run(REPAIR, '--input', '{"cost": 5}'),
    await run(REPAIR, '--input', '{"cost": 5}'),
  ]
  expect(one.text).toBe(other.text)
})

test('command lines, answers and models without sense are told', async () => {
  await expect(run(REPAIR, '--input', '[1]')).rejects.toThrow(UsageFault)
  await expect(run(REPAIR, '--now', 'soon')).rejects.toThrow(/--now/)
  await expect(run(REPAIR, '--zone', 'Mars')).rejects.toThrow(/--zone/)
  await expect(run(REPAIR, '--process', 'gone')).rejects.toThrow(/There are: repair/)
  await expect(run(REPAIR, '--start', 'gone')).rejects.toThrow(/There are: s/)
  await expect(run(REPAIR, '--answers', '/gone.json')).rejects.toThrow(PlainFault)
  const soon = await fileOf('soon.json', '{"ask": {"$after": "soon"}}')
  await expect(run(REPAIR, '--answers', soon)).rejects.toThrow(/ask: \$after/)
  const plain = await fileOf('plain.json', '{"ask": 5}')
  await expect(run(REPAIR, '--answers', plain)).rejects.toThrow(/ask: an answer/)
  await expect(run(REPAIR.replace('targetRef="g"', 'targetRef="gone"'))).rejects.toThrow(/f3 refers to gone/)
  await expect(run('<html/>')).rejects.toThrow(/no model that can be read/)
})
