import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What somebody heard. */
export type Heard = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/** Somebody on this machine who answers by HTTP, and remembers what was asked. */
export type HttpPeer = {
  readonly origin: string
  readonly heard: readonly Heard[]
  readonly close: () => void
}

/** Lets somebody listen at a free port. */
export async function openHttpPeer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpPeer> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    heard.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens at a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${port}`, heard, close }
}
