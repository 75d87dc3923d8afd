import { constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** Below, compressing costs more than the bytes do. */
const COMPRESSED_FROM = 4 * 1024

/** Compresses answers of some size for those who can read that. Built files come compressed already. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < COMPRESSED_FROM) return payload
    if (reply.hasHeader('content-encoding') || !acceptsGzip(request.headers['accept-encoding']))
      return payload
    void reply
      .header('content-encoding', 'gzip')
      .header('vary', 'accept-encoding')
      .removeHeader('content-length')
    return await zip(payload)
  })
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(header ?? ''))
}

function zip(text: string): Promise<Buffer> {
  // A list is wanted at once; a snapshot of megabytes is worth the longer look.
  const level = text.length > 256 * 1024 ? constants.Z_DEFAULT_COMPRESSION : constants.Z_BEST_SPEED
  return new Promise((resolve, reject) => {
    gzip(text, { level }, (error, zipped) => (error ? reject(error) : resolve(zipped)))
  })
}
