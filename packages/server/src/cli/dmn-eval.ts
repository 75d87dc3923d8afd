import { evaluateDecision, inputsFromJson } from '@millrace/core/decision'
import { PlainFault } from '../platform/fault.ts'
import type { CliCommand } from './command.ts'
import { readDmnOptions } from './dmn-options.ts'
import { type DecisionReport, decisionAsJson, decisionAsText } from './dmn-report.ts'
import { readDmnFile } from './read-dmn-file.ts'

export const dmnEval: CliCommand = {
  usage: [
    'Usage: millrace dmn eval FILE --decision NAME [--input JSON] [--json]',
    '',
    '  --decision  the decision, or the decision service, to evaluate',
    '  --input     values of the input data by their names, such as \'{"Age": 18}\'; dates and durations are texts',
    '  --json      print everything as JSON',
    '',
    'FILE is a DMN model of version 1.1 to 1.5; what it imports is looked for in its folder. No database is needed.',
    'Printed are the result, what was decided on the way, which rules matched or which input did not, and what',
    'was wrong.',
  ].join('\n'),
  run: async ({ args, print }) => {
    const { file, decision, inputs, isJson } = readDmnOptions(args)
    const { program, problems } = await readDmnFile(file)
    const names = [...program.model.decisions, ...program.model.services].map(({ name }) => name)
    if (!names.includes(decision)) {
      throw new PlainFault(`${file} has no decision ${decision}. There are: ${names.join(', ') || 'none'}.`)
    }
    const outcome = evaluateDecision(program, {
      decision,
      inputs: inputsFromJson(program, inputs),
      now: Date.now(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
    const report: DecisionReport = { decision, program, problems, outcome }
    const lines = isJson ? [decisionAsJson(report)] : decisionAsText(report)
    for (const line of lines) print(line)
    return 0
  },
}
