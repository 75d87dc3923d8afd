import { fileURLToPath } from 'node:url'
import pino, { type Logger } from 'pino'
import type { RunningServer } from '../app.ts'
import type { Config } from '../platform/config.ts'
import { type Database, openDatabase, type Pools, preparePools } from '../platform/database.ts'
import { checkPort, explainListenFault } from '../platform/listen-fault.ts'
import { waitAtMost } from '../platform/patience.ts'
import { type CliCommand, expectOnlyOptions, readCommandLine, UsageFault } from './command.ts'
import { createProgress } from './progress.ts'
import { waitForStop } from './stop-signal.ts'
import { readVersion } from './version.ts'

const ROLES = ['all', 'web', 'worker'] as const
type Role = (typeof ROLES)[number]

/** How long a stop waits for statements that still run. */
const POOLS_MS_MAX = 500
/** How long a stop waits for the day of the demo that is being played. */
const DEMO_MS_MAX = 1_000
/** Time for the last words to be written. */
const LEAVE_MS = 100

const WEB_DIST = fileURLToPath(new URL('../../../web/dist', import.meta.url))

export const serve: CliCommand = {
  usage: [
    'Usage: millrace serve [--role all|web|worker] [--plain]',
    '',
    '  --role   what this process does: answer people (web), work in the background (worker), or both',
    '  --plain  tell a person at a terminal how it goes; the log goes to the standard error output',
  ].join('\n'),
  run: async ({ args, config, print }) => {
    const { role, isPlain } = readOptions(args)
    const stopped = waitForStop()
    const logger = createLogger(config, isPlain)
    const tell = isPlain ? print : (sentence: string) => logger.info(sentence)
    const at = { host: config.host, port: config.port, setting: 'PORT' }
    if (role !== 'worker') await checkPort(at)
    await checkPort({ ...at, port: config.metricsPort, setting: 'METRICS_PORT' })
    const database = await openDatabase(config, tell)
    try {
      const pools = await preparePools(database, config, tell)
      try {
        await answerUntil(stopped, { role, config, logger, tell, database, pools })
      } finally {
        await waitAtMost(POOLS_MS_MAX, pools.close())
      }
    } finally {
      await database.close()
    }
    tell('Millrace has stopped.')
    // A statement that nobody can cancel, such as one that waits for a lock, must not hold us.
    setTimeout(() => process.exit(), LEAVE_MS).unref()
    return 0
  },
}

type Run = {
  readonly role: Role
  readonly config: Config
  readonly logger: Logger
  readonly tell: (sentence: string) => void
  readonly database: Database
  readonly pools: Pools
}

async function answerUntil(stopped: Promise<void>, run: Run): Promise<void> {
  const { config } = run
  // Loaded only now, so that a server that cannot start says so at once.
  const { startServer } = await import('../app.ts')
  const server = await startServer({
    role: run.role,
    settings: config,
    pool: run.pools.pool,
    authPool: run.pools.libraryPool,
    connectionString: run.database.url,
    logger: run.logger,
    webDist: WEB_DIST,
    version: readVersion(),
  }).catch((error: unknown) => {
    throw explainListenFault({ host: config.host, port: config.port, setting: 'PORT' }, error)
  })
  try {
    await answerFrom(server, stopped, run)
  } finally {
    await server.close()
  }
}

async function answerFrom(server: RunningServer, stopped: Promise<void>, run: Run): Promise<void> {
  const { config, tell } = run
  const { signInHint } = await import('../demo/first-run.ts')
  const story = new AbortController()
  const demo = makeFirstDemo(run, server, story.signal)
  const ready = demo.then(async () => {
    tell(
      server.address === null
        ? `Millrace works in the background, with ${run.database.place}.`
        : `Millrace is at ${config.publicUrl ?? server.address}, with ${run.database.place}.`,
    )
    tell(await signInHint(config.dataDir))
  })
  // A stop during the demo's minute leaves it half made; the next start makes it anew.
  await Promise.race([ready.then(() => stopped), stopped])
  tell('Stopping …')
  story.abort()
  // Nobody should be at work any more when the database goes.
  await waitAtMost(DEMO_MS_MAX, Promise.allSettled([demo]))
}

async function makeFirstDemo(
  { config, tell, pools }: Run,
  server: RunningServer,
  signal: AbortSignal,
): Promise<void> {
  const { seedOnFirstRun } = await import('../demo/first-run.ts')
  const progress = createProgress(tell, 'Harbour Tower')
  await seedOnFirstRun({
    execute: { ...server.execute, files: server.files, signal },
    owner: { pool: pools.ownerPool },
    dataDir: config.dataDir,
    seed: config.seed,
    tell,
    onProgress: (done, all) => progress(`day ${done} of ${all}`),
  })
}

function readOptions(args: readonly string[]): { readonly role: Role; readonly isPlain: boolean } {
  const options = {
    role: { type: 'string', default: 'all' },
    plain: { type: 'boolean', default: false },
  } as const // As the command line is read by it.
  const { values, positionals } = readCommandLine(args, options)
  expectOnlyOptions(positionals)
  const role = ROLES.find((known) => known === values.role)
  if (role) return { role, isPlain: values.plain }
  throw new UsageFault(`--role is one of ${ROLES.join(', ')}`)
}

/** JSON lines on the standard output; beside a person at a terminal, on the error output and only what matters. */
function createLogger(config: Config, isPlain: boolean): Logger {
  const level = config.logLevel ?? (isPlain ? 'warn' : 'info')
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(isPlain ? 2 : 1),
  )
}
