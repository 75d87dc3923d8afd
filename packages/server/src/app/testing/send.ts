import { setImmediate as breathe } from 'node:timers/promises'
import type { Operation } from '@millrace/contract'
import type { Answer, WholeServer } from './whole-server.ts'

const BUSY = 429

/** Asks over HTTP, as the route of an operation says, in the organisation `at`. */
export async function send(
  server: WholeServer,
  { caller, at }: { readonly caller: { readonly cookie: string }; readonly at: string },
  { route, input }: Pick<Operation, 'route'> & { readonly input: Readonly<Record<string, unknown>> },
): Promise<Answer> {
  const { method } = route
  const body = { ...input }
  const path = route.path.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = body[name]
    delete body[name]
    return encodeURIComponent(String(value))
  })
  const search = method === 'GET' ? `?${new URLSearchParams(body as Record<string, string>).toString()}` : '' // Flat, as in an address.
  const address = `/api/v1/o/${at}${path}${search}`
  for (;;) {
    const answer = await server.ask(caller, { method, path: address, ...(method === 'GET' ? {} : { body }) })
    // A file counts as under way until a moment after its last byte was taken.
    if (route.kind !== 'download' || answer.status !== BUSY) return answer
    await breathe()
  }
}
