import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { PlainFault } from '../platform/fault.ts'
import { bpmnCheck } from './bpmn-check.ts'
import { UsageFault } from './command.ts'
import { MillraceProcesses } from './testing/millrace-process.ts'

const processes = await MillraceProcesses.open()
afterAll(() => processes.close())

const modelOf = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="repair" name="Repair" isExecutable="true">${inside}</process></definitions>`

const GATE = `<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="g"/><exclusiveGateway id="g" default="no"/>
  <sequenceFlow id="yes" sourceRef="g" targetRef="fix"><conditionExpression>cost &lt; 500 and urgent</conditionExpression></sequenceFlow>
  <sequenceFlow id="no" sourceRef="g" targetRef="ask"/><userTask id="fix"/><userTask id="ask"/>`

/** Runs the command without any database. */
async function check(text: string, ...more: readonly string[]) {
  const path = join(processes.folder, 'model.bpmn')
  await writeFile(path, text)
  const lines: string[] = []
  const none = () => Promise.reject(new Error('no database is needed'))
  const context = { args: [path, ...more], config: readConfig({}), openDatabase: none, takeDatabase: none }
  const code = await bpmnCheck.run({ ...context, print: (line) => lines.push(line) })
  return { code, said: lines.join('\n') }
}

test('a process that can be executed is said to be so', async () => {
  const { code, said } = await check(modelOf(GATE))
  expect(code).toBe(0)
  expect(said).toContain('Repair (repair): 4 elements, can be executed.')
})

test('everything that stands against it is said, where it stands', async () => {
  const broken = GATE.replace('targetRef="ask"', 'targetRef="gone"').replace('cost &lt; 500', 'cost &lt;')
  const { code, said } = await check(
    modelOf(`${broken}<boundaryEvent id="late" attachedToRef="fix"><timerEventDefinition/></boundaryEvent>`),
  )
  expect(code).toBe(1)
  expect(said).toContain('no refers to gone, which is not there.')
  expect(said).toContain('What is written at yes is not understood')
  expect(said).toContain('late does not say what it waits for.')
})

test.each([
  ['<timeDuration>PT8X</timeDuration>', 'no date, duration or cycle that can be read'],
  ['<timeCycle>R/PT0S</timeCycle>', 'must take time'],
  ['<timeDate>2026-02-30</timeDate>', 'no date, duration or cycle'],
])('a time that cannot be read is refused: %s', async (time, said) => {
  const late = `<boundaryEvent id="late" attachedToRef="fix"><timerEventDefinition>${time}</timerEventDefinition></boundaryEvent>`
  const checked = await check(modelOf(GATE + late))
  expect(checked.code).toBe(1)
  expect(checked.said).toContain(`What is written at late is not understood: `)
  expect(checked.said).toContain(said)
})

test('what does not work as it is drawn, and what could be clearer, is said with what to do', async () => {
  const joined = `${GATE}<parallelGateway id="both"/><endEvent id="e"/><sequenceFlow id="a" sourceRef="fix" targetRef="both"/>
    <sequenceFlow id="b" sourceRef="ask" targetRef="both"/><sequenceFlow id="c" sourceRef="both" targetRef="e"/>`
  const { code, said } = await check(modelOf(joined))
  expect(code).toBe(1)
  expect(said).toContain('error: both waits for every branch, but not every branch always comes')
  expect(said).toContain('Join with the kind of gateway that parted the branches.')
  expect(said).toContain('hint: g does not say what is decided.')
})

test('programs read it as JSON', async () => {
  const { said } = await check(modelOf(GATE), '--json')
  expect(JSON.parse(said)).toMatchObject([{ id: 'repair', name: 'Repair', elements: 4 }])
  expect(said).toContain('"rule": "no-end-event"')
})

test('a file that is no model and a command line without sense are told', async () => {
  await expect(check('no model')).rejects.toThrow(PlainFault)
  await expect(check('<definitions/>')).rejects.toThrow(/has no process/)
  await expect(check('<html/>')).rejects.toThrow(/its root is html/)
  await expect(check(modelOf(GATE), 'other.bpmn')).rejects.toThrow(UsageFault)
})
