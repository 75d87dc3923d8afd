import { isTimeZone, WallClock } from '@millrace/core/calendar'
import { CASE_FILE_TRANSITIONS, type PaperCommand, type PaperSaying } from '@millrace/core/case'
import { addLength, isPositive, readLength } from '@millrace/core/process'
import { expectOneFile, readCommandLine, UsageFault } from './command.ts'

/** What `millrace cmmn run` was asked for. */
export type CmmnRunOptions = {
  readonly file: string
  readonly caseId: string | null
  readonly input: Readonly<Record<string, unknown>>
  readonly script: string
  readonly now: number
  readonly zone: string
  readonly isJson: boolean
}

const OPTIONS = {
  script: { type: 'string', default: '[]' },
  input: { type: 'string', default: '{}' },
  case: { type: 'string' },
  now: { type: 'string', default: '2026-01-05T09:00:00Z' },
  zone: { type: 'string', default: 'UTC' },
  json: { type: 'boolean', default: false },
} as const // As the command line is read by it.

/** Reads the command line. @throws UsageFault */
export function readCmmnRunOptions(args: readonly string[]): CmmnRunOptions {
  const { values, positionals } = readCommandLine(args, OPTIONS)
  const file = expectOneFile(positionals)
  const now = Date.parse(values.now)
  if (Number.isNaN(now)) throw new UsageFault('--now is a moment, such as 2026-01-05T09:00:00Z')
  if (!isTimeZone(values.zone)) throw new UsageFault('--zone is a time zone, such as Europe/Berlin')
  const input = parsed(values.input, '--input')
  if (!isRecord(input)) throw new UsageFault('--input is a JSON object, such as \'{"amount": 18}\'')
  const { zone, script, json: isJson } = values
  return { file, now, zone, input, script, isJson, caseId: values.case ?? null }
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageFault(`${what} is no JSON`)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What people say about a step. */
const ABOUT_ITEM: ReadonlySet<string> = new Set([
  ...['manualStart', 'disable', 'reenable', 'terminate', 'suspend', 'resume', 'reactivate', 'fault'],
  ...['complete', 'occur', 'plan', 'file', 'recount'],
])
/** What is said about the case: without an item. */
const ABOUT_CASE: ReadonlySet<string> = new Set([
  ...[
    'suspendCase',
    'resumeCase',
    'completeCase',
    'terminateCase',
    'reactivateCase',
    'closeCase',
    'faultCase',
  ],
  'change',
])

/** What is said one after the other, each at its moment. @throws UsageFault */
export function readScript(
  text: string,
  begin: Pick<CmmnRunOptions, 'now' | 'zone'>,
): readonly PaperSaying[] {
  const written = parsed(text, 'the script')
  if (!Array.isArray(written)) throw new UsageFault('the script is a JSON array of steps')
  const wall = new WallClock(begin.zone)
  let at = begin.now
  return written.map((step: unknown, place) => {
    const where = `step ${place + 1} of the script`
    if (!isRecord(step))
      throw new UsageFault(`${where} is a JSON object, such as {"do": "complete", "item": "visit"}`)
    const length = typeof step.after === 'string' ? readLength(step.after) : null
    if (step.after !== undefined && (length === null || !isPositive(length)))
      throw new UsageFault(`${where}: after is a length of time, such as PT2H`)
    if (length) at = addLength(at, length, { wall, working: null })
    return { at, by: personIn(step), command: commandIn(step, where) }
  })
}

function personIn({ by, roles }: Readonly<Record<string, unknown>>): PaperSaying['by'] {
  if (typeof by !== 'string') return null
  return { personId: by, roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [] }
}

function commandIn(step: Readonly<Record<string, unknown>>, where: string): PaperCommand {
  const kind = kindIn(step, where)
  const { stage, values = {}, value } = step
  if (!isRecord(values)) throw new UsageFault(`${where}: values are a JSON object`)
  const text = kind === 'file' ? transitionIn(step, where) : (textOrNull(step.text) ?? '')
  return { kind, item: textOrNull(step.item), stage: textOrNull(stage), values, text, value }
}

function kindIn({ do: kind, item }: Readonly<Record<string, unknown>>, where: string): PaperCommand['kind'] {
  const isItem = typeof kind === 'string' && ABOUT_ITEM.has(kind)
  if (typeof kind !== 'string' || !(isItem || ABOUT_CASE.has(kind)))
    throw new UsageFault(`${where}: do is one of ${[...ABOUT_ITEM, ...ABOUT_CASE].join(', ')}`)
  if (isItem !== (typeof item === 'string'))
    throw new UsageFault(`${where}: ${kind} ${isItem ? 'needs an item' : 'has no item'}`)
  return kind as PaperCommand['kind'] // One of the lists above.
}

function transitionIn({ transition }: Readonly<Record<string, unknown>>, where: string): string {
  const found = CASE_FILE_TRANSITIONS.find((name) => name === transition)
  if (found) return found
  throw new UsageFault(`${where}: transition is one of ${CASE_FILE_TRANSITIONS.join(', ')}`)
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
