import { parseArgs } from 'node:util'
import { UsageFault } from './command.ts'

/** What `millrace schedule` was asked for. */
export type ScheduleOptions = {
  readonly file: string
  /** Where the plan is written to; null: nowhere. */
  readonly out: string | null
  readonly isJson: boolean
  /** Whether tasks wait until there is enough of what they need. */
  readonly isLevelled: boolean
}

/** Reads the command line. @throws UsageFault */
export function readScheduleOptions(args: readonly string[]): ScheduleOptions {
  const { values, positionals } = parse(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageFault('one file is expected')
  return { file, out: values.out ?? null, isJson: values.json, isLevelled: values.level }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        level: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}
