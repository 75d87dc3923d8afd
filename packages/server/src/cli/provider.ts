import { text } from 'node:stream/consumers'
import {
  dropProvider,
  openVault,
  orderProvider,
  type ProviderOrder,
  tellProviders,
  type Vault,
} from '../features/identity/index.ts'
import { Refused } from '../platform/commands/index.ts'
import { preparePools } from '../platform/database.ts'
import type { Db } from '../platform/db/transaction.ts'
import { type CliCommand, type CliContext, readCommandLine, UsageFault } from './command.ts'
import { explainRefusal } from './explain-refusal.ts'

export const providerSet: CliCommand = {
  usage: [
    'Usage: millrace provider set NAME --organisation SLUG --issuer URL --client-id ID [options]',
    '',
    'Adds an OpenID Connect provider, or changes the one of that name. What is left out stays as it is.',
    '',
    '  --issuer            where the provider describes itself',
    '  --client-id         what Millrace is called there',
    '  --secret-stdin      read the client secret from the standard input',
    '  --domains           domains of e-mail addresses that get in, with commas; "" for any',
    '  --admit             known: people who were added; everybody: others, too',
    '  --role              as what somebody unknown gets in: member or guest',
    '  --trust-email       yes or no: addresses count as checked though the provider does not say so',
    '  --second-factor     yes or no: the provider asks for a second factor itself',
    '  --listed            yes or no: the button stands on the sign-in page of the installation',
    '  --enabled           yes or no',
    '  --required          yes or no: people get in by a provider only, but for owners',
  ].join('\n'),
  run: async (context) => {
    const { name, slug, values } = readOptions(context.args, 'set')
    const secret = values['secret-stdin'] ? (await text(process.stdin)).trim() : undefined
    const order: ProviderOrder = {
      slug,
      name,
      settings: settingsOf(values, secret),
      isRequired: yesNo(values, 'required') ?? null,
    }
    const callback = await withDb(context, (db, vault) => orderProvider(db, vault, order))
    context.print(`${name} signs people in to ${slug}.`)
    context.print(`Register this address at the provider: ${addressOf(context, callback)}`)
    return 0
  },
}

export const providerList: CliCommand = {
  usage: 'Usage: millrace provider list --organisation SLUG',
  run: async (context) => {
    const { slug } = readOptions(context.args, 'list')
    const providers = await withDb(context, (db) => tellProviders(db, slug))
    for (const { name, issuer, is_enabled: isOn, callback } of providers)
      context.print(`${name}  ${isOn ? 'on' : 'off'}  ${issuer}  ${addressOf(context, callback)}`)
    if (providers.length === 0) context.print(`${slug} has none.`)
    return 0
  },
}

export const providerRemove: CliCommand = {
  usage: 'Usage: millrace provider remove NAME --organisation SLUG',
  run: async (context) => {
    const { name, slug } = readOptions(context.args, 'remove')
    await withDb(context, (db, vault) => dropProvider(db, vault, { slug, name }))
    context.print(`${name} signs nobody in to ${slug} any more.`)
    return 0
  },
}

const TEXT = { type: 'string' } as const
const OPTIONS = {
  organisation: TEXT,
  issuer: TEXT,
  'client-id': TEXT,
  'secret-stdin': { type: 'boolean', default: false },
  domains: TEXT,
  admit: TEXT,
  role: TEXT,
  'trust-email': TEXT,
  'second-factor': TEXT,
  listed: TEXT,
  enabled: TEXT,
  required: TEXT,
} as const

type Values = ReturnType<typeof readOptions>['values']

function readOptions(args: readonly string[], verb: 'set' | 'list' | 'remove') {
  const { values, positionals } = readCommandLine(args, OPTIONS)
  const [name = '', ...more] = positionals
  const isNamed = verb !== 'list'
  if (more.length > 0 || (name !== '') !== isNamed)
    throw new UsageFault(isNamed ? 'the name of one provider is expected' : 'no name is expected')
  if (values.organisation === undefined) throw new UsageFault('--organisation is missing')
  return { name, slug: values.organisation, values }
}

function settingsOf(values: Values, secret: string | undefined): ProviderOrder['settings'] {
  const entries = {
    issuer: values.issuer,
    clientId: values['client-id'],
    clientSecret: secret,
    domains: values.domains
      ?.split(',')
      .map((domain) => domain.trim())
      .filter((domain) => domain !== ''),
    admits: oneOf(values, 'admit', ['known', 'everybody']),
    admittedRole: oneOf(values, 'role', ['member', 'guest']),
    trustsEmail: yesNo(values, 'trust-email'),
    provesFactor: yesNo(values, 'second-factor'),
    isListed: yesNo(values, 'listed'),
    isEnabled: yesNo(values, 'enabled'),
  }
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
}

function yesNo(values: Values, name: 'trust-email' | 'second-factor' | 'listed' | 'enabled' | 'required') {
  const said = oneOf(values, name, ['yes', 'no'])
  return said === undefined ? undefined : said === 'yes'
}

function oneOf<Choice extends string>(values: Values, name: keyof Values, choices: readonly Choice[]) {
  const said = values[name]
  if (said === undefined) return undefined
  const found = choices.find((choice) => choice === said)
  if (found === undefined) throw new UsageFault(`--${name} is ${choices.join(' or ')}`)
  return found
}

function addressOf({ config }: CliContext, callback: string): string {
  return config.publicUrl === null ? `(your address)${callback}` : new URL(callback, config.publicUrl).href
}

async function withDb<Value>(
  context: CliContext,
  work: (db: Db, vault: Vault) => Promise<Value>,
): Promise<Value> {
  const database = await context.openDatabase()
  const pools = await preparePools(database, context.config, context.print)
  try {
    return await work({ pool: pools.pool }, await openVault(context.config))
  } catch (error) {
    throw error instanceof Refused ? explainRefusal(error) : error
  } finally {
    await pools.close()
  }
}
