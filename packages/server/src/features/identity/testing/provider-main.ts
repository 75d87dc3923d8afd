import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { type Configuration, Provider } from 'oidc-provider'

/** What the process is told in its environment, as JSON. */
type Told = {
  readonly redirects: readonly string[]
  readonly secret: string
  readonly accounts: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** How far its clock is off, in seconds. */
  readonly clockShiftS: number
}

// Written by `startProvider`.
const told = JSON.parse(process.env['PROVIDER'] ?? '{}') as Told
const realNow = Date.now.bind(Date)
Date.now = () => realNow() + told.clockShiftS * 1000

const allowed = new Set(told.redirects)

const configuration: Configuration = {
  clients: [
    {
      client_id: 'millrace',
      client_secret: told.secret,
      redirect_uris: ['http://localhost/nobody'],
      grant_types: ['authorization_code'],
    },
  ],
  // Its own pages fetch a font from elsewhere.
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...told.accounts[id] }),
  }),
}

// A port first, because the issuer's name has it in it.
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo // It listens at a port.
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, configuration)
  // What its administrator registers later, a line each, counts at once.
  provider.Client.prototype.redirectUriAllowed = (address: string) => allowed.has(address)
  const answer = provider.callback()
  server.on('request', (request, response) => {
    const isAsking = request.url?.startsWith('/interaction/') === true
    void (isAsking ? interact(provider, request, response) : answer(request, response))
  })
  process.stdout.write(`${issuer}\n`)
})
createInterface({ input: process.stdin }).on('line', (address) => allowed.add(address))
/** Asks who somebody is, then whether they agree: any password is right. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const login = prompt.name === 'login' ? '<label>Login <input name="login"></label>' : ''
    const hidden = `<input type="hidden" name="prompt" value="${prompt.name}">`
    response.end(
      `<!doctype html><html lang="en"><title>Provider</title><form method="post" action="${request.url}">${hidden}${login}<button>Go on</button></form>`,
    )
    return
  }
  const form = new URLSearchParams(await text(request))
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: form.get('login') ?? '' } })
    return
  }
  const given = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  const grant =
    given ??
    new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
  grant.addOIDCScope('openid email profile')
  await provider.interactionFinished(
    request,
    response,
    { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true },
  )
}

process.once('SIGTERM', () => process.exit(0))
