import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { messageOf } from '../platform/fault.ts'

/** What a command may use. */
export type CliContext = {
  /** What follows the command's name. */
  readonly args: readonly string[]
  readonly config: Config
  /** Writes a line for the person at the terminal. */
  readonly print: (line: string) => void
  /** The database, beside a running server or started for this command alone. Closed when the command ends. */
  readonly openDatabase: () => Promise<Database>
  /** The database for this command alone; refused while a server runs. Closed when the command ends. */
  readonly takeDatabase: () => Promise<Database>
}

/** One command of `millrace`, as the table of commands names it. */
export type CliEntry = {
  /** One word or two, such as `seed demo`. */
  readonly name: string
  /** Half a sentence for the list of commands. */
  readonly summary: string
  readonly load: () => Promise<CliCommand>
}

/** What a command does. */
export type CliCommand = {
  /** The command line, such as `millrace backup FILE`, and a line for each option. */
  readonly usage: string
  /** @returns the exit code: 0 when all went well */
  readonly run: (context: CliContext) => Promise<number>
}

/** Thrown for a command line that makes no sense; the command's usage is shown. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault'
}

/**
 * For commands that take nothing after their name: what somebody adds there was meant to do something.
 *
 * @throws UsageFault
 */
export function expectNoArguments(args: readonly string[]): void {
  const [first] = args
  if (first !== undefined) throw new UsageFault(`"${first}" is not understood; nothing follows this command`)
}

/**
 * For commands that take options alone.
 *
 * @throws UsageFault
 */
export function expectOnlyOptions([first]: readonly string[]): void {
  if (first !== undefined)
    throw new UsageFault(`"${first}" is not understood; only options follow this command`)
}

/**
 * What follows the name of a command: its options by name, and everything else in its order.
 *
 * @throws UsageFault for an option that the command does not know, or that lacks its value
 */
export function readCommandLine<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new UsageFault(messageOf(error))
  }
}

/**
 * For commands that take one file.
 *
 * @throws UsageFault
 */
export function expectOneFile([file, ...more]: readonly string[]): string {
  if (file === undefined || more.length > 0) throw new UsageFault('one file is expected')
  return file
}
