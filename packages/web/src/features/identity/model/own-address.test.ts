import { expect, test } from 'vitest'
import { ownAddress } from './own-address.ts'

test.each([
  ['/o/mill/my?view=board&q=due%3Atoday', { path: '/o/mill/my', search: { view: 'board', q: 'due:today' } }],
  [undefined, { path: '/', search: {} }],
  ['//elsewhere.example', { path: '/', search: {} }],
  ['/\\elsewhere.example', { path: '/', search: {} }],
  ['https://elsewhere.example', { path: '/', search: {} }],
])('%s', (then, address) => expect(ownAddress(then)).toEqual(address))
