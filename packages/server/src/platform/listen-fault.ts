import { createServer } from 'node:net'
import { codeOf, PlainFault } from './fault.ts'

/** Turns the refusal to listen at an address into a sentence; other errors come back as they are. */
export function explainListenFault(
  at: { readonly host: string; readonly port: number; readonly setting: string },
  error: unknown,
): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new PlainFault(
        `Port ${at.port} of ${at.host} is in use by another program. Stop it, or choose another port with ${at.setting}.`,
      )
    case 'EACCES':
      return new PlainFault(
        `This user may not listen at port ${at.port}. Choose one above 1023 with ${at.setting}.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new PlainFault(
        `HOST is "${at.host}", which is no address of this machine. Try 127.0.0.1, or 0.0.0.0 for all.`,
      )
    default:
      return error
  }
}

/**
 * Finds out whether a port can be listened at, before anything is started for it.
 *
 * @throws PlainFault when it cannot
 */
export async function checkPort(at: {
  readonly host: string
  readonly port: number
  readonly setting: string
}): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => reject(explainListenFault(at, error)))
    server.listen(at.port, at.host, () => server.close(() => resolve()))
  })
}
