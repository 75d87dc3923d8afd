import { readAnswer } from './problem.ts'
import { Unreachable } from './refused.ts'

/** How far a file has come: bytes that are here, and of how many things it will tell. */
export type Arrived = { readonly bytes: number; readonly count: number | null }

/** A file that has arrived. */
export type FetchedFile = { readonly name: string; readonly content: Blob; readonly count: number | null }

/**
 * Fetches a file that the server makes while it sends it, and tells how far it has come.
 *
 * @throws Refused, Unreachable (also when it broke off), or an AbortError when the signal gave up
 */
export async function fetchFile(
  path: string,
  options: { readonly signal: AbortSignal; readonly onArrived: (arrived: Arrived) => void },
): Promise<FetchedFile> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', signal: options.signal })
    if (!response.ok || !response.body) throw await readAnswer(response)
    const { headers } = response
    const count = headers.has('millrace-count') ? Number(headers.get('millrace-count')) : null
    const pieces: Uint8Array<ArrayBuffer>[] = []
    let bytes = 0
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read()
      if (done) break
      pieces.push(value)
      bytes += value.length
      options.onArrived({ bytes, count })
    }
    const type = headers.get('content-type') ?? ''
    return {
      name: nameIn(headers.get('content-disposition') ?? ''),
      content: new Blob(pieces, { type }),
      count,
    }
  } catch (error) {
    // The browser reports a lost connection as a TypeError without further detail.
    if (error instanceof TypeError) throw new Unreachable('no connection', { cause: error })
    throw error
  }
}

/** Keeps a file where the browser keeps downloads. */
export function saveFile({ name, content }: Pick<FetchedFile, 'name' | 'content'>): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads it a little later, without saying when.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}

const KEPT_MS = 60_000

/** @see RFC 8187, as the server writes it */
function nameIn(disposition: string): string {
  const written = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return written === undefined ? 'export' : decodeURIComponent(written)
}
