/** As long as file systems take, less what a browser may add. */
const BYTES_MAX = 200

/**
 * A name for a file that came from outside: without the way to it, without signs that cannot be seen
 * or that turn the reading direction, and not longer than file systems take. What is left may be
 * shown and offered for download as it is.
 */
export function cleanName(name: string): string {
  const own = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const visible = own
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shorten(visible) || 'file'
}

/** Cuts the middle out rather than the ending that tells what it is. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= BYTES_MAX) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : ''
  let bytes = Buffer.byteLength(ending)
  let kept = ''
  for (const sign of name.slice(0, name.length - ending.length)) {
    bytes += Buffer.byteLength(sign)
    if (bytes > BYTES_MAX) break
    kept += sign
  }
  return kept.replace(/[. ]+$/, '') + ending
}

/** The media type that somebody claims, or the one that claims nothing. */
export function cleanMediaType(mediaType: string): string {
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? ''
  return /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,100}$/.test(type) ? type : 'application/octet-stream'
}
