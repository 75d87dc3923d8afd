import type { Server } from 'node:http'
import type { FastifyBaseLogger } from 'fastify'
import { createPageHints } from './app/page-hints.ts'
import { composeRegistry, downloads, topics } from './app/registry.ts'
import { createCaseTimeJobs, createCaseTimeWork } from './features/case/index.ts'
import {
  addImportRoutes,
  addOrganisationExportRoutes,
  createExchangeJobs,
  createExportNotes,
  createOrganisationExportJobs,
  createSweepOrganisationExports,
} from './features/exchange/index.ts'
import { addFileRoutes, createSweep } from './features/files/index.ts'
import {
  createIdentity,
  createInvitationJobs,
  forEachOrganisation,
  openVault,
} from './features/identity/index.ts'
import { createAlertWork, createComeBackJobs } from './features/notify/index.ts'
import {
  createBulkJobs,
  createCallJobs,
  createMessageJobs,
  createProcessTimeJobs,
  createProcessTimeWork,
} from './features/process/index.ts'
import { createForecastJobs, createReplanJobs } from './features/schedule/index.ts'
import { createCatchUpWork, createSearchJobs } from './features/search/index.ts'
import {
  createDefaultCatalogue,
  createGatherWork,
  createRecurrenceJobs,
  createRepeatLateWork,
  letIntoContainers,
} from './features/work/index.ts'
import type { ExecuteDeps } from './platform/commands/index.ts'
import type { MailSettings, S3Settings } from './platform/config.ts'
import { connect } from './platform/db/connect.ts'
import type { Db } from './platform/db/transaction.ts'
import { type FileStore, openFiles } from './platform/files/index.ts'
import {
  addDownloadRoutes,
  addHealthRoutes,
  addOperationRoutes,
  addReferenceRoutes,
  addStreamRoute,
  addWebRoutes,
  createHttpApp,
  measure,
  serveMetrics,
} from './platform/http/index.ts'
import { createDailyJobs, planDaily, startWorker } from './platform/jobs/index.ts'
import { createForgetAnswers } from './platform/journal/index.ts'
import { createMailer } from './platform/mail/index.ts'
import { createOutgoing, type OutgoingSettings } from './platform/outgoing/index.ts'
import { waitAtMost } from './platform/patience.ts'
import {
  createHub,
  createPresence,
  createPresenceWords,
  createRings,
  hangBell,
} from './platform/realtime/index.ts'

/** What a server is made of: checked settings, and a database that is migrated. */
export type ServerDeps = {
  /** Whether this process answers people, works in the background, or both. */
  readonly role: 'all' | 'web' | 'worker'
  readonly settings: {
    readonly host: string
    readonly port: number
    readonly metricsPort: number
    readonly dataDir: string
    readonly publicUrl: string | null
    readonly signUp: 'open' | 'closed'
    readonly authSecret: string | null
    readonly rateLimit: number
    /** Null: files lie in the data directory. */
    readonly files: S3Settings | null
    /** Null: no mail is sent. */
    readonly mail: MailSettings | null
    /** Where processes may call. */
    readonly outgoing: OutgoingSettings
    /** What an attached file may have. */
    readonly filesMaxBytes: number
    /** What a file to be imported may have. */
    readonly importMaxBytes: number
  }
  /** Acts as the application's role. */
  readonly pool: Db['pool']
  /** With the driver's own value types, for the sign-in library. */
  readonly authPool: Db['pool']
  /** For the one connection that listens. */
  readonly connectionString: string
  readonly logger: FastifyBaseLogger
  /** Where the built web app lies. */
  readonly webDist: string
  readonly version: string
}

/** A server that answers. */
export type RunningServer = {
  /** Null when it answers nobody. */
  readonly address: string | null
  readonly execute: ExecuteDeps
  readonly files: FileStore
  readonly close: () => Promise<void>
}

/** A ring may be lost with a connection; whoever listens waits no longer than this. */
const POLL_MS = 5_000
/** Groups of calls to others that are made at the same time. */
const CALLERS = 4
/** How long a stop waits for answers that are being given. */
const ANSWERS_MS_MAX = 500

