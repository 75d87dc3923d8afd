import { expect, test } from 'vitest'
import { type AllowedOrigin, isAllowedOrigin, originOf } from './allowed-origin.ts'

const API: AllowedOrigin = { protocol: 'https:', hostname: 'api.example.org', port: '' }
const BELOW: AllowedOrigin = { protocol: 'https:', hostname: '*.example.com', port: '' }
const ANY: AllowedOrigin = { protocol: 'https:', hostname: null, port: '' }

test.each([
  ['https://api.example.org/x/{id}', [API], true],
  ['HTTPS://API.example.org:443', [API], true],
  ['https://api.example.org:8443/', [API], false],
  ['http://api.example.org/', [API], false],
  ['https://api.example.org.evil.test/', [API], false],
  ['https://a.b.example.com?x', [BELOW], true],
  ['https://example.com/', [BELOW], false],
  ['https://anything.test:8443/', [ANY], true],
  ['http://anything.test/', [ANY], false],
  ['https://api.example.org/', [], false],
] as const)('%s by %j: %s', (url, list, expected) => {
  const origin = originOf(url)
  expect(origin && isAllowedOrigin(list, origin)).toBe(expected)
})

test.each(['', 'ftp://a', 'https://münchen.example/', 'https://[::1]/', 'https://{host}/'])(
  'where %s leads is not told from what is written',
  (url) => expect(originOf(url)).toBeNull(),
)
