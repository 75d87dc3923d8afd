import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { AwsV4Signer } from 'aws4fetch'
import type { S3Settings } from '../../config.ts'

/** A small store on the loopback that takes, gives and forgets objects, and believes nobody without a signature. */
export type S3Peer = {
  readonly settings: S3Settings
  readonly objects: Map<string, Buffer>
  /** When each object was last put; those missing here were just now. */
  readonly putAt: Map<string, number>
  /** Answers that the peer gives before it works, one a request. */
  readonly failures: number[]
  readonly close: () => Promise<void>
}

const KEYS = { accessKeyId: 'mill', secretAccessKey: 'a secret of the mill', region: 'eu-test-1' }

/** Starts a peer at a free port. */
export async function startS3Peer(): Promise<S3Peer> {
  const objects = new Map<string, Buffer>()
  const putAt = new Map<string, number>()
  const failures: number[] = []
  const server = createServer((request, response) => {
    void answer({ objects, putAt, failures }, request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // It listens at a port.
  return {
    settings: { ...KEYS, endpoint: `http://127.0.0.1:${port}`, bucket: 'grain', isSwept: false },
    objects,
    putAt,
    failures,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

type State = Pick<S3Peer, 'objects' | 'putAt' | 'failures'>

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request)
  const refuse = (status: number, code: string) => {
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<Error><Code>${code}</Code></Error>`)
  }
  const failure = state.failures.shift()
  if (failure !== undefined) return refuse(failure, 'SlowDown')
  if (!(await isSigned(request))) return refuse(403, 'SignatureDoesNotMatch')
  const key = request.url ?? ''
  switch (request.method) {
    case 'PUT':
      if (request.headers['content-length'] === undefined) return refuse(411, 'MissingContentLength')
      if (createHash('sha256').update(body).digest('hex') !== request.headers['x-amz-content-sha256']) {
        return refuse(400, 'XAmzContentSHA256Mismatch')
      }
      state.objects.set(key, body)
      state.putAt.set(key, Date.now())
      return void response.writeHead(200).end()
    case 'HEAD': {
      if (!state.objects.has(key)) return void response.writeHead(404).end()
      const putAt = new Date(state.putAt.get(key) ?? Date.now()).toUTCString()
      return void response.writeHead(200, { 'last-modified': putAt }).end()
    }
    case 'GET': {
      if (key.includes('?list-type=2')) return void response.writeHead(200).end(listPage(state, key))
      const object = state.objects.get(key)
      if (!object) return refuse(404, 'NoSuchKey')
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
      if (!range) return void response.writeHead(200).end(object)
      return void response.writeHead(206).end(object.subarray(Number(range[1]), Number(range[2]) + 1))
    }
    case 'DELETE':
      state.objects.delete(key)
      return void response.writeHead(204).end()
    default:
      return refuse(405, 'MethodNotAllowed')
  }
}

/** Two objects a page, so that everybody has to turn pages. */
function listPage({ objects, putAt }: State, url: string): string {
  const names = [...objects.keys()].toSorted()
  const from = Number(new URL(url, 'http://peer').searchParams.get('continuation-token') ?? 0)
  const contents = names.slice(from, from + 2).map((name) => {
    const at = new Date(putAt.get(name) ?? Date.now()).toISOString()
    const size = objects.get(name)?.length ?? 0
    const key = name.replace(/^\/grain\//, '')
    return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified><Size>${size}</Size></Contents>`
  })
  const next = from + 2 < names.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return `<ListBucketResult>${contents.join('')}${next}</ListBucketResult>`
}

/** Signs the request as it came once more, and compares. */
async function isSigned(request: IncomingMessage): Promise<boolean> {
  const { authorization = '', host = '' } = request.headers
  const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? []
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return false
  const headers = Object.fromEntries(
    signed.filter((name) => name !== 'host').map((name) => [name, String(request.headers[name])]),
  )
  const signer = new AwsV4Signer({
    ...KEYS,
    service: 's3',
    method: request.method ?? '',
    url: `http://${host}${request.url}`,
    headers,
    datetime: String(request.headers['x-amz-date']),
  })
  return (await signer.authHeader()) === authorization
}
