import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideProviderEntry, type KnownPerson, type ProviderFacts, type ProviderRules } from './index.ts'

const rules: ProviderRules = { domains: [], admits: 'known', admittedRole: 'member', trustsEmail: false }
const claims = { email: 'olga@acme.example', isEmailVerified: true }
const nobody: ProviderFacts = { connected: null, named: null, accountId: null }
const olga: KnownPerson = {
  ...{ personId: 'olga', status: 'active', userId: 'u1' },
  ...{ isVouched: true, isConnected: false },
} as const

function decide(facts: Partial<ProviderFacts>, more: Partial<ProviderRules> = {}, said = claims) {
  const result = decideProviderEntry({ ...rules, ...more }, said, { ...nobody, ...facts })
  return result.ok ? result.value : result.refusal.code
}

test.each([
  ['who came before is who they were', { connected: { userId: 'u1', person: olga } }, 'enter'],
  ['who was added with the address is connected', { named: olga, accountId: 'u1' }, 'connect'],
  [
    'a placeholder becomes who it waited for',
    { named: { ...olga, status: 'placeholder' as const, userId: null } },
    'fill',
  ],
] as const)('%s', (_name, facts, kind) => {
  expect(decide(facts)).toMatchObject({ kind })
})

test('somebody unknown joins only where everybody may, in the role that was named', () => {
  expect(decide({})).toBe('identity.provider_person_unknown')
  const entry = decide({}, { admits: 'everybody', admittedRole: 'guest' })
  expect(entry).toEqual({ kind: 'join', userId: null, orgRole: 'guest' })
})

test('the domain is what stands after the last sign, whole', () => {
  const facts = { connected: { userId: 'u1', person: olga } }
  const inDomain = (email: string) =>
    typeof decide(facts, { domains: ['acme.example'] }, { ...claims, email }) === 'object'
  expect(inDomain('olga@acme.example')).toBe(true)
  expect(inDomain('"olga@acme.example"@evil.example')).toBe(false)
  expect(inDomain('olga@evilacme.example')).toBe(false)
  expect(inDomain('olga@acme.example.evil')).toBe(false)
})

const people = fc.record<KnownPerson>({
  personId: fc.constantFrom('a', 'b'),
  status: fc.constantFrom('active', 'placeholder', 'inactive'),
  userId: fc.option(fc.constantFrom('u1', 'u2')),
  isVouched: fc.boolean(),
  isConnected: fc.boolean(),
})
const anything = fc.record({
  rules: fc.record<ProviderRules>({
    domains: fc.constantFrom([], ['acme.example']),
    admits: fc.constantFrom('known', 'everybody'),
    admittedRole: fc.constantFrom('member', 'guest'),
    trustsEmail: fc.boolean(),
  }),
  claims: fc.record({
    email: fc.option(fc.constantFrom('olga@acme.example', 'olga@evil.example')),
    isEmailVerified: fc.option(fc.boolean()),
  }),
  facts: fc.record<ProviderFacts>({
    connected: fc.option(fc.record({ userId: fc.constantFrom('u1', 'u2'), person: fc.option(people) })),
    named: fc.option(people),
    accountId: fc.option(fc.constantFrom('u1', 'u2')),
  }),
})

test('nobody gets to an account by an address that was not checked, or that its owner gave themselves', () => {
  fc.assert(
    fc.property(anything, ({ rules: said, claims: told, facts }) => {
      const result = decideProviderEntry(said, told, facts)
      if (!result.ok) return
      const entry = result.value
      if (entry.kind === 'enter') {
        expect(entry.userId).toBe(facts.connected?.userId)
        expect(facts.connected?.person?.status).not.toBe('inactive')
        return
      }
      expect(told.isEmailVerified ?? said.trustsEmail).toBe(true)
      if (entry.kind === 'connect') expect(facts.named).toMatchObject({ isVouched: true, isConnected: false })
      // An account that is there already is taken only by the identity that is connected with it.
      else expect(facts.accountId === null || facts.accountId === entry.userId).toBe(true)
    }),
    { seed: 26 },
  )
})
