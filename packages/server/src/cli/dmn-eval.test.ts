import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { PlainFault } from '../platform/fault.ts'
import { UsageFault } from './command.ts'
import { dmnEval } from './dmn-eval.ts'
import { MillraceProcesses } from './testing/millrace-process.ts'

const processes = await MillraceProcesses.open()
afterAll(() => processes.close())

const DMN = 'https://www.omg.org/spec/DMN/20230324/MODEL/'

const PERMIT = `<definitions xmlns="${DMN}" namespace="permit" name="Permit">
  <import name="fees" namespace="fees" importType="${DMN}"/>
  <inputData id="area" name="Area"><variable name="Area" typeRef="number"/></inputData>
  <inputData id="start" name="Start"><variable name="Start" typeRef="date"/></inputData>
  <decision id="kind" name="Kind"><variable name="Kind" typeRef="string"/>
    <informationRequirement><requiredInput href="#area"/></informationRequirement>
    <decisionTable><input><inputExpression typeRef="number"><text>Area</text></inputExpression></input><output/>
      <rule><inputEntry><text>&lt; 50</text></inputEntry><outputEntry><text>"small"</text></outputEntry></rule>
      <rule><inputEntry><text>&gt;= 50</text></inputEntry><outputEntry><text>"large"</text></outputEntry></rule>
    </decisionTable></decision>
  <decision id="fee" name="Fee"><variable name="Fee"/>
    <informationRequirement><requiredDecision href="#kind"/></informationRequirement>
    <informationRequirement><requiredInput href="#start"/></informationRequirement>
    <knowledgeRequirement><requiredKnowledge href="fees#rate"/></knowledgeRequirement>
    <literalExpression><text>{kind: Kind, fee: fees.rate(Kind) * 0.1, until: Start + duration("P1M"), odd: 1 + "a"}</text></literalExpression>
  </decision></definitions>`

const FEES = `<definitions xmlns="${DMN}" namespace="fees" name="Fees">
  <businessKnowledgeModel id="rate" name="rate"><encapsulatedLogic><formalParameter name="kind"/>
    <literalExpression><text>if kind = "small" then 3 else 7</text></literalExpression></encapsulatedLogic>
  </businessKnowledgeModel></definitions>`

async function permit(): Promise<string> {
  const path = join(processes.folder, 'permit.dmn')
  await writeFile(path, PERMIT)
  await writeFile(join(processes.folder, 'fees.dmn'), FEES)
  return path
}

/** Runs the command without any database. */
async function evaluate(...args: readonly string[]): Promise<string> {
  const lines: string[] = []
  const none = () => Promise.reject(new Error('no database is needed'))
  const context = { args, config: readConfig({}), openDatabase: none, takeDatabase: none }
  const code = await dmnEval.run({ ...context, print: (line) => lines.push(line) })
  expect(code).toBe(0)
  return lines.join('\n')
}

const INPUT = '{"Area": 60, "Start": "2026-01-31"}'

test('a decision is told with what led to it', async () => {
  const said = await evaluate(await permit(), '--decision', 'Fee', '--input', INPUT)
  expect(said).toContain('Fee: {kind: "large", fee: 0.7, until: 2026-02-28, odd: null}')
  expect(said).toContain('Kind: "large"')
  expect(said).toContain('rule 1 does not match: Area')
  expect(said).toContain('rule 2 matches')
  expect(said).toContain('The operator + does not join number and string.')
})

test('as JSON it can be read by programs', async () => {
  const said: unknown = JSON.parse(
    await evaluate(await permit(), '--decision', 'Fee', '--input', INPUT, '--json'),
  )
  expect(said).toMatchObject({
    decision: 'Fee',
    value: { kind: 'large', fee: 0.7, until: '2026-02-28', odd: null },
    tables: [
      {
        table: 'Kind',
        rules: [
          { matches: false, failedInput: 'Area' },
          { matches: true, isChosen: true },
        ],
      },
    ],
    warnings: [{ code: 'feel.operands' }],
    problems: [],
  })
})

test('a file that is no model, a decision that is not there and a command line without sense are told', async () => {
  const path = await permit()
  await writeFile(`${path}.txt`, 'no model')
  await expect(evaluate(`${path}.txt`, '--decision', 'Fee')).rejects.toThrow(PlainFault)
  await expect(evaluate(`${path}.gone`, '--decision', 'Fee')).rejects.toThrow(/cannot be read/)
  await expect(evaluate(path, '--decision', 'Price')).rejects.toThrow(/There are: Kind, Fee\./)
  await expect(evaluate(path)).rejects.toThrow(UsageFault)
  await expect(evaluate(path, '--decision', 'Fee', '--input', '[1]')).rejects.toThrow(UsageFault)
})
