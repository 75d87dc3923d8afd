import type { KnownPerson, PersonStatus, ProviderFacts } from '@millrace/core/people'
import type { Tx } from '../../../platform/db/transaction.ts'

type Row = {
  readonly kind: 'connected' | 'named' | 'account'
  readonly user_id: string | null
  readonly person_id: string | null
  readonly status: PersonStatus | null
  readonly is_vouched: boolean | null
  readonly is_connected: boolean | null
}

/** Who somebody may be who comes from a provider of an organisation: by their identity, and by their address. */
export async function findProviderFacts(
  tx: Tx,
  organisationId: string,
  of: { readonly providerId: string; readonly subject: string; readonly email: string | null },
): Promise<ProviderFacts> {
  const rows = await tx.query<Row>({
    name: 'identity_find_provider_facts',
    text: `
select 'connected' as kind, a.user_id, p.id as person_id, p.status, m.email_vouched as is_vouched,
  true as is_connected
from auth_account a
left join auth_member m on m.organisation_id = $1 and m.user_id = a.user_id
left join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
where a.provider_id = $2
  and a.account_id = $3
union all
select 'named', m.user_id, p.id, p.status, m.email_vouched,
  exists (
    select 1
    from auth_account o
    where o.provider_id = $2
      and o.user_id = m.user_id)
from person p
left join auth_member m on m.organisation_id = p.organisation_id and m.person_id = p.id
where p.organisation_id = $1
  and lower(p.email) = $4
union all
select 'account', u.id, null, null, null, null
from auth_user u
where u.email = $4`,
    values: [organisationId, of.providerId, of.subject, of.email],
  })
  const row = (kind: Row['kind']) => rows.find((one) => one.kind === kind)
  const connected = row('connected')
  const userId = connected?.user_id ?? null
  return {
    connected: userId === null ? null : { userId, person: personOf(connected) },
    named: personOf(row('named')),
    accountId: row('account')?.user_id ?? null,
  }
}

function personOf(row: Row | undefined): KnownPerson | null {
  if (!row || row.person_id === null || row.status === null) return null
  return {
    personId: row.person_id,
    status: row.status,
    userId: row.user_id,
    isVouched: row.is_vouched ?? false,
    isConnected: row.is_connected ?? false,
  }
}
