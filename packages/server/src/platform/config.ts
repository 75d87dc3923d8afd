import { join, resolve } from 'node:path'
import { z } from 'zod'
import { PlainFault } from './fault.ts'
import { type OutgoingSettings, readAddressRange, readAllowedOrigin } from './outgoing/index.ts'

/** Where files are kept when not in the data directory. */
export type S3Settings = {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Whether this installation alone uses the bucket, so that what it does not refer to may go. */
  readonly isSwept: boolean
}

/** The server that sends our mail. */
export type MailSettings = {
  /** Such as `smtp://user:password@host:587`. */
  readonly url: string
  /** The sender, with or without a name. */
  readonly from: string
}

/** Checked settings. */
export type Config = {
  readonly host: string
  readonly port: number
  readonly metricsPort: number
  /** Absolute. */
  readonly dataDir: string
  /** Null: the embedded database of the data directory. */
  readonly databaseUrl: string | null
  readonly databasePool: number
  readonly seed: 'demo' | 'empty'
  readonly publicUrl: string | null
  readonly signUp: 'open' | 'closed'
  readonly authSecret: string | null
  /** Requests that one caller may make in a minute; 0: as many as they like. Signing in is limited apart. */
  readonly rateLimit: number
  /** Null: as the command likes it. */
  readonly logLevel: LogLevel | null
  /** Null: files lie in the data directory. */
  readonly files: S3Settings | null
  /** Null: no mail is sent. */
  readonly mail: MailSettings | null
  /** Where processes may call. */
  readonly outgoing: OutgoingSettings
  /** What one attached file may have. */
  readonly filesMaxBytes: number
  /** What one file to be imported may have. */
  readonly importMaxBytes: number
  /** Folders of programs, as the system gives them. */
  readonly searchPath: string
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

type Environment = Readonly<Record<string, string | undefined>>

/** One setting: what is allowed, in words that begin the sentence "… is allowed", and how it is read. */
type Setting<Value> = {
  readonly name: string
  readonly allowed: string
  readonly schema: z.ZodType<Value, string>
  /** What of a wrong value may be shown; a secret must not get into a log. */
  readonly conceal?: (text: string) => string
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535))
const webUrl = z.url({ protocol: /^https?$/ })
const concealAll = () => 'a secret'

const HOST = define(
  'HOST',
  'the name or address of this machine to listen at',
  z.string().regex(/^[\w.:-]+$/),
)
const PORT = define('PORT', 'a whole number from 0 to 65535', port)
const METRICS_PORT = define('METRICS_PORT', 'a whole number from 0 to 65535', port)
const DATA_DIR = define('DATA_DIR', 'the path of a directory', z.string())
const DATABASE_URL: Setting<string> = {
  name: 'DATABASE_URL',
  allowed: 'an address such as postgres://user:password@host:5432/database, without the parameter "options",',
  schema: z.url({ protocol: /^postgres(ql)?$/ }).refine((url) => !new URL(url).searchParams.has('options')),
  conceal: (text) => `"${text.replace(/\/\/.*@/, '//…@')}"`,
}
const DATABASE_POOL = define(
  'DATABASE_POOL',
  'a whole number from 2 to 500',
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(2).max(500)),
)
const SEED = define('SEED', '"demo" or "empty"', z.enum(['demo', 'empty']))
const PUBLIC_URL = define('PUBLIC_URL', 'an address such as https://mill.example.org', webUrl)
const SIGN_UP = define('SIGN_UP', '"open" or "closed"', z.enum(['open', 'closed']))
const AUTH_SECRET: Setting<string> = {
  name: 'AUTH_SECRET',
  allowed: 'a text of 32 random characters or more',
  schema: z.string().min(32),
  conceal: concealAll,
}
const RATE_LIMIT = define(
  'RATE_LIMIT',
  'a whole number of requests a minute, or 0 for no limit,',
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number),
)
const LOG_LEVEL = define('LOG_LEVEL', `one of ${LOG_LEVELS.join(', ')}`, z.enum(LOG_LEVELS))
const FILES_MAX_MB = define(
  'FILES_MAX_MB',
  'a whole number from 1 to 5000',
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    // A bucket takes no more than 5 GB at once.
    .pipe(z.number().min(1).max(5000)),
)
const IMPORT_MAX_MB = define(
  'IMPORT_MAX_MB',
  'a whole number from 1 to 2000',
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(2000)),
)
const S3_ENDPOINT = define('FILES_S3_ENDPOINT', 'an address such as https://s3.example.org', webUrl)
const S3_BUCKET = define(
  'FILES_S3_BUCKET',
  'the name of a bucket',
  z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
)
const S3_REGION = define(
  'FILES_S3_REGION',
  'the name of a region, such as eu-central-1,',
  z.string().regex(/^[\w-]+$/),
)
const S3_KEY_ID = define('FILES_S3_ACCESS_KEY_ID', 'the id of an access key', z.string())
const S3_SWEEP = define('FILES_S3_SWEEP', '"yes" or "no"', z.enum(['yes', 'no']))
const S3_SECRET: Setting<string> = {
  name: 'FILES_S3_SECRET_ACCESS_KEY',
  allowed: 'the secret of an access key',
  schema: z.string(),
  conceal: concealAll,
}

