import { createHmac } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createRegistry, type Unit } from '../../../platform/commands/index.ts'
import { createLibraryPool } from '../../../platform/db/pool.ts'
import { addOperationRoutes, createHttpApp } from '../../../platform/http/index.ts'
import { newId } from '../../../platform/ids.ts'
import { createRings } from '../../../platform/realtime/index.ts'
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import { sessionCookieName } from '../auth/create-auth.ts'
import {
  createIdentity,
  createVault,
  type Identity,
  identityCommands,
  identityQueries,
  type LetIn,
} from '../index.ts'

/** A browser or program that asks the server: by its cookie or its token. */
export type Caller = { readonly cookie?: string; readonly authorization?: string }

/** What the server answered. */
export type Answer = {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly cookie: string | null
}

/** An organisation, and its owner's way in. */
export type Home = {
  readonly id: string
  readonly slug: string
  readonly ownerId: string
  readonly owner: Caller
}

/** The whole of identity behind a web server without a socket, on a database of its own. */
export type IdentityWorld = {
  readonly database: TestDatabase
  readonly app: FastifyInstance
  readonly identity: Identity
  readonly ask: (
    who: Caller,
    request: {
      readonly method?: string
      readonly path: string
      readonly body?: unknown
      readonly address?: string
      readonly headers?: Readonly<Record<string, string>>
    },
  ) => Promise<Answer>
  readonly signUp: (email: string, name?: string) => Promise<Caller>
  readonly signIn: (email: string, password?: string) => Promise<Caller>
  readonly found: (slug: string) => Promise<Home>
  /** Adds a person with an account and signs them in. */
  readonly addPerson: (
    home: Home,
    person: { readonly email: string; readonly orgRole: string },
  ) => Promise<Caller & { readonly personId: string }>
  readonly close: () => Promise<void>
}

const SECRET = 'a secret of tests, forty characters long!'
/** Long enough, and the same for everybody. */
export const PASSWORD = 'correct horse battery'

/** What differs between worlds. */
export type WorldSettings = {
  readonly signUp?: 'open' | 'closed'
  readonly publicUrl?: string | null
  readonly database?: TestDatabase
  readonly canMail?: boolean
  readonly letIn?: LetIn
  readonly furnish?: (unit: Unit) => Promise<void>
}

/** Makes a world; close it at the end. */
export async function createIdentityWorld(settings: WorldSettings = {}): Promise<IdentityWorld> {
  const database = settings.database ?? (await createTestDatabase())
  const authPool = createLibraryPool({ connectionString: database.url, role: database.role, max: 2 })
  const { signUp = 'open', publicUrl = null, canMail = false } = settings
  const identity = await createIdentity({
    db: database.db,
    authPool,
    settings: { dataDir: '', publicUrl, signUp, authSecret: SECRET, canMail },
    furnish: settings.furnish ?? (async () => {}),
    letIn: settings.letIn ?? (async () => {}),
    onFault: (error) => {
      throw error
    },
  })
  const app = await createHttpApp({
    logger: pino({ level: 'silent' }),
    isHttps: false,
    rateLimit: { perMinute: 0, keyOf: identity.rateLimitKey },
  })
  const execute = {
    db: database.db,
    registry: createRegistry(identityCommands({ canMail, vault: createVault(SECRET) }), identityQueries, []),
    onCommitted: () => {},
  }
  identity.addRoutes(app, execute)
  addOperationRoutes(app, { ...execute, findAsker: identity.findAsker, rings: createRings() })
  const ask = createAsk(app)
  const cookieName = sessionCookieName(publicUrl)
  return {
    database,
    app,
    identity,
    ask,
    ...createActors(ask, createEntrance(database, cookieName)),
    close: async () => {
      await app.close()
      await authPool.end()
      if (!settings.database) await database.close()
    },
  }
}

type Ask = IdentityWorld['ask']

function createAsk(app: FastifyInstance): Ask {
  return async (who, { method, path, body, address, headers }) => {
    const response = await app.inject({
      method: (method ?? (body === undefined ? 'GET' : 'POST')) as 'GET', // Any method; the tests name real ones.
      url: path,
      headers: { origin: 'http://localhost', ...who, ...headers },
      remoteAddress: address ?? '127.0.0.1',
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const [cookie] = [response.headers['set-cookie'] ?? []].flat()
    return {
      status: response.statusCode,
      body: response.body === '' ? {} : response.json(),
      cookie: cookie ?? null,
    }
  }
}

/** Makes accounts and sessions straight in the tables: hashing a password for each would take most of the time. */
function createEntrance({ owner }: TestDatabase, cookieName: string) {
  const hash = hashPassword(PASSWORD)
  return {
    makeAccount: async (email: string) => {
      const id = newId()
      await owner.pool.query(
        `with made as (
           insert into auth_user (id, name, email, email_verified, created_at, updated_at)
           values ($1, $2, $3, false, now(), now())
         )
         insert into auth_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
         values ($1, $1, 'credential', $1, $4, now(), now())`,
        [id, email.split('@')[0], email, await hash],
      )
    },
    enter: async (email: string): Promise<Caller> => {
      const token = newId()
      await owner.pool.query(
        `insert into auth_session (id, token, user_id, expires_at, created_at, updated_at)
         select $1, $1, u.id, now() + interval '1 day', now(), now() from auth_user u where u.email = $2`,
        [token, email],
      )
      const signature = createHmac('sha256', SECRET).update(token).digest('base64')
      return { cookie: `${cookieName}=${encodeURIComponent(`${token}.${signature}`)}` }
    },
  }
}

function createActors(ask: Ask, entrance: ReturnType<typeof createEntrance>) {
  let address = 0
  async function flow(path: string, body: Readonly<Record<string, unknown>>): Promise<Caller> {
    // Everybody comes from an address of their own, so that no limit is met by chance.
    const answer = await ask({}, { path: `/api/auth/${path}`, body, address: `10.1.${address++ % 250}.1` })
    if (answer.status !== 200 || answer.cookie === null) throw new Error(`${path} answered ${answer.status}`)
    return { cookie: answer.cookie.split(';')[0] ?? '' }
  }
  return {
    signUp: (email: string, name = email.split('@')[0]) =>
      flow('sign-up/email', { name, email, password: PASSWORD }),
    signIn: (email: string, password = PASSWORD) => flow('sign-in/email', { email, password }),
    found: async (slug: string): Promise<Home> => {
      const email = `owner@${slug}.example`
      await entrance.makeAccount(email)
      const owner = await entrance.enter(email)
      const id = newId()
      const { status, body } = await ask(owner, {
        path: '/api/v1/organisations',
        body: { id, slug, name: slug },
      })
      if (status !== 200) throw new Error(`founding answered ${status} ${JSON.stringify(body)}`)
      return { id, slug, ownerId: String(body['personId']), owner }
    },
    addPerson: async (
      home: Home,
      { email, orgRole }: { readonly email: string; readonly orgRole: string },
    ) => {
      await entrance.makeAccount(email)
      const body = { id: newId(), name: email.split('@')[0], email, orgRole }
      const { status, body: person } = await ask(home.owner, { path: `/api/v1/o/${home.id}/people`, body })
      if (status !== 200) throw new Error(`adding answered ${status} ${JSON.stringify(person)}`)
      return { ...(await entrance.enter(email)), personId: String(person['id']) }
    },
  }
}
