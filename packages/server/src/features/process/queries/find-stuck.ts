import type { Incident } from '@millrace/core/process'
import type { MomentCursor } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** Which incidents. */
export type StuckFilter = {
  readonly organisationId: string
  /** Null: all processes. */
  readonly processIds: readonly string[] | null
  readonly node: string | null
  readonly kind: string | null
  readonly text: string | null
  /** Only those from before. */
  readonly before: string | null
}

/** An incident with the instance it is in. */
export type StuckRow = {
  readonly instance_id: string
  readonly id: number
  readonly token: number | null
  readonly node: string
  readonly kind: Incident['kind']
  readonly text: string
  readonly since: number
  readonly process_id: string
  readonly model_id: string
  readonly model_number: number
  readonly number: number
  readonly title: string
}

/** A page of incidents, the newest first. */
export async function findStuck(
  tx: Tx,
  filter: StuckFilter,
  page: { readonly below: (MomentCursor & { readonly number: number }) | null; readonly limit: number },
): Promise<readonly StuckRow[]> {
  const { below, limit } = page
  return await tx.query<StuckRow>({
    name: 'process_find_stuck',
    text: `
select n.instance_id, n.id, n.token_id as token, n.node, n.kind, n.text, n.since, i.process_id, i.model_id,
  m.number as model_number, i.number, i.title
from process_incident n
join process_instance i on i.organisation_id = n.organisation_id and i.id = n.instance_id
join process_version m on m.organisation_id = i.organisation_id and m.id = i.model_id
where n.organisation_id = $1
  and ($2::uuid[] is null or i.process_id = any($2))
  and ($3::text is null or n.node = $3)
  and ($4::text is null or n.kind = $4)
  and ($5::text is null or n.text = $5)
  and ($6::timestamptz is null or n.since < $6)
  and ($7::timestamptz is null or (n.since, n.instance_id, n.id) < ($7, $8::uuid, $9::integer))
order by n.since desc, n.instance_id desc, n.id desc
limit $10`,
    values: [
      ...[filter.organisationId, filter.processIds, filter.node, filter.kind, filter.text, filter.before],
      ...[below && new Date(below.at).toISOString(), below?.id ?? null, below?.number ?? null, limit],
    ],
  })
}

/** Incidents of one instance, the oldest first. */
export async function findStuckIn(
  tx: Tx,
  organisationId: string,
  instanceId: string,
): Promise<readonly StuckRow[]> {
  return await tx.query<StuckRow>({
    name: 'process_find_stuck_in',
    text: `
select n.instance_id, n.id, n.token_id as token, n.node, n.kind, n.text, n.since, i.process_id, i.model_id,
  m.number as model_number, i.number, i.title
from process_incident n
join process_instance i on i.organisation_id = n.organisation_id and i.id = n.instance_id
join process_version m on m.organisation_id = i.organisation_id and m.id = i.model_id
where n.organisation_id = $1
  and n.instance_id = $2
order by n.id`,
    values: [organisationId, instanceId],
  })
}

/** A cause of incidents; `model_id` is the version of the newest of them. */
export type CauseRow = {
  readonly process_id: string
  readonly node: string
  readonly kind: Incident['kind']
  readonly text: string
  readonly count: number
  readonly instance_count: number
  readonly oldest_at: number
  readonly newest_at: number
  readonly model_id: string
}

/** The causes of incidents, the most frequent first. */
export async function findCauses(
  tx: Tx,
  wanted: {
    readonly organisationId: string
    readonly processIds: readonly string[] | null
    readonly limit: number
  },
): Promise<readonly CauseRow[]> {
  return await tx.query<CauseRow>({
    name: 'process_find_causes',
    text: `
select i.process_id, n.node, n.kind, n.text, count(*)::integer as count,
  count(distinct n.instance_id)::integer as instance_count, min(n.since) as oldest_at, max(n.since) as newest_at,
  (array_agg(i.model_id order by n.since desc))[1] as model_id
from process_incident n
join process_instance i on i.organisation_id = n.organisation_id and i.id = n.instance_id
where n.organisation_id = $1
  and ($2::uuid[] is null or i.process_id = any($2))
group by i.process_id, n.node, n.kind, n.text
order by count(*) desc, max(n.since) desc, n.node, n.text
limit $3`,
    values: [wanted.organisationId, wanted.processIds, wanted.limit],
  })
}
