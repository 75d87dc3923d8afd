import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSessionCookieReader } from './session-cookie.ts'

const SECRET = 'a secret of the server, long enough'
const NAME = 'mill.session'

function signed(token: string, secret = SECRET): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `${NAME}=${encodeURIComponent(`${token}.${signature}`)}`
}

test('a genuine cookie gives its token, as often as it comes', () => {
  const read = createSessionCookieReader({ name: NAME, secret: SECRET })
  expect(read(`theme=dark; ${signed('abc')}`)).toBe('abc')
  expect(read(`${signed('abc')}; theme=dark`)).toBe('abc')
})

test('a genuine cookie seen before lets no other signature pass', () => {
  const read = createSessionCookieReader({ name: NAME, secret: SECRET })
  expect(read(signed('abc'))).toBe('abc')
  const forged = signed('abc', 'another secret, just as long as ours')
  expect(read(forged)).toBeNull()
  expect(read(forged)).toBeNull()
  expect(read(`${NAME}=abc`)).toBeNull()
  expect(read(`${NAME}=.`)).toBeNull()
  expect(read(undefined)).toBeNull()
})

test('of more cookies than are kept each is still read', () => {
  const read = createSessionCookieReader({ name: NAME, secret: SECRET })
  const tokens = Array.from({ length: 2_100 }, (_, index) => `token-${index}`)
  for (const token of [...tokens, ...tokens]) expect(read(signed(token))).toBe(token)
})
