import type { Readable } from 'node:stream'

/** Keeps contents of any size. A content is whole and durable before its key is known to anybody. */
export type FileStore = {
  /**
   * Takes a content in. When this returns, the content survives a crash; when it throws, nothing of
   * it remains that anybody refers to.
   *
   * @throws ContentTooLarge, or FileStoreFault when the store does not answer
   */
  readonly put: (
    content: AsyncIterable<Uint8Array>,
    options: { readonly folder: string; readonly maxBytes: number },
  ) => Promise<StoredContent>
  /** The bytes of a content, all or a part; null when it is not there. */
  readonly open: (key: string, range?: ByteRange) => Promise<Readable | null>
  /** Forgets a content; one that is not there is fine. */
  readonly remove: (key: string) => Promise<void>
  /** Every content there is, in no particular order, and since when. */
  readonly list: () => AsyncIterable<KeptContent>
  /** Forgets a content unless somebody has put it again since; says whether it is gone. */
  readonly removeKeptBefore: (key: string, before: number) => Promise<boolean>
}

/** A content in the store. `keptAt` in milliseconds since 1970: when it was last put. */
export type KeptContent = { readonly key: string; readonly keptAt: number; readonly sizeBytes: number }

/** A content as it is kept. */
export type StoredContent = { readonly key: string; readonly sizeBytes: number; readonly sha256: string }

/** First and last byte, both included. */
export type ByteRange = { readonly start: number; readonly end: number }

/** The key of a content: its own hash in a folder, so that the same content is kept once. */
export function contentKey(folder: string, sha256: string): string {
  return checkedKey(`${folder}/${sha256.slice(0, 2)}/${sha256}`)
}

/** Whether a name in the store can be a key of ours. */
export function isKey(name: string): boolean {
  return KEY.test(name)
}

const KEY = /^[0-9a-z-]+(?:\/[0-9a-z-]+)+$/

/** Keys are made by us alone; anything else is a bug, and must not become a path. */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new TypeError('not a key of ours')
  return key
}

/** A content has more bytes than it may have. */
export class ContentTooLarge extends Error {
  override readonly name = 'ContentTooLarge'
  readonly maxBytes: number

  constructor(maxBytes: number) {
    super(`the content is larger than ${maxBytes} bytes`)
    this.maxBytes = maxBytes
  }
}

/** The store outside does not answer, or answers what it should not. */
export class FileStoreFault extends Error {
  override readonly name = 'FileStoreFault'
}
