import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createIdentity, createVault } from '../../features/identity/index.ts'
import { createDefaultCatalogue, letIntoContainers } from '../../features/work/index.ts'
import { createLibraryPool } from '../../platform/db/pool.ts'
import { addDownloadRoutes, addOperationRoutes, createHttpApp } from '../../platform/http/index.ts'
import { newId } from '../../platform/ids.ts'
import { createRings } from '../../platform/realtime/index.ts'
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { composeRegistry, downloads } from '../registry.ts'

/** What the server answered. */
export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** Somebody signed in, as one person of one organisation. */
export type Member = {
  readonly organisationId: string
  readonly personId: string
  readonly cookie: string
}

/** A question or change by HTTP. */
export type Asked = { readonly method?: string; readonly path: string; readonly body?: unknown }

/** The server with everything it offers, without a socket and on a database of its own. */
export type WholeServer = {
  readonly database: TestDatabase
  readonly ask: (who: { readonly cookie: string }, asked: Asked) => Promise<Answer>
  /** Signs somebody up who founds an organisation. */
  readonly found: (slug: string) => Promise<Member>
  /** Adds somebody to the organisation of its owner, and signs them in. */
  readonly addMember: (owner: Member, orgRole: 'member' | 'guest', name?: string) => Promise<Member>
  readonly close: () => Promise<void>
}

const SECRET = 'forty characters that only tests know ..'
const PASSWORD = 'correct horse battery'

/** Opens a server; close it at the end. */
export async function openWholeServer(): Promise<WholeServer> {
  const database = await createTestDatabase()
  const authPool = createLibraryPool({ connectionString: database.url, role: database.role, max: 2 })
  const identity = await createIdentity({
    db: database.db,
    authPool,
    settings: {
      dataDir: '',
      publicUrl: null,
      signUp: 'open',
      authSecret: SECRET,
      canMail: false,
    },
    furnish: createDefaultCatalogue,
    letIn: letIntoContainers,
    onFault: (error) => {
      throw error
    },
  })
  const app = await createHttpApp({
    logger: pino({ level: 'silent' }),
    isHttps: false,
    rateLimit: { perMinute: 0, keyOf: identity.rateLimitKey },
  })
  const rings = createRings()
  const execute = {
    db: database.db,
    registry: composeRegistry({ canMail: false, vault: createVault(SECRET) }),
    onCommitted: rings.ring,
  }
  identity.addRoutes(app, execute)
  const { authenticate } = identity
  addOperationRoutes(app, { ...execute, findAsker: identity.findAsker, rings })
  addDownloadRoutes(app, { db: database.db, authenticate, downloads, publicUrl: null })

  return {
    database,
    ...createDoors(app),
    close: async () => {
      await app.close()
      await authPool.end()
      await database.close()
    },
  }
}

/** The ways in: asking by HTTP, founding and joining. */
function createDoors(app: FastifyInstance): Omit<WholeServer, 'database' | 'close'> {
  async function inject({ method, path, body }: Asked, cookie: string) {
    return await app.inject({
      method: (method ?? (body === undefined ? 'GET' : 'POST')) as 'GET', // Any method; the contract names real ones.
      url: path,
      headers: { origin: 'http://localhost', cookie },
      ...(body === undefined ? {} : { payload: body as object }), // Bodies are objects.
    })
  }

  async function ask(who: { readonly cookie: string }, asked: Asked): Promise<Answer> {
    const response = await inject(asked, who.cookie)
    // A file is looked at as text.
    const isJson = String(response.headers['content-type']).includes('json')
    return { status: response.statusCode, body: isJson ? response.json() : { text: response.body } }
  }

  async function enter(way: 'sign-in' | 'sign-up', email: string): Promise<string> {
    const body = { name: email.split('@')[0], email, password: PASSWORD }
    const response = await inject({ path: `/api/auth/${way}/email`, body }, '')
    const [cookie] = [response.headers['set-cookie'] ?? []].flat()
    if (response.statusCode !== 200 || cookie === undefined) throw new Error(`${way}: ${response.body}`)
    return cookie.split(';')[0] ?? ''
  }

  return {
    ask,
    found: async (slug) => {
      const cookie = await enter('sign-up', `owner@${slug}.example`)
      const id = newId()
      const { body } = await ask(
        { cookie },
        { path: '/api/v1/organisations', body: { id, slug, name: slug } },
      )
      return { organisationId: id, personId: String(body['personId']), cookie }
    },
    addMember: async (owner, orgRole, name = orgRole) => {
      const email = `${name}@${owner.organisationId}.example`
      const person = { id: newId(), name, email, orgRole, password: PASSWORD }
      const path = `/api/v1/o/${owner.organisationId}/people`
      const { status, body } = await ask(owner, { path, body: person })
      if (status !== 200) throw new Error(`adding was refused: ${JSON.stringify(body)}`)
      return { ...owner, personId: person.id, cookie: await enter('sign-in', email) }
    },
  }
}
