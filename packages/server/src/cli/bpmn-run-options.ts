import { isTimeZone } from '@millrace/core/calendar'
import { isPositive, type RunAnswer, type RunAnswers, readLength } from '@millrace/core/process'
import { expectOneFile, readCommandLine, UsageFault } from './command.ts'

/** What `millrace bpmn run` was asked for. */
export type BpmnRunOptions = {
  readonly file: string
  readonly input: Readonly<Record<string, unknown>>
  readonly processId: string | null
  readonly startAt: string | null
  readonly answersFile: string | null
  readonly dmnFile: string | null
  readonly now: number
  readonly zone: string
  readonly waitsForPeople: boolean
}

const OPTIONS = {
  input: { type: 'string', default: '{}' },
  process: { type: 'string' },
  start: { type: 'string' },
  answers: { type: 'string' },
  dmn: { type: 'string' },
  now: { type: 'string', default: '2026-01-05T09:00:00Z' },
  zone: { type: 'string', default: 'UTC' },
  'until-waiting': { type: 'boolean', default: false },
} as const // As the command line is read by it.

/** Reads the command line. @throws UsageFault */
export function readBpmnRunOptions(args: readonly string[]): BpmnRunOptions {
  const { values, positionals } = readCommandLine(args, OPTIONS)
  const file = expectOneFile(positionals)
  const now = Date.parse(values.now)
  if (Number.isNaN(now)) throw new UsageFault('--now is a moment, such as 2026-01-05T09:00:00Z')
  if (!isTimeZone(values.zone)) throw new UsageFault('--zone is a time zone, such as Europe/Berlin')
  return {
    ...{ file, now, zone: values.zone, waitsForPeople: values['until-waiting'] },
    input: recordIn(values.input, '--input'),
    processId: values.process ?? null,
    startAt: values.start ?? null,
    answersFile: values.answers ?? null,
    dmnFile: values.dmn ?? null,
  }
}

/** A JSON object in a text. @throws UsageFault */
function recordIn(text: string, what: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new UsageFault(`${what} is a JSON object, such as '{"cost": 18}'`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Answers by the ids of elements, out of a file. @throws UsageFault */
export function readAnswers(text: string, file: string): RunAnswers {
  const written = recordIn(text, file)
  return Object.fromEntries(
    Object.entries(written).map(([element, answer]) => [
      element,
      Array.isArray(answer)
        ? answer.map((one: unknown) => readAnswer(one, `${file}, ${element}`))
        : readAnswer(answer, `${file}, ${element}`),
    ]),
  )
}

function readAnswer(written: unknown, where: string): RunAnswer {
  if (!isRecord(written)) throw new UsageFault(`${where}: an answer is a JSON object of values`)
  const { $error: error = null, $after: after = null, ...values } = written
  if (error !== null && typeof error !== 'string')
    throw new UsageFault(`${where}: $error is the code of an error`)
  if (after === null) return { values, error, after }
  const length = typeof after === 'string' ? readLength(after) : null
  if (typeof after !== 'string' || length === null || !isPositive(length))
    throw new UsageFault(`${where}: $after is a length of time, such as PT2H`)
  return { values, error, after }
}
