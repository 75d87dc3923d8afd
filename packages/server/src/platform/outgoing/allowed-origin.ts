import type { AllowedOrigin } from '@millrace/core/process'

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
