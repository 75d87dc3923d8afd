import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { Refused } from '../platform/commands/index.ts'
import type { Authenticate } from '../platform/http/index.ts'
import { createPageHints } from './page-hints.ts'

const NO_DATABASE = { pool: null as never } // None of these comes as far as to ask it.

function hintsFor(url: string, authenticate: Authenticate) {
  const hints = createPageHints({ db: NO_DATABASE, authenticate })
  return hints({ url } as FastifyRequest) // Nothing else of it is read here.
}

test('who is not signed in is told nothing but where to ask that', async () => {
  const signedOut: Authenticate = async () => {
    throw new Refused({ code: 'platform.not_signed_in' })
  }
  expect(await hintsFor('/o/mill/c/TWR/work', signedOut)).toEqual(['/api/v1/me'])
  expect(await hintsFor('/o/%E0%A4%A/c/TWR', signedOut)).toEqual(['/api/v1/me'])
  expect(await hintsFor('/sign-in', signedOut)).toEqual([])
})

test('a page is neither refused nor kept back while the database is away', async () => {
  const away: Authenticate = async () => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  }
  expect(await hintsFor('/o/mill/my', away)).toEqual([])
  expect(await hintsFor('/o/mill/my', () => new Promise(() => {}))).toEqual([])
})
