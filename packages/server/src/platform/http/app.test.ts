import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createHttpApp } from './app.ts'

const app = await createHttpApp({
  logger: pino({ level: 'silent' }),
  isHttps: false,
  rateLimit: { perMinute: 0, keyOf: () => 'all' },
})
let fault: Error = new Error()
app.get('/', () => {
  throw fault
})

test.each([
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
])('a database that is away is something that passes: %s', async (error) => {
  fault = error
  const response = await app.inject('/')
  expect(response.statusCode).toBe(503)
  expect(response.json()).toMatchObject({ code: 'platform.busy' })
})

test('a bug is none, and its words stay here', async () => {
  fault = new Error('cannot read the secret of undefined')
  const response = await app.inject('/')
  expect(response.statusCode).toBe(500)
  expect(response.body).not.toContain('secret')
})
