import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('./provider-main.ts', import.meta.url))

/** Who the provider knows, by the name they sign in with there. */
export type ProviderAccounts = Readonly<
  Record<string, { readonly email?: string; readonly email_verified?: boolean; readonly name?: string }>
>

/** A provider that runs. */
export type RunningProvider = {
  readonly issuer: string
  /** Registers an address to come back to. */
  readonly register: (address: string) => void
  readonly close: () => Promise<void>
}

/** The secret the provider has for the client `millrace`. */
export const CLIENT_SECRET = 'the secret of Millrace at its provider'

/** Starts a certified OpenID provider (`oidc-provider`) as a process of its own on this machine. */
export async function startProvider(settings: {
  readonly redirects: readonly string[]
  readonly accounts: ProviderAccounts
  readonly clockShiftS?: number
}): Promise<RunningProvider> {
  const told = { clockShiftS: 0, secret: CLIENT_SECRET, ...settings }
  const child = spawn(process.execPath, [MAIN], {
    env: { PROVIDER: JSON.stringify(told) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const issuer = await new Promise<string>((resolve, reject) => {
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('close', () => reject(new Error(`the provider ended: ${complaint}`)))
  })
  return {
    issuer,
    register: (address) => void child.stdin.write(`${address}\n`),
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
