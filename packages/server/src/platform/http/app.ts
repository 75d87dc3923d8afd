import rateLimit from '@fastify/rate-limit'
import { refusals } from '@millrace/contract'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { Refused } from '../commands/index.ts'
import { codeOf, isDatabaseAway } from '../fault.ts'
import { compressAnswers } from './compress.ts'
import { sendProblem } from './problem.ts'
import { safetyHeaders } from './safety-headers.ts'

const BODY_MAX_BYTES = 1024 * 1024

/** SQLSTATEs that the person can do something about, or that pass by themselves. */
const BY_STATE = {
  '23503': 'platform.reference_unknown',
  '23505': 'platform.exists',
  '53100': 'platform.busy',
} as const

/** The web server without any feature: safety headers, limits, and one way to say no. */
export async function createHttpApp(settings: {
  readonly logger: FastifyBaseLogger
  readonly isHttps: boolean
  readonly rateLimit: {
    /** 0: no limit. */
    readonly perMinute: number
    readonly keyOf: (request: FastifyRequest) => string
  }
}): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: settings.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX_BYTES,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
  })
  if (settings.rateLimit.perMinute > 0) {
    await app.register(rateLimit, {
      max: settings.rateLimit.perMinute,
      timeWindow: '1 minute',
      keyGenerator: settings.rateLimit.keyOf,
      errorResponseBuilder: () => new Refused({ code: 'platform.too_many_requests' }),
    })
  }
  const headers = Object.entries(safetyHeaders(settings))
  app.addHook('onRequest', async (_request, { raw }) => {
    // On the answer itself, for routes such as the stream that write it themselves.
    for (const [name, value] of headers) raw.setHeader(name, value)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
  compressAnswers(app)
  answerFaults(app)
  return app
}

/** Refusals are told as they are; of a fault only that there was one. */
function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = asRefused(error, request.routeOptions.bodyLimit ?? BODY_MAX_BYTES)
    if (isDatabaseAway(error)) request.log.error({ err: error, url: request.url }, 'the database is away')
    if (refused) return sendProblem(reply, refused)
    request.log.error({ err: error, url: request.url }, 'request failed')
    return reply.status(500).type('application/problem+json').send({
      type: 'about:blank',
      title: 'Millrace failed to answer.',
      status: 500,
      detail: 'Nothing was changed. The fault is in the server’s log.',
      requestId: request.id,
    })
  })
}

function asRefused(error: FastifyError, bodyMax: number): Refused | null {
  if (error instanceof Refused) return error
  const code = codeOf(error)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refused({ code: 'platform.body_too_large', params: { max: bodyMax } })
  if (code.startsWith('FST_ERR_CTP') || error instanceof SyntaxError || error.statusCode === 400) {
    return new Refused({ code: 'platform.input_wrong', params: { detail: error.message } })
  }
  if (isDatabaseAway(error)) return new Refused({ code: 'platform.busy' })
  if (!(code in BY_STATE)) return null
  const known = BY_STATE[code as keyof typeof BY_STATE] // Just looked up.
  return new Refused({ code: known, params: known in refusals ? fieldOf(error) : {} })
}

/** Constraints are named after table and column, so their name tells which field was wrong. */
function fieldOf(error: unknown): { readonly field: string; readonly what: string } {
  const constraint =
    typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : ''
  const field = constraint
    .replace(/_fkey\d*$/, '')
    .replace(/^.*organisation_id_/, '')
    .replace(/_id$/, '')
  const table =
    typeof error === 'object' && error !== null && 'table' in error ? String(error.table) : 'thing'
  return { field, what: table.replaceAll('_', ' ') }
}