const SMTP_URL: Setting<string> = {
  name: 'SMTP_URL',
  allowed: 'an address such as smtp://user:password@mail.example.org:587 or smtps://…:465',
  schema: z.url({ protocol: /^smtps?$/ }),
  conceal: (text) => `"${text.replace(/\/\/.*@/, '//…@')}"`,
}
const MAIL_FROM = define(
  'MAIL_FROM',
  'a sender such as mill@example.org or Millrace <mill@example.org>',
  z.string().regex(/^(?:[^<>\r\n]{1,100} )?<?[^\s<>@,;]+@[^\s<>@,;]+>?$/),
)

const OUTGOING_HOSTS = define(
  'OUTGOING_HOSTS',
  'a list with commas, such as https://api.example.org,https://*.example.com,http://printer:8080, or * for every host over TLS,',
  listOf(readAllowedOrigin),
)
const OUTGOING_PRIVATE = define(
  'OUTGOING_PRIVATE',
  'a list of addresses and networks with commas, such as 10.20.0.0/16,::1,',
  listOf(readAddressRange),
)

const S3_NEEDED = [S3_ENDPOINT, S3_BUCKET, S3_KEY_ID, S3_SECRET]

/** The names of all settings, for the test that compares them with the guide for administrators. */
export const SETTING_NAMES: readonly string[] = [
  ...[
    HOST,
    PORT,
    METRICS_PORT,
    DATA_DIR,
    DATABASE_URL,
    DATABASE_POOL,
    SEED,
    PUBLIC_URL,
    SIGN_UP,
    AUTH_SECRET,
    RATE_LIMIT,
  ],
  ...[LOG_LEVEL, FILES_MAX_MB, IMPORT_MAX_MB, SMTP_URL, MAIL_FROM, S3_REGION, S3_SWEEP, ...S3_NEEDED],
  ...[OUTGOING_HOSTS, OUTGOING_PRIVATE],
].map(({ name }) => name)

/**
 * Reads and checks the settings. An empty variable counts as not set.
 *
 * @throws PlainFault with one sentence for each wrong setting: its name, its value, what is allowed
 */
export function readConfig(environment: Environment = process.env): Config {
  const problems: string[] = []
  const read: Read = (setting, fallback) => readSetting(setting, { environment, fallback, problems })
  const port = read(PORT, 4000)
  const config: Config = {
    host: read(HOST, '127.0.0.1'),
    port,
    // The next one, so that two servers with different ports do not meet; 0 means any free port.
    metricsPort: read(METRICS_PORT, port === 0 ? 0 : (port % 65_535) + 1),
    dataDir: resolve(read(DATA_DIR, 'data')),
    databaseUrl: read(DATABASE_URL, null),
    databasePool: read(DATABASE_POOL, 10),
    seed: read(SEED, 'demo'),
    publicUrl: read(PUBLIC_URL, null)?.replace(/\/+$/, '') ?? null,
    signUp: read(SIGN_UP, 'open'),
    authSecret: read(AUTH_SECRET, null),
    rateLimit: read(RATE_LIMIT, 0),
    logLevel: read(LOG_LEVEL, null),
    files: readFiles(read, problems),
    mail: readMail(read, problems),
    outgoing: { origins: read(OUTGOING_HOSTS, []), ranges: read(OUTGOING_PRIVATE, []) },
    filesMaxBytes: read(FILES_MAX_MB, 100) * 1024 * 1024,
    importMaxBytes: read(IMPORT_MAX_MB, 200) * 1024 * 1024,
    searchPath: environment['PATH'] ?? '',
  }
  if (config.port !== 0 && config.port === config.metricsPort) {
    problems.push(`METRICS_PORT is "${config.metricsPort}", as PORT is; another number is allowed.`)
  }
  if (problems.length > 0) throw new PlainFault(problems.join('\n'))
  return config
}

