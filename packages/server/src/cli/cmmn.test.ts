import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { PlainFault } from '../platform/fault.ts'
import { cmmnCheck } from './cmmn-check.ts'
import { cmmnRun } from './cmmn-run.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { MillraceProcesses } from './testing/millrace-process.ts'

const processes = await MillraceProcesses.open()
afterAll(() => processes.close())

const on = (source: string, event: string) =>
  `<planItemOnPart sourceRef="${source}"><standardEvent>${event}</standardEvent></planItemOnPart>`
const CLAIM = `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL"><case id="claim" name="Claim">
  <caseFileModel><caseFileItem id="report" name="Report" multiplicity="ExactlyOne"/></caseFileModel>
  <casePlanModel id="plan"><planItem id="visit" name="Visit" definitionRef="t"/>
  <planItem id="offer" name="Make offer" definitionRef="t"><entryCriterion id="ready" sentryRef="s1"/></planItem>
  <planItem id="remind" name="Three days later" definitionRef="timer"/>
  <planItem id="call" name="Call" definitionRef="t"><entryCriterion id="late" sentryRef="s2"/></planItem>
  <sentry id="s1">${on('visit', 'complete')}<caseFileItemOnPart sourceRef="report"><standardEvent>create</standardEvent></caseFileItemOnPart>
    <ifPart><condition>amount &gt; 10</condition></ifPart></sentry><sentry id="s2">${on('remind', 'occur')}</sentry>
  <planningTable authorizedRoleRefs="lead"><discretionaryItem id="expert" name="Expert" definitionRef="t"/></planningTable>
  <humanTask id="t"/><timerEventListener id="timer"><timerExpression>P3D</timerExpression></timerEventListener></casePlanModel>
  <caseRoles><role id="lead" name="Lead"/></caseRoles></case></definitions>`

/** Runs a command without any database. */
async function told(command: CliCommand, text: string, ...more: readonly string[]) {
  const path = join(processes.folder, 'claim.cmmn')
  await writeFile(path, text)
  const lines: string[] = []
  const none = () => Promise.reject(new Error('no database is needed'))
  const context = { args: [path, ...more], config: readConfig({}), openDatabase: none, takeDatabase: none }
  const code = await command.run({ ...context, print: (line) => lines.push(line) })
  return { code, said: lines.join('\n') }
}

test('a plan that can be executed is said to be so', async () => {
  expect(await told(cmmnCheck, CLAIM)).toEqual({ code: 0, said: 'Claim (claim): 5 items, can be executed.' })
})

test('everything that stands against it is said, with its line or its place', async () => {
  const broken = CLAIM.replace('amount &gt; 10', 'amount &gt;')
    .replace('sourceRef="remind"', 'sourceRef="gone"')
    .replace('<humanTask id="t"/>', '<humanTask id="t"/><planFragment id="f"/>')
  const { code, said } = await told(cmmnCheck, broken)
  expect(code).toBe(1)
  expect(said).toContain('Claim (claim): 5 items, cannot be executed.')
  expect(said).toMatch(/error: planFragment at f \(line \d+\) is not executed\./)
  expect(said).toContain('late refers to gone, which is not there.')
  expect(said).toMatch(/What is written at ready is not understood: .* \(sign 9\)/)
})

test('plans that cannot begin or never come to rest are refused by name', async () => {
  const circle = CLAIM.replace(on('visit', 'complete'), on('offer', 'complete'))
  expect((await told(cmmnCheck, circle)).said).toContain(
    'offer can never begin, as each waits for the next: offer ← offer.',
  )
  const endless = CLAIM.replace(
    'definitionRef="timer"/>',
    'definitionRef="timer"/><planItem id="m" definitionRef="dm"><itemControl><repetitionRule/></itemControl></planItem>',
  ).replace('<humanTask id="t"/>', '<humanTask id="t"/><milestone id="dm"/>')
  expect((await told(cmmnCheck, endless)).said).toContain('m would repeat without an end')
})

test('a case is led through its plan, and every step says what moved and why', async () => {
  const script = JSON.stringify([
    { do: 'complete', item: 'Visit', by: 'anna', values: { amount: 18 } },
    { do: 'plan', item: 'Expert', by: 'ben' },
    { do: 'plan', item: 'Expert', by: 'ben', roles: ['Lead'], after: 'PT2H' },
    { do: 'file', item: 'report', transition: 'create', after: 'P4D' },
  ])
  const { code, said } = await told(cmmnRun, CLAIM, '--script', script)
  expect(code).toBe(1)
  expect(said).toContain('  Visit: start, available -> active, with the case')
  expect(said).toContain('2026-01-05T09:00:00.000Z  complete Visit by anna')
  expect(said).toContain('  refused: To add Expert, one of these roles is needed: Lead. [case.role_needed]')
  expect(said).toContain(
    '2026-01-05T11:00:00.000Z  plan Expert by ben\n  Expert: create, available, because ben said so',
  )
  expect(said).toContain('2026-01-08T09:00:00.000Z  due Three days later')
  expect(said).toContain('  Call: start, available -> active, by criterion late after Three days later')
  expect(said).toContain(
    '  Make offer: start, available -> active, by criterion ready after Visit and the case file',
  )
  expect(said).toContain(
    '  = case active; completed: Visit, Three days later; active: Make offer, Call, Expert',
  )
})

test('the same is printed for programs', async () => {
  const { said } = await told(cmmnRun, CLAIM, '--json', '--input', '{"amount": 3}')
  expect(JSON.parse(said)).toMatchObject({
    case: { id: 'claim', name: 'Claim' },
    steps: [{ do: 'start', refusal: null, demands: [{ kind: 'begin-work', defId: 'visit' }] }],
    state: { state: 'active', variables: { amount: 3 } },
  })
})

test.each<[string, typeof UsageFault | typeof PlainFault, readonly string[]]>([
  ['a script that is no array', UsageFault, ['--script', '[1']],
  ['a step that nobody knows', UsageFault, ['--script', '[{"do": "dance"}]']],
  ['a step without its item', UsageFault, ['--script', '[{"do": "complete"}]']],
  ['a length that is none', UsageFault, ['--script', '[{"do": "suspendCase", "after": "soon"}]']],
  [
    'a document to which something unknown happens',
    UsageFault,
    ['--script', '[{"do": "file", "item": "report", "transition": "eat"}]'],
  ],
  ['a case that is not in the file', PlainFault, ['--case', 'other']],
  ['a script that is not there', PlainFault, ['--script', 'nowhere.json']],
])('%s is refused', async (_title, fault, options) => {
  await expect(told(cmmnRun, CLAIM, ...options)).rejects.toThrow(fault)
})

test('a plan that cannot be executed is not run', async () => {
  await expect(told(cmmnRun, CLAIM.replace('amount &gt; 10', '>'))).rejects.toThrow('cannot be executed')
})

test('what is said to something that is not there is refused, and the case goes on', async () => {
  const script = '[{"do": "complete", "item": "Nothing"}, {"do": "complete", "item": "visit"}]'
  const { code, said } = await told(cmmnRun, CLAIM, '--script', script)
  expect(code).toBe(1)
  expect(said).toContain('[case.item_not_found]')
  expect(said).toContain('completed: Visit')
})
