/** Where calls may go: a host over TLS or without, any host below a name, or every host over TLS. */
export type AllowedOrigin = {
  readonly protocol: 'https:' | 'http:'
  /** Null: every host. A beginning `*.` stands for one name or more. */
  readonly hostname: string | null
  /** Empty: the usual one. */
  readonly port: string
}

/** Where a call goes. */
export type Origin = { readonly protocol: string; readonly hostname: string; readonly port: string }

/** Whether a list lets a call go there. */
export function isAllowedOrigin(list: readonly AllowedOrigin[], origin: Origin): boolean {
  return list.some(({ protocol, hostname, port }) => {
    if (protocol !== origin.protocol) return false
    if (hostname === null) return true
    return port === origin.port && isHost(hostname, origin.hostname)
  })
}

function isHost(wanted: string, hostname: string): boolean {
  return wanted.startsWith('*.') ? hostname.endsWith(wanted.slice(1)) : hostname === wanted
}

const WRITTEN = /^(https?:)\/\/([\w.-]+)(?::(\d{1,5}))?(?=[/?#]|$)/i
const USUAL: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' }

/** Where an address leads, as it is written; null where only who calls it can tell. */
export function originOf(url: string): Origin | null {
  const [, protocol = '', hostname, port = ''] = WRITTEN.exec(url.trim()) ?? []
  if (hostname === undefined) return null
  const known = protocol.toLowerCase()
  return {
    ...{ protocol: known, hostname: hostname.toLowerCase() },
    port: port === USUAL[known] ? '' : port,
  }
}
