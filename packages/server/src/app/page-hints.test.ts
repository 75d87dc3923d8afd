import { EVERY_FIELD } from '@millrace/core/work'
import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { Refused } from '../platform/commands/index.ts'
import type { Authenticate } from '../platform/http/index.ts'
import { createPageHints } from './page-hints.ts'

const NO_DATABASE = { pool: null as never } // None of these comes as far as to ask it.

function hintsFor(url: string, authenticate: Authenticate, cookie = '') {
  const hints = createPageHints({ db: NO_DATABASE, authenticate })
  return hints({ url, headers: { cookie } } as FastifyRequest) // Nothing else of it is read here.
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

test('what the browser has kept it is not told to fetch', async () => {
  const organisationId = '0194e9f0-0000-7000-8000-000000000001'
  const anna = { organisationId, access: { version: 1, containers: 'all', fields: EVERY_FIELD } }
  const member = (async () => anna) as unknown as Authenticate // Nothing else of a principal is read here.
  const snapshot = (scope: string) => `/api/v1/o/${organisationId}/sync/bootstrap?scope=${scope}`
  const kept = (...words: string[]) => `a=b; millrace-kept=${encodeURIComponent(words.join(' '))}; c=d`
  const all = ['/api/v1/me', snapshot('directory'), snapshot('my')]
  expect(await hintsFor('/o/mill/my', member)).toEqual(all)
  expect(await hintsFor('/o/mill/my', member, kept(organisationId, 'directory', 'my'))).toEqual([
    '/api/v1/me',
  ])
  expect(await hintsFor('/o/mill/my', member, kept(organisationId, 'my'))).toEqual(all.slice(0, 2))
  // Kept of another organisation, and what nobody of ours wrote.
  expect(await hintsFor('/o/mill/my', member, kept('another', 'directory', 'my'))).toEqual(all)
  expect(await hintsFor('/o/mill/my', member, 'millrace-kept=%E0%A4%A')).toEqual(['/api/v1/me'])
})
