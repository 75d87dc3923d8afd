import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
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
  server.on('request', (request, response) => void answer(request, response))
  process.stdout.write(`${issuer}\n`)
})
createInterface({ input: process.stdin }).on('line', (address) => allowed.add(address))
process.once('SIGTERM', () => process.exit(0))