/** Puts everything together and starts to answer. Throws when a port is taken. */
export async function startServer(deps: ServerDeps): Promise<RunningServer> {
  const { logger, settings } = deps
  const db = { pool: deps.pool }
  const onFault = (error: unknown) => logger.error({ err: error }, 'a task in the background failed')
  const { hub, bell, presence, rings, lookAround, letGo } = await openRealtime(deps, onFault)
  const canMail = settings.mail !== null
  const vault = await openVault(settings)
  const registry = composeRegistry({ canMail, vault, presence, outgoing: settings.outgoing })
  // Set when there is one: it begins last, when all that it may be asked for is there.
  const worker = { wake: () => {} }
  const execute = { db, registry, onCommitted: bell.ring, onEnqueued: () => worker.wake() }
  const identity = await createIdentity({
    db,
    authPool: deps.authPool,
    settings: { ...settings, canMail },
    furnish: createDefaultCatalogue,
    letIn: letIntoContainers,
    onFault,
  })
  const app = await createHttpApp({
    logger,
    isHttps: settings.publicUrl?.startsWith('https:') ?? false,
    rateLimit: { perMinute: settings.rateLimit, keyOf: identity.rateLimitKey },
  })
  const metrics = measure(app, { pool: deps.pool, listenerCount: hub.listenerCount })
  identity.addRoutes(app, execute)
  const authenticate = identity.authenticate
  addOperationRoutes(app, { ...execute, findAsker: identity.findAsker, rings })
  const onHandedOut = createExportNotes(execute)
  addDownloadRoutes(app, { db, authenticate, downloads, publicUrl: settings.publicUrl, onHandedOut })
  addStreamRoute(app, { hub, authenticate })
  const files = await openFiles(settings)
  const imports = { ...execute, files, maxBytes: settings.importMaxBytes }
  await addImportRoutes(app, { ...imports, authenticate })
  addOrganisationExportRoutes(app, { db, files, authenticate, onHandedOut })
  await addFileRoutes(app, { ...execute, authenticate, files, maxBytes: settings.filesMaxBytes })
  addReferenceRoutes(app, deps.version)
  addHealthRoutes(app, deps.pool)
  await addWebRoutes(app, { dist: deps.webDist, hintsFor: createPageHints({ db, authenticate }) })
  const poll = setInterval(lookAround, POLL_MS)
  const { host, port } = settings
  const address = deps.role === 'worker' ? null : await app.listen({ host, port })
  const metricsServer = await serveMetrics(metrics, { host, port: settings.metricsPort })
  const background = await startBackground(deps, { ...imports, onFault })
  worker.wake = background.wake
  return {
    address,
    execute,
    files,
    close: async () => {
      clearInterval(poll)
      letGo()
      await Promise.all([
        background.stop(),
        closeConnections(app.server, app.close()),
        closeConnections(metricsServer, closeServer(metricsServer)),
      ])
      await bell.close()
    },
  }
}

/** What tells browsers and other processes what happens, and who is where. */
async function openRealtime({ pool, connectionString }: ServerDeps, onFault: (error: unknown) => void) {
  const presence = createPresence()
  const hub = createHub({ db: { pool }, topics, onFault, presence })
  const words = createPresenceWords(presence)
  const rings = createRings()
  const onRing = (organisationId: string, seq: number) => {
    hub.ring(organisationId, seq)
    rings.ring(organisationId)
  }
  const heard = { onRing, onWords: words.hear }
  const bell = await hangBell(() => connect(connectionString), heard, onFault)
  presence.follow({ onChange: hub.tellPresence, pass: (sighting) => bell.say(words.of(sighting)) })
  const lookAround = () => {
    hub.pollAll()
    presence.sweep()
  }
  const letGo = () => {
    hub.closeAll()
    rings.ringAll()
  }
  return { hub, bell, presence, rings, lookAround, letGo }
}

type BackgroundDeps = ExecuteDeps & {
  readonly files: FileStore
  readonly maxBytes: number
  readonly onFault: (error: unknown) => void
}

/** Starts what works in the background, unless this process only answers people. */
async function startBackground(deps: ServerDeps, around: BackgroundDeps) {
  const { role, settings, logger, version, authPool: copyPool } = deps
  const { db, files, onFault } = around
  const tell = (sentence: string) => logger.info(sentence)
  // A bucket may serve others besides: they would lose what only they refer to.
  const sweeps = settings.files?.isSwept === false ? [] : [createSweep({ db, files, tell })]
  const daily = [
    createForgetAnswers(db, forEachOrganisation),
    createAlertWork(around),
    createRepeatLateWork(around),
    createProcessTimeWork(around),
    createCaseTimeWork(around),
    createCatchUpWork({ db, files }),
    createGatherWork(around),
    createSweepOrganisationExports(around),
    ...sweeps,
  ]
  const mailer = settings.mail && createMailer(settings.mail)
  const handlers = new Map([
    ...createExchangeJobs(around),
    ...createOrganisationExportJobs({ ...around, copyPool, version }),
    ...createComeBackJobs(around),
    ...createRecurrenceJobs(around),
    ...createReplanJobs(around),
    ...createProcessTimeJobs(around),
    ...createCaseTimeJobs(around),
    ...createForecastJobs(around),
    ...createBulkJobs(around),
    ...createSearchJobs({ db, files }),
    ...createMessageJobs(around),
    ...createInvitationJobs({ db, mailer, publicUrl: settings.publicUrl }),
    ...createDailyJobs(db, daily),
  ])
  await planDaily(db, daily)
  const calls = createCallJobs({ ...around, outgoing: createOutgoing(settings.outgoing) })
  // Who waits for others must not hold up what is done here.
  const workers =
    role === 'web'
      ? []
      : [
          startWorker({ db, handlers, onFault }),
          startWorker({ db, handlers: calls, onFault, atOnce: CALLERS }),
        ]
  return {
    wake: () => {
      for (const worker of workers) worker.wake()
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
      mailer?.close()
    },
  }
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
}

/** Browsers open connections in advance and keep them: those would hold up an end for minutes. */
async function closeConnections(server: Server, closing: Promise<void>): Promise<void> {
  const isClosed = await waitAtMost(ANSWERS_MS_MAX, closing)
  if (isClosed) return
  server.closeAllConnections()
  await waitAtMost(ANSWERS_MS_MAX, closing)
}
