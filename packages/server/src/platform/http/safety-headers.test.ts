import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createHttpApp } from './app.ts'

async function answer({ isHttps, path }: { readonly isHttps: boolean; readonly path: string }) {
  const logger = pino({ level: 'silent' })
  const app = await createHttpApp({ logger, isHttps, rateLimit: { perMinute: 0, keyOf: () => 'all' } })
  app.get('/', () => ({ isFine: true }))
  app.get('/stream', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).end()
  })
  return await app.inject({ method: 'GET', url: path })
}

test.each(['/', '/stream', '/nowhere'])('other sites are kept away from an answer of %s', async (path) => {
  const { headers } = await answer({ isHttps: false, path })
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('where there is TLS, browsers are to insist on it', async () => {
  const { headers } = await answer({ isHttps: true, path: '/' })
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  expect(headers['strict-transport-security']).toContain('max-age=31536000')
})
