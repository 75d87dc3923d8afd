import { uuidV7 } from '@millrace/core/kernel'

/** A fresh id, as a browser makes them. */
export function freshId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

/** A signed-in person in an organisation of their own. */
export type BenchClient = {
  readonly organisationId: string
  /** The organisation in addresses of pages. */
  readonly slug: string
  /** The session, as browsers send it. */
  readonly cookie: string
  readonly get: (path: string) => Promise<unknown>
  readonly post: (path: string, body: unknown) => Promise<unknown>
  readonly run: (commands: readonly { readonly name: string; readonly input: unknown }[]) => Promise<unknown>
}

/** Signs up and opens an organisation, the way the first screen does. */
export async function signUp(url: string): Promise<BenchClient> {
  const email = `${freshId()}@example.org`
  const signedUp = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name: 'Bench', email, password: 'a long enough password' }),
  })
  if (!signedUp.ok) throw new Error(`sign-up: ${await signedUp.text()}`)
  const cookie = signedUp.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ')
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(url + path, {
      method,
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return await response.json()
  }
  const organisationId = freshId()
  const slug = `bench-${organisationId.slice(-12)}`
  await call('POST', '/api/v1/organisations', { id: organisationId, slug, name: 'Bench' })
  const base = `/api/v1/o/${organisationId}`
  return {
    organisationId,
    slug,
    cookie,
    get: (path) => call('GET', base + path),
    post: (path, body) => call('POST', base + path, body),
    run: (commands) =>
      call('POST', `${base}/commands`, {
        commands: commands.map((command) => ({ id: freshId(), ...command })),
      }),
  }
}
