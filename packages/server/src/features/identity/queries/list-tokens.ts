import { operations } from '@millrace/contract'
import { mayInOrganisation, query } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { presentToken } from '../present.ts'
import { TOKEN_COLUMNS, type TokenRow } from '../store/tokens.ts'

const TOKENS_MAX = 2_000

/** One's own tokens, or everybody's for who manages people. */
export const listTokens = query(operations['identity.listTokens'], async ({ tx, principal }) => {
  const ofPerson = mayInOrganisation(principal, 'people.manage') ? null : principal.personId
  const rows = await readTokens(tx, { organisationId: principal.organisationId, ofPerson })
  return { tokens: rows.map(presentToken) }
})

async function readTokens(
  tx: Tx,
  which: { readonly organisationId: string; readonly ofPerson: string | null },
): Promise<readonly TokenRow[]> {
  return await tx.query<TokenRow>({
    name: 'identity_read_tokens',
    text: `
select ${TOKEN_COLUMNS}
from api_token
where organisation_id = $1
  and ($2::uuid is null or person_id = $2)
order by created_at desc, id desc
limit $3`,
    values: [which.organisationId, which.ofPerson, TOKENS_MAX],
  })
}