/** The folder with people's files; null when they are kept in a bucket. */
export function filesFolderOf(config: Config): string | null {
  return config.files === null ? join(config.dataDir, 'files') : null
}

type Read = <Value, Fallback>(setting: Setting<Value>, fallback: Fallback) => Value | Fallback

function define<Value>(name: string, allowed: string, schema: z.ZodType<Value, string>): Setting<Value> {
  return { name, allowed, schema }
}

/** Entries with commas in between, all of which make sense. */
function listOf<Entry>(readEntry: (written: string) => Entry | null): z.ZodType<readonly Entry[], string> {
  return z.string().transform((text, context) => {
    const entries = text.split(',').map((entry) => readEntry(entry.trim()))
    const known = entries.filter((entry) => entry !== null)
    if (known.length < entries.length) context.addIssue({ code: 'custom' })
    return known
  })
}

function readSetting<Value, Fallback>(
  { name, allowed, schema, conceal }: Setting<Value>,
  from: { readonly environment: Environment; readonly fallback: Fallback; readonly problems: string[] },
): Value | Fallback {
  const text = from.environment[name]?.trim() ?? ''
  if (text === '') return from.fallback
  const result = schema.safeParse(text)
  if (result.success) return result.data
  from.problems.push(`${name} is ${conceal ? conceal(text) : `"${text}"`}; ${allowed} is allowed.`)
  return from.fallback
}

/** All of the store's settings, or none. */
function readFiles(read: Read, problems: string[]): S3Settings | null {
  const region = read(S3_REGION, 'us-east-1')
  const isSwept = read(S3_SWEEP, 'no') === 'yes'
  const endpoint = read(S3_ENDPOINT, null)
  const bucket = read(S3_BUCKET, null)
  const accessKeyId = read(S3_KEY_ID, null)
  const secretAccessKey = read(S3_SECRET, null)
  if (endpoint && bucket && accessKeyId && secretAccessKey) {
    return { endpoint, bucket, region, accessKeyId, secretAccessKey, isSwept }
  }
  const values = [endpoint, bucket, accessKeyId, secretAccessKey]
  if (values.every((value) => value === null)) return null
  S3_NEEDED.forEach(({ name, allowed }, index) => {
    if (values[index] === null)
      problems.push(`${name} is missing beside other settings of FILES_S3; ${allowed} is needed.`)
  })
  return null
}

/** Server and sender, or neither; links in mails need an address that people can type. */
function readMail(read: Read, problems: string[]): MailSettings | null {
  const url = read(SMTP_URL, null)
  const from = read(MAIL_FROM, null)
  if (url === null && from === null) return null
  const needed = [
    { ...SMTP_URL, value: url },
    { ...MAIL_FROM, value: from },
    { ...PUBLIC_URL, value: read(PUBLIC_URL, null) },
  ]
  for (const { name, allowed, value } of needed) {
    if (value === null)
      problems.push(`${name} is missing beside other settings of mail; ${allowed} is needed.`)
  }
  return url !== null && from !== null ? { url, from } : null
}

/** What tests may be told from outside: a server to use instead of an embedded one, and where to put things. */
export function readTestSettings() {
  return {
    databaseUrl: process.env['TEST_DATABASE_URL'],
    temporaryFolder: process.env['TMPDIR'],
    searchPath: process.env['PATH'] ?? '',
  }
}
