import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** Below, compressing costs more than the bytes do. */
const COMPRESSED_FROM = 4 * 1024

/** Compresses answers of some size for those who can read that. Built files come compressed already. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < COMPRESSED_FROM) return payload
    const encoding = encodingFor(request.headers['accept-encoding'] ?? '')
    if (reply.hasHeader('content-encoding') || !encoding) return payload
    void reply
      .header('content-encoding', encoding)
      .header('vary', 'accept-encoding')
      .removeHeader('content-length')
    return await COMPRESSORS[encoding](payload)
  })
}

type Encoding = keyof typeof COMPRESSORS

function encodingFor(accepted: string): Encoding | undefined {
  const isAccepted = (name: Encoding) =>
    accepted
      .toLowerCase()
      .split(',')
      .some((each) => new RegExp(`^\\s*${name}\\s*(;|$)`).test(each) && !/;\s*q=0(\.0*)?\s*$/.test(each))
  return (['br', 'gzip'] as const).find(isAccepted)
}

// A snapshot of 10,000 items, 5.5 MB: Brotli at 2 takes 14 ms for 336 kB, at 4 24 ms for 308 kB;
// gzip at 1 takes 40 ms for 435 kB, at 4 25 ms for 386 kB, at 6 51 ms for 343 kB.
const COMPRESSORS = {
  br: (text: string): Promise<Buffer> => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 2,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    }
    return new Promise((resolve, reject) => {
      brotliCompress(text, { params }, (error, zipped) => (error ? reject(error) : resolve(zipped)))
    })
  },
  gzip: (text: string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      gzip(text, { level: 4 }, (error, zipped) => (error ? reject(error) : resolve(zipped)))
    }),
}
