import { operations } from '@millrace/contract'
import { impliedScopes } from '@millrace/core/people'
import { command, mayInOrganisation, refuse, type Unit } from '../../../platform/commands/index.ts'
import { makeApiToken } from '../api-token.ts'
import { identityEvent } from '../identity-events.ts'
import { presentToken } from '../present.ts'
import { deleteTokens, insertTokens, type TokenRow } from '../store/tokens.ts'

/** Makes API tokens of the person who asks. Their secrets exist in the answer alone. */
export const createToken = command(
  operations['identity.createToken'],
  async (unit, inputs) => {
    // Otherwise a token could make itself one that may do more or lives longer.
    if (unit.principal.scopes !== null) refuse('identity.session_needed')
    const made = inputs.map((input, index) => {
      if (input.expiresAt !== null && input.expiresAt <= unit.now) refuse('identity.expiry_past', {}, index)
      return { input, ...makeApiToken() }
    })
    const rows = await insertTokens(
      unit,
      made.map(({ input, hash, hint }) => ({
        id: input.id,
        name: input.name,
        hash,
        hint,
        scopes: impliedScopes(input.scopes),
        expires_at: input.expiresAt,
      })),
    )
    const kept = new Map(rows.map((row) => [row.id, row]))
    const results = made.map(({ input, secret }, index) => {
      const row = kept.get(input.id) ?? refuse('platform.exists', { what: 'token' }, index)
      kept.delete(input.id)
      return { ...presentToken(row), secret }
    })
    unit.record(rows.map((row) => tokenEvent(unit, 'identity.token_created', row)))
    return results
  },
  (token) => ({ ...token, secret: null }),
)

/** Makes tokens worthless: one's own, or anybody's for who manages people. */
export const revokeToken = command(operations['identity.revokeToken'], async (unit, inputs) => {
  const ofPerson = mayInOrganisation(unit.principal, 'people.manage') ? null : unit.principal.personId
  const rows = await deleteTokens(unit, { ids: inputs.map((input) => input.id), ofPerson })
  const gone = new Set(rows.map((row) => row.id))
  inputs.forEach(({ id }, index) => {
    if (!gone.has(id)) refuse('platform.not_found', { what: 'token' }, index)
  })
  unit.record(rows.map((row) => tokenEvent(unit, 'identity.token_revoked', row)))
  return inputs.map(() => ({}))
})

function tokenEvent(unit: Unit, kind: 'identity.token_created' | 'identity.token_revoked', row: TokenRow) {
  const { id, name, hint, scopes } = row
  const subject = { kind: 'token', id }
  return identityEvent(unit, kind, {
    subject,
    data: { token: { id, name, hint, scopes, personId: row.person_id } },
  })
}
