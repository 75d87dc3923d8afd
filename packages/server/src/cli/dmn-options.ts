import { expectOneFile, readCommandLine, UsageFault } from './command.ts'

/** What `millrace dmn eval` was asked for. */
export type DmnOptions = {
  readonly file: string
  readonly decision: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly isJson: boolean
}

const OPTIONS = {
  decision: { type: 'string' },
  input: { type: 'string', default: '{}' },
  json: { type: 'boolean', default: false },
} as const // As the command line is read by it.

/** Reads the command line. @throws UsageFault */
export function readDmnOptions(args: readonly string[]): DmnOptions {
  const { values, positionals } = readCommandLine(args, OPTIONS)
  const file = expectOneFile(positionals)
  if (values.decision === undefined) throw new UsageFault('--decision names the decision to evaluate')
  return { file, decision: values.decision, inputs: readInputs(values.input), isJson: values.json }
}

function readInputs(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new UsageFault('--input is a JSON object, such as \'{"Age": 18}\'')
}
