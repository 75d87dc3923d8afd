import { readConfig } from '../platform/config.ts'
import { type Database, joinDatabase, takeDatabase } from '../platform/database.ts'
import { messageOf, PlainFault } from '../platform/fault.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { commands } from './commands.ts'

/** Exit codes: done, refused or failed, a command line that makes no sense. */
const [DONE, FAILED, MISUSED] = [0, 1, 2]

/** Runs `millrace ARGS`. @returns the exit code */
export async function runCli(args: readonly string[]): Promise<number> {
  if (args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '')) return help(args.slice(1))
  const command = findCommand(args)
  if (!command) {
    console.error(`millrace: there is no command "${args.join(' ')}".\n\n${overview()}`)
    return MISUSED
  }
  if (args.includes('--help')) return help(args)
  try {
    return await runCommand(command, args.slice(command.name.split(' ').length))
  } catch (error) {
    if (error instanceof UsageFault) {
      console.error(`millrace: ${error.message}\n\n${command.usage}`)
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

async function runCommand(command: CliCommand, args: readonly string[]): Promise<number> {
  const config = readConfig()
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
function findCommand(args: readonly string[]): CliCommand | undefined {
  const isNamed = ({ name }: CliCommand) => name === args.slice(0, name.split(' ').length).join(' ')
  return commands.filter(isNamed).toSorted((a, b) => b.name.length - a.name.length)[0]
}

function help(args: readonly string[]): number {
  const command = findCommand(args)
  console.log(command ? `${command.summary}.\n\n${command.usage}` : overview())
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
