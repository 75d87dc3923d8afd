import type { TokenScope } from '@millrace/core/people'
import type { Unit } from '../../../platform/commands/index.ts'
import type { Db } from '../../../platform/db/transaction.ts'

/** A token as it stands in the table, without its hash. */
export type TokenRow = {
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly hint: string
  readonly scopes: readonly TokenScope[]
  readonly expires_at: number | null
  readonly last_used_at: number | null
  readonly created_at: number
}

/** The columns of a `TokenRow`. */
export const TOKEN_COLUMNS = 'id, person_id, name, hint, scopes, expires_at, last_used_at, created_at'

/** Keeps new tokens. Ids that exist already are left out of the answer. */
export async function insertTokens(
  unit: Unit,
  tokens: readonly (Omit<TokenRow, 'last_used_at' | 'person_id' | 'created_at'> & {
    readonly hash: string
  })[],
): Promise<readonly TokenRow[]> {
  return await unit.tx.query<TokenRow>({
    text: `
insert into api_token (id, organisation_id, person_id, name, token_hash, hint, scopes, expires_at, created_at)
select x.id, $1, $2, x.name, x.hash, x.hint, x.scopes, to_timestamp(x.expires_at / 1000.0), to_timestamp($4::bigint / 1000.0)
from json_to_recordset($3::json) as x (id uuid, name text, hash text, hint text, scopes text[], expires_at bigint)
on conflict (id) do nothing
returning ${TOKEN_COLUMNS}`,
    values: [unit.organisationId, unit.principal.personId, JSON.stringify(tokens), unit.now],
  })
}

/** Makes tokens worthless; of one person only, if one is given. */
export async function deleteTokens(
  unit: Unit,
  which: { readonly ids: readonly string[]; readonly ofPerson: string | null },
): Promise<readonly TokenRow[]> {
  return await unit.tx.query<TokenRow>({
    text: `
delete from api_token
where organisation_id = $1
  and id = any($2::uuid[])
  and ($3::uuid is null or person_id = $3)
returning ${TOKEN_COLUMNS}`,
    values: [unit.organisationId, which.ids, which.ofPerson],
  })
}

/** Makes every token of some people worthless. */
export async function deleteTokensOf(unit: Unit, personIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
delete from api_token
where organisation_id = $1
  and person_id = any($2::uuid[])`,
    values: [unit.organisationId, personIds],
  })
}

/** Notes that a token was used, at most once a minute. */
export async function noteTokenUse(db: Db, id: string): Promise<void> {
  await db.pool.query({
    name: 'identity_note_token_use',
    text: `
update api_token
set last_used_at = now()
where id = $1
  and coalesce(last_used_at < now() - interval '1 minute', true)`,
    values: [id],
  })
}
