import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '../config.ts'
import { messageOf } from '../fault.ts'
import {
  checkedKey,
  contentKey,
  type FileStore,
  FileStoreFault,
  isKey,
  type KeptContent,
} from './file-store.ts'
import { spool } from './spool.ts'

/** Enough for a store that is being restarted, short enough for a person who waits. */
const RETRIES = 4

/**
 * Keeps contents in a bucket of any S3-compatible store. A content is first written to this
 * machine: its hash is its name, and stores want to know length and hash before the first byte.
 *
 * @see Amazon S3 API reference, PutObject, GetObject, DeleteObject; Signature Version 4
 */
export function createS3Files(settings: S3Settings, places: { readonly spoolFolder: string }): FileStore {
  const { accessKeyId, secretAccessKey, region, endpoint, bucket } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES })
  // Every store understands the bucket in the path; in the host name it needs certificates of its own.
  const bucketUrl = `${endpoint.replace(/\/+$/, '')}/${bucket}`
  const urlOf = (key: string) => `${bucketUrl}/${checkedKey(key)}`

  async function ask(key: string, init: RequestInit): Promise<Response> {
    return await fetchFrom(urlOf(key), init)
  }

  async function fetchFrom(url: string, init: RequestInit): Promise<Response> {
    try {
      return await client.fetch(url, init)
    } catch (error) {
      throw new FileStoreFault(`the file store does not answer: ${messageOf(error)}`, { cause: error })
    }
  }

  return {
    list: () => listPages((search) => fetchFrom(bucketUrl + search, { method: 'GET' })),
    removeKeptBefore: async (key, before) => {
      const response = await ask(key, { method: 'HEAD' })
      const keptAt = Date.parse(response.headers.get('last-modified') ?? '')
      // Also what is not there, or does not say since when.
      if (!response.ok || !(keptAt < before)) return false
      await expectOk(await ask(key, { method: 'DELETE' }), 'forget a content')
      return true
    },
    put: async (content, { folder, maxBytes }) => {
      const { path, sizeBytes, sha256 } = await spool(places.spoolFolder, content, maxBytes)
      try {
        const key = contentKey(folder, sha256)
        const headers = { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 }
        const response = await ask(key, { method: 'PUT', headers, body: await openAsBlob(path) })
        await expectOk(response, 'keep a content')
        return { key, sizeBytes, sha256 }
      } finally {
        await rm(path, { force: true })
      }
    },
    open: async (key, range) => {
      const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const response = await ask(key, { method: 'GET', headers })
      if (response.status === 404) {
        await response.body?.cancel()
        return null
      }
      if (!response.ok || !response.body) return await expectOk(response, 'give a content')
      return Readable.fromWeb(response.body)
    },
    remove: async (key) => {
      const response = await ask(key, { method: 'DELETE' })
      if (response.status !== 404) await expectOk(response, 'forget a content')
    },
  }
}

async function* listPages(ask: (search: string) => Promise<Response>): AsyncGenerator<KeptContent> {
  let after = ''
  do {
    const start = after === '' ? '' : `&continuation-token=${encodeURIComponent(after)}`
    const response = await ask(`?list-type=2${start}`)
    if (!response.ok) await expectOk(response, 'list its contents')
    const page = readPage(await response.text())
    yield* page.contents
    after = page.next
  } while (after !== '')
}

/**
 * A page of the list: keys of ours hold no sign that XML writes otherwise, and what is not ours is
 * passed over.
 *
 * @see Amazon S3 API reference, ListObjectsV2
 */
function readPage(xml: string): { readonly contents: readonly KeptContent[]; readonly next: string } {
  const textOf = (part: string, name: string) =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(part)?.[1] ?? ''
  const contents = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, part = '']) => ({
    key: textOf(part, 'Key'),
    keptAt: Date.parse(textOf(part, 'LastModified')),
    sizeBytes: Number(textOf(part, 'Size')),
  }))
  const next = textOf(xml, 'NextContinuationToken').replaceAll('&amp;', '&')
  return { contents: contents.filter(({ key }) => isKey(key)), next }
}

async function expectOk(response: Response, what: string): Promise<null> {
  const text = await response.text()
  if (response.ok) return null
  const code = /<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1] ?? 'no reason given'
  throw new FileStoreFault(`the file store did not ${what}: ${response.status}, ${code}`)
}
