import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** A range of addresses, such as `10.20.0.0/16`. */
export type AddressRange = {
  readonly address: string
  readonly prefix: number
  readonly family: 'ipv4' | 'ipv6'
}

const WRITTEN = /^([\d.a-f:]+)(?:\/(\d{1,3}))?$/i

/** Reads a range, or one address; null where it is neither. */
export function readAddressRange(written: string): AddressRange | null {
  const [, address = '', prefix] = WRITTEN.exec(written) ?? []
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : null
  if (bits === null) return null
  const length = prefix === undefined ? bits : Number(prefix)
  return length <= bits ? { address, prefix: length, family: bits === 32 ? 'ipv4' : 'ipv6' } : null
}

/** What is no public IPv4 address. @see IANA IPv4 Special-Purpose Address Registry, RFC 6890 */
const SPECIAL_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]
/** Public IPv6 addresses all lie here; IPv4 ones that are written as IPv6 do not. @see RFC 4291 §2.4 */
const GLOBAL_V6 = ['2000::/3']
/** Tunnels, which lead to IPv4 addresses that nobody has looked at, and examples. @see RFC 6890 */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

/**
 * Tells whether an address may be called: public ones, and those within `allowed`, which an administrator vouches for.
 * This machine, networks inside a house and what clouds tell their machines about themselves are none of them.
 */
export function createAddressGuard(allowed: readonly AddressRange[]): (address: string) => boolean {
  const special = blockListOf(
    [...SPECIAL_V4, ...SPECIAL_V6].flatMap((range) => readAddressRange(range) ?? []),
  )
  const global = blockListOf(GLOBAL_V6.flatMap((range) => readAddressRange(range) ?? []))
  const vouched = blockListOf(allowed)
  return (address) => {
    const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : null
    if (family === null) return false
    if (vouched.check(address, family)) return true
    return !special.check(address, family) && (family === 'ipv4' || global.check(address, family))
  }
}

function blockListOf(ranges: readonly AddressRange[]): BlockList {
  const list = new BlockList()
  for (const { address, prefix, family } of ranges) list.addSubnet(address, prefix, family)
  return list
}
