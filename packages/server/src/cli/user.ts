import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { addUser, type NewUser, resetPassword } from '../features/identity/index.ts'
import { Refused } from '../platform/commands/index.ts'
import { preparePools } from '../platform/database.ts'
import type { Db } from '../platform/db/transaction.ts'
import { PlainFault } from '../platform/fault.ts'
import { type CliCommand, type CliContext, readCommandLine, UsageFault } from './command.ts'
import { explainRefusal } from './explain-refusal.ts'

const ROLES = ['owner', 'admin', 'member', 'guest'] as const
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
/** The least that signing in accepts, too. */
const PASSWORD_MIN = 10
const PASSWORD_MAX = 128
const PASSWORD_HELP =
  '  --password-stdin    read the password from the standard input; otherwise one is made and shown once'

export const userAdd: CliCommand = {
  usage: [
    'Usage: millrace user add E-MAIL [--name NAME] [--organisation SLUG [--role ROLE]] [--password-stdin]',
    '',
    '  --name              how the person is called; else what stands before the @',
    '  --organisation      the organisation they belong to; without it they can found one',
    `  --role              ${ROLES.join(', ')}; member if left out`,
    '  --existing          let in an account that exists already; it keeps its password',
    PASSWORD_HELP,
  ].join('\n'),
  run: async (context) => {
    const { email, values } = readOptions(context.args)
    const place = readPlace(values)
    if (values.existing && place === null) throw new UsageFault('--existing needs --organisation')
    const password = values.existing ? null : await readPassword(values['password-stdin'])
    const name = values.name ?? email.replace(/@.*/, '')
    const user: NewUser = { name, email, password: password?.text ?? null, place }
    await withDb(context, (db) => addUser(db, user))
    context.print(`${email} can sign in${place ? ` and belongs to ${place.slug} as ${place.orgRole}` : ''}.`)
    if (password?.isMade) context.print(`Password, shown only now: ${password.text}`)
    return 0
  },
}

export const userPassword: CliCommand = {
  usage: [
    'Usage: millrace user password E-MAIL [--drop-factors] [--password-stdin]',
    '',
    '  --drop-factors      also forget the second factor and the passkeys, for who has lost them',
    PASSWORD_HELP,
  ].join('\n'),
  run: async (context) => {
    const { email, values } = readOptions(context.args)
    const password = await readPassword(values['password-stdin'])
    await withDb(context, (db) =>
      resetPassword(db, email, { password: password.text, dropsFactors: values['drop-factors'] }),
    )
    context.print(`${email} has a new password.`)
    if (password.isMade) context.print(`Password, shown only now: ${password.text}`)
    return 0
  },
}

function readOptions(args: readonly string[]) {
  const { values, positionals } = readCommandLine(args, {
    name: { type: 'string' },
    organisation: { type: 'string' },
    role: { type: 'string' },
    existing: { type: 'boolean', default: false },
    'drop-factors': { type: 'boolean', default: false },
    'password-stdin': { type: 'boolean', default: false },
  })
  const [email = '', ...more] = positionals
  if (more.length === 0 && EMAIL.test(email)) return { email: email.toLowerCase(), values }
  throw new UsageFault('one e-mail address is expected')
}

function readPlace(values: {
  readonly organisation?: string | undefined
  readonly role?: string | undefined
}) {
  const { organisation: slug, role } = values
  if (slug === undefined) {
    if (role !== undefined) throw new UsageFault('--role needs --organisation')
    return null
  }
  const orgRole = ROLES.find((known) => known === (role ?? 'member'))
  if (!orgRole) throw new UsageFault(`--role is one of ${ROLES.join(', ')}`)
  return { slug, orgRole }
}

/** 96 random bits, in characters that can be read out over a telephone. */
async function readPassword(isGiven: boolean): Promise<{ readonly text: string; readonly isMade: boolean }> {
  if (!isGiven)
    return {
      text: randomBytes(12)
        .toString('hex')
        .replace(/.{6}(?=.)/g, '$&-'),
      isMade: true,
    }
  const given = (await text(process.stdin)).replace(/\r?\n$/, '')
  if (given.length >= PASSWORD_MIN && given.length <= PASSWORD_MAX) return { text: given, isMade: false }
  throw new PlainFault(`A password has ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`)
}

async function withDb(context: CliContext, work: (db: Db) => Promise<void>): Promise<void> {
  const database = await context.openDatabase()
  const pools = await preparePools(database, context.config, context.print)
  try {
    await work({ pool: pools.pool })
  } catch (error) {
    throw error instanceof Refused ? explainRefusal(error) : error
  } finally {
    await pools.close()
  }
}
