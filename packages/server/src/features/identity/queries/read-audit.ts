import type { Actor } from '@millrace/core/kernel'
import type { Tx } from '../../../platform/db/transaction.ts'

/** An event of the journal as far as the audit tells of it. */
export type AuditRow = {
  readonly seq: number
  readonly at: number
  readonly kind: string
  readonly actor: Actor
  readonly data: Readonly<Record<string, unknown>>
  /** What the item is called now that it was about. */
  readonly title: string | null
}

/** Which events to read; `before` and the moments are exclusive at their end. */
export type AuditWhich = {
  readonly organisationId: string
  readonly kinds: readonly string[]
  readonly personId: string | null
  readonly before: number | null
  readonly from: number | null
  readonly until: number | null
  readonly limit: number
}

/** Events of some kinds, newest first: each kind is read from its own end of the index. */
export async function readAudit(tx: Tx, which: AuditWhich): Promise<readonly AuditRow[]> {
  return await tx.query<AuditRow>({
    name: 'identity_read_audit',
    text: `
select e.seq, e.at, e.kind, e.actor, e.data, w.title
from unnest($2::text[]) wanted (kind)
cross join lateral (
  select v.seq, v.at, v.kind, v.actor, v.data, v.subject_kind, v.subject_id
  from event v
  where v.organisation_id = $1
    and v.kind = wanted.kind
    and v.kind not in ('work.created', 'work.changed', 'work.moved')
    and ($3::text is null or v.actor ->> 'personId' = $3)
    and ($4::bigint is null or v.seq < $4)
    and ($5::bigint is null or v.at >= to_timestamp($5::bigint / 1000.0))
    and ($6::bigint is null or v.at < to_timestamp($6::bigint / 1000.0))
  order by v.seq desc
  limit $7
) e
left join work_item w on e.subject_kind = 'item' and w.organisation_id = $1 and w.id = e.subject_id
order by e.seq desc
limit $7`,
    values: [
      which.organisationId,
      which.kinds,
      which.personId,
      which.before,
      which.from,
      which.until,
      which.limit,
    ],
  })
}
