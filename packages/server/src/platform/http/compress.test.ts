import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { compressAnswers } from './compress.ts'

const TEXT = JSON.stringify(Array.from({ length: 2_000 }, (_, index) => `item ${index}`))

async function answer(acceptEncoding: string | undefined) {
  const app = fastify()
  compressAnswers(app)
  app.get('/', () => TEXT)
  const headers = acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding }
  return await app.inject({ method: 'GET', url: '/', headers })
}

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, br;q=0', 'gzip', gunzipSync],
  ['GZIP;q=0.5', 'gzip', gunzipSync],
])('who accepts "%s" is answered in %s', async (accepted, encoding, open) => {
  const response = await answer(accepted)
  expect(response.headers['content-encoding']).toBe(encoding)
  expect(open(response.rawPayload).toString()).toBe(TEXT)
})

test.each([undefined, 'identity', 'gzip;q=0', 'brotli'])(
  'who accepts "%s" is answered plainly',
  async (accepted) => {
    const response = await answer(accepted)
    expect(response.headers['content-encoding']).toBeUndefined()
    expect(response.payload).toBe(TEXT)
  },
)
