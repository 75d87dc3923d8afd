import type { FileView } from '@millrace/contract'

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

/**
 * How to call a content when it is kept: in plain signs for old programs, and in full.
 *
 * @see RFC 6266, RFC 8187
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}
