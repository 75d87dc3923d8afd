/** Where calls may go: `https://api.example.org`, `https://*.example.com`, or `*` for every host over TLS. */
export type AllowedOrigin = {
  readonly protocol: 'https:' | 'http:'
  /** Null: every host. A beginning `*.` stands for one name or more. */
  readonly hostname: string | null
  readonly port: string
}

const WRITTEN = /^(?:https?:\/\/)?(?:\*\.)?(?:\[[\da-f:.]+\]|[\p{L}\p{N}_.-]+)(?::\d{1,5})?$/iu

/** Reads an entry of the list; null where it is none. Without `http://` it is over TLS. */
export function readAllowedOrigin(written: string): AllowedOrigin | null {
  if (written === '*') return { protocol: 'https:', hostname: null, port: '' }
  if (!WRITTEN.test(written)) return null
  const address = written.includes('://') ? written : `https://${written}`
  if (!URL.canParse(address)) return null
  const { protocol, hostname, port } = new URL(address)
  return { protocol: protocol === 'http:' ? 'http:' : 'https:', hostname, port }
}

/** Whether the list lets a call go there. */
export function isAllowedOrigin(list: readonly AllowedOrigin[], url: URL): boolean {
  return list.some(({ protocol, hostname, port }) => {
    if (protocol !== url.protocol) return false
    if (hostname === null) return true
    return port === url.port && isHost(hostname, url.hostname)
  })
}

function isHost(wanted: string, hostname: string): boolean {
  return wanted.startsWith('*.') ? hostname.endsWith(wanted.slice(1)) : hostname === wanted
}
