const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether secrets may be sent there: over TLS, or to this very machine. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.has(hostname))
}
