import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ExecuteDeps, Principal, Unit } from '../../platform/commands/index.ts'
import type { Db } from '../../platform/db/transaction.ts'
import { createAccessCache } from './access-cache.ts'
import { createAcceptInvitation, type LetIn } from './account/accept-invitation.ts'
import { addAccountRoutes } from './account/account-routes.ts'
import { changeAccount } from './account/change-account.ts'
import { createCreateOrganisation } from './account/create-organisation.ts'
import { createGetMe } from './account/get-me.ts'
import { createListDoors } from './account/list-doors.ts'
import { createOpenInvitation } from './account/open-invitation.ts'
import { createGetSecurity, createRemovePasskey, disconnectProvider } from './account/security.ts'
import { createRevokeOtherSessions, createRevokeSession, listSessions } from './account/sessions.ts'
import { addAuthRoutes } from './auth/auth-routes.ts'
import { loadAuthSecret } from './auth/auth-secret.ts'
import { challengeCookieName, createAuth, sessionCookieName } from './auth/create-auth.ts'
import { type Asker, type AuthenticateDeps, authenticate, findUser } from './authenticate.ts'
import { createNoteVisit } from './note-visit.ts'
import { checkOrigin } from './own-origin.ts'
import { createProviderClient } from './provider/ask-provider.ts'
import { createTestProvider } from './provider/check-provider.ts'
import { addProviderRoutes } from './provider/provider-routes.ts'
import { findChallengedUser } from './queries/find-visitor.ts'
import { createSessionCookieReader } from './session-cookie.ts'
import { createTellVisits } from './tell-visits.ts'
import { createVault } from './vault.ts'

/** What identity is made of. */
export type IdentityDeps = {
  readonly db: Db
  /** With the driver's own value types, for the sign-in library; two or three connections are enough. */
  readonly authPool: Db['pool']
  readonly settings: {
    /** Where the secret that signs sessions is kept. */
    readonly dataDir: string
    /** The setting `PUBLIC_URL`; cookies are for TLS only when it is `https:`. */
    readonly publicUrl: string | null
    /** The setting `SIGN_UP`. */
    readonly signUp: 'open' | 'closed'
    /** The setting `AUTH_SECRET`. */
    readonly authSecret: string | null
    /** Whether invitations go out by mail. */
    readonly canMail: boolean
  }
  /** Gives a new organisation what it starts with, such as item types; called in its first transaction. */
  readonly furnish: (unit: Unit) => Promise<void>
  /** Lets people into containers, in the transaction in which they accept an invitation. */
  readonly letIn: LetIn
  readonly onFault: (error: unknown) => void
}

/** Signing in, and finding out who asks. */
export type Identity = {
  /** Mounts `/api/auth/*` and the operations of an account, such as `/api/v1/me`. */
  readonly addRoutes: (app: FastifyInstance, execute: ExecuteDeps) => void
  /** Who asks, in an organisation named by id or slug; throws `Refused` with 401, 403 (asked by another site) or 404. */
  readonly authenticate: (request: FastifyRequest, organisation: string) => Promise<Principal>
  /** The same, with what was found of the organisation on the way. */
  readonly findAsker: (request: FastifyRequest, organisation: string) => Promise<Asker>
  /**
   * By whom to count requests: the session whose cookie is genuine, else the address. Tokens count by
   * address too, because a made-up one costs nothing.
   */
  readonly rateLimitKey: (request: FastifyRequest) => string
}

/**
 * Puts sign-in and session check together.
 *
 * @throws PlainFault when the secret that signs sessions cannot be had
 */
export async function createIdentity(deps: IdentityDeps): Promise<Identity> {
  const { db, settings } = deps
  const secret = await loadAuthSecret(settings.dataDir, settings.authSecret)
  const { publicUrl, signUp } = settings
  const auth = createAuth({ db, authPool: deps.authPool, secret, publicUrl, signUp, onFault: deps.onFault })
  const readCookie = createSessionCookieReader({ name: sessionCookieName(publicUrl), secret })
  const accessCache = createAccessCache(db)
  const around = { db, readCookie, accessCache }
  const vault = createVault(secret)
  const findAsker = createFindAsker(around, publicUrl)
  const readChallenge = createSessionCookieReader({ name: challengeCookieName(publicUrl), secret })
  return {
    addRoutes(app, execute) {
      const findVisitor = (request: FastifyRequest) => findUser(around, request.headers)
      const noteVisit = createNoteVisit(execute)
      const { attempts } = auth
      addAuthRoutes(app, {
        auth,
        findUser: findVisitor,
        findChallenged: async ({ headers }) => {
          const challenge = readChallenge(headers.cookie)
          return challenge === null ? null : await findChallengedUser(db, challenge)
        },
        tell: createTellVisits({ db, attempts, noteVisit }),
      })
      const client = createProviderClient(vault)
      addProviderRoutes(app, { db, auth, vault, client, execute, findUser: findVisitor, noteVisit })
      const { onCommitted } = execute
      const createOrganisation = createCreateOrganisation({ signUp, furnish: deps.furnish, onCommitted })
      const getMe = createGetMe({ accessCache, signUp, canMail: settings.canMail })
      const door = { accessCache, attempts, execute, letIn: deps.letIn }
      const createClient = () => createProviderClient(vault)
      addAccountRoutes(app, {
        db,
        accountOperations: [
          ...[getMe, changeAccount, listSessions],
          createRevokeSession(noteVisit),
          createRevokeOtherSessions(noteVisit),
          createGetSecurity(vault),
          createRemovePasskey(noteVisit),
          disconnectProvider,
          createListDoors(attempts),
          createTestProvider({ accessCache, attempts, publicUrl, createClient }),
          createOrganisation,
          createOpenInvitation(door),
          createAcceptInvitation(door),
        ],
        findUser: async (request) => {
          checkOrigin(request, publicUrl)
          return await findUser(around, request.headers)
        },
      })
    },
    authenticate: async (request, organisation) => (await findAsker(request, organisation)).principal,
    findAsker,
    rateLimitKey: (request) => readCookie(request.headers.cookie) ?? request.ip,
  }
}

function createFindAsker(around: AuthenticateDeps, publicUrl: string | null): Identity['findAsker'] {
  return async (request, organisation) => {
    // Who sends a token means to: no browser adds one by itself.
    if (!request.headers.authorization) checkOrigin(request, publicUrl)
    return await authenticate(around, request.headers, organisation)
  }
}
