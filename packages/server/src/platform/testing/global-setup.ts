import { createServer } from 'node:net'
import type { TestProject } from 'vitest/node'
import { readTestSettings } from '../config.ts'
import { openTestServer, type TestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Port of the loopback at which this run hands out its database template. */
    testServerPort: number
  }
}

/**
 * Starts the database server of a test run when the first test asks for it, so that runs of pure
 * tests do not pay for it. With TEST_DATABASE_URL the tests use that server instead.
 *
 * @returns what ends it
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<TestServer> | null = null
  const desk = createServer((socket) => {
    socket.on('error', () => {})
    server ??= openTestServer(readTestSettings().databaseUrl)
    server
      .then((running) => running.template())
      .then(
        (template) => socket.end(JSON.stringify({ template })),
        (error: unknown) =>
          socket.end(JSON.stringify({ fault: error instanceof Error ? error.message : String(error) })),
      )
  })
  await new Promise<void>((resolve) => {
    desk.listen(0, '127.0.0.1', resolve)
  })
  const address = desk.address()
  if (typeof address === 'object' && address) project.provide('testServerPort', address.port)
  return async () => {
    desk.close()
    await (await server)?.close()
  }
}
