import { readConfig } from '../platform/config.ts'
import { type Database, joinDatabase, takeDatabase } from '../platform/database.ts'
import { messageOf, PlainFault } from '../platform/fault.ts'
import { type CliEntry, UsageFault } from './command.ts'
import { commands } from './commands.ts'

/** Exit codes: done, refused or failed, a command line that makes no sense. */
const [DONE, FAILED, MISUSED] = [0, 1, 2]

/** Runs `millrace ARGS`. @returns the exit code */
export async function runCli(args: readonly string[]): Promise<number> {
  if (args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '')) return await help(args.slice(1))
  const entry = findEntry(args)
  if (!entry) {
    console.error(`millrace: there is no command "${args.join(' ')}".\n\n${overview()}`)
    return MISUSED
  }
  if (args.includes('--help')) return await help(args)
  try {
    return await runEntry(entry, args.slice(entry.name.split(' ').length))
  } catch (error) {
    if (error instanceof UsageFault) {
      console.error(`millrace: ${error.message}\n\n${(await entry.load()).usage}`)
      return MISUSED
    }
    if (error instanceof PlainFault) {
      console.error(`millrace: ${error.message}`)
      return FAILED
    }
    console.error('millrace: this should not have happened; please report it.', error)
    return FAILED
  }
}

async function runEntry(entry: CliEntry, args: readonly string[]): Promise<number> {
  // Settings first: a wrong one need not wait for a second of loading code.
  const config = readConfig()
  const command = await entry.load()
  const print = (line: string) => console.log(line)
  const opened: Database[] = []
  const keep = async (opening: Promise<Database>) => {
    const database = await opening
    opened.push(database)
    return database
  }
  try {
    return await command.run({
      args,
      config,
      print,
      openDatabase: () => keep(joinDatabase(config, print)),
      takeDatabase: () => keep(takeDatabase(config, print)),
    })
  } finally {
    for (const database of opened)
      await database.close().catch((error: unknown) => console.error(messageOf(error)))
  }
}

/** The command with the longest name that the arguments begin with. */
function findEntry(args: readonly string[]): CliEntry | undefined {
  const isNamed = ({ name }: CliEntry) => name === args.slice(0, name.split(' ').length).join(' ')
  return commands.filter(isNamed).toSorted((a, b) => b.name.length - a.name.length)[0]
}

async function help(args: readonly string[]): Promise<number> {
  const entry = findEntry(args)
  console.log(entry ? `${entry.summary}.\n\n${(await entry.load()).usage}` : overview())
  return DONE
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Usage: millrace COMMAND',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    `  ${'help'.padEnd(width)}  Explain a command: millrace help COMMAND`,
    '',
    'Settings come from the environment; docs/admin.md lists them.',
  ].join('\n')
}
