import { organisationPath } from './api.ts'
import { readAnswer } from './problem.ts'
import { Unreachable } from './refused.ts'

export type UploadOptions = {
  readonly organisationId: string
  /** Hears how much of the file has been sent, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * Sends one file as `multipart/form-data`, such as an attachment or an import. The browser's fetch
 * tells nothing about how far a body has got; this does.
 *
 * @param path inside the organisation, such as `/files?itemId=…`
 * @returns the JSON of the answer
 * @throws Refused, Unreachable, or an AbortError when the signal gave up
 */
export async function uploadFile(path: string, file: File, options: UploadOptions): Promise<unknown> {
  const { organisationId, onProgress, signal } = options
  const form = new FormData()
  form.append('file', file, file.name)
  const answer = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', organisationPath(organisationId, path))
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    })
    request.addEventListener('load', () =>
      resolve(new Response(request.responseText, { status: request.status })),
    )
    request.addEventListener('error', () => reject(new Unreachable('no connection')))
    request.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
  return await readAnswer(answer)
}
