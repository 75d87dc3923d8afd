import { expect, test } from 'vitest'
import { doorAddress, organisationIn } from './door-address.ts'

test('the way to a provider says where to go on', () => {
  expect(doorAddress('p', undefined)).toBe('/api/auth/provider/p/start')
  expect(doorAddress('p', '/o/acme/my?view=a b')).toBe(
    '/api/auth/provider/p/start?next=%2Fo%2Facme%2Fmy%3Fview%3Da+b',
  )
  expect(doorAddress('p', '/x', 'a+b')).toBe('/api/auth/provider/p/start?next=%2Fx&connect=a%2Bb')
})

test('an address tells the organisation it leads into', () => {
  expect(organisationIn('/o/nord-partner/c/TWR/work')).toBe('nord-partner')
  expect(organisationIn('/welcome')).toBeUndefined()
  expect(organisationIn(undefined)).toBeUndefined()
})
