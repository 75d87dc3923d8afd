import type { FileView } from '@millrace/contract'
import { contentDisposition } from '../../../platform/http/index.ts'

/** What a browser may show in its own window: pictures, pages and text that cannot run anything of ours. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'])

/**
 * The headers under which a content goes out. Anything that could run as part of this site (HTML,
 * SVG, XML, scripts) is offered for download only, and no browser is to guess.
 */
export function contentHeaders(file: Pick<FileView, 'name' | 'mediaType' | 'sha256'>) {
  const isShown = SHOWN.has(file.mediaType)
  const isPdf = file.mediaType === 'application/pdf'
  return {
    'content-type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
    'content-disposition': contentDisposition(isShown ? 'inline' : 'attachment', file.name),
    'x-content-type-options': 'nosniff',
    // The viewers of PDF that browsers have do not work in a sandbox, and are one themselves.
    'content-security-policy': `default-src 'none'; frame-ancestors 'self'${isPdf ? '' : '; sandbox'}`,
    'cross-origin-resource-policy': 'same-origin',
    // In its sandbox it has no origin that could be kept apart: browsers complain when it is asked for.
    'origin-agent-cluster': '?0',
    // Kept by the browser, but shown again only after we said that it still may be.
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag: `"${file.sha256}"`,
  }
}
