import { resolve } from 'node:path'
import { readCommandLine, UsageFault } from './command.ts'

/** What `millrace schedule` was asked for. */
export type ScheduleOptions = {
  /** One or several, each once. */
  readonly files: readonly string[]
  /** Where the plan is written to, or the folder for several; null: nowhere. */
  readonly out: string | null
  readonly isJson: boolean
  /** Whether tasks wait until there is enough of what they need. */
  readonly isLevelled: boolean
}

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  level: { type: 'boolean', default: false },
} as const // As the command line is read by it.

/** Reads the command line. @throws UsageFault */
export function readScheduleOptions(args: readonly string[]): ScheduleOptions {
  const { values, positionals: files } = readCommandLine(args, OPTIONS)
  if (files.length === 0) throw new UsageFault('a file is expected')
  if (files.includes('')) throw new UsageFault('a file without a name is none')
  if (values.out?.trim() === '') throw new UsageFault('--out needs a name')
  const twice = files.find((file, place) => files.some((other, at) => at < place && isSame(other, file)))
  if (twice !== undefined) throw new UsageFault(`${twice} is named twice`)
  return { files, out: values.out ?? null, isJson: values.json, isLevelled: values.level }
}

function isSame(one: string, other: string): boolean {
  return resolve(one) === resolve(other)
}
