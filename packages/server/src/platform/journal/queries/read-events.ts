import type { Actor, SubjectRef } from '@millrace/core/kernel'
import type { Tx } from '../../db/transaction.ts'

/** An event as it stands in the journal. */
export type JournalEvent = {
  readonly seq: number
  readonly id: string
  readonly kind: string
  readonly at: number
  readonly actor: Actor
  readonly subject: SubjectRef
  readonly containerId: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly touches: readonly SubjectRef[]
}

type EventRow = {
  seq: number
  id: string
  kind: string
  at: number
  actor: Actor
  subject_kind: string
  subject_id: string
  container_id: string | null
  data: Record<string, unknown>
  touches: SubjectRef[] | null
}

const COLUMNS = 'seq, id, kind, at, actor, subject_kind, subject_id, container_id, data, touches'

/** Events after a sequence number, oldest first. */
export async function readEventsAfter(
  tx: Tx,
  where: { readonly organisationId: string; readonly seq: number; readonly limit: number },
): Promise<readonly JournalEvent[]> {
  const rows = await tx.query<EventRow>({
    name: 'journal_read_after',
    text: `
select ${COLUMNS}
from event
where organisation_id = $1
  and seq > $2
order by seq
limit $3`,
    values: [where.organisationId, where.seq, where.limit],
  })
  return rows.map(toEvent)
}

/** Events about a subject or in a container, newest first, before a sequence number. */
export async function readHistory(
  tx: Tx,
  where: {
    readonly organisationId: string
    readonly of: { readonly subjectId: string } | { readonly containerId: string }
    readonly before: number | null
    readonly limit: number
  },
): Promise<readonly JournalEvent[]> {
  const column = 'subjectId' in where.of ? 'subject_id' : 'container_id'
  const rows = await tx.query<EventRow>({
    name: `journal_history_${column}`,
    text: `
select ${COLUMNS}
from event
where organisation_id = $1
  and ${column} = $2
  and seq < coalesce($3::bigint, 9223372036854775807)
order by seq desc
limit $4`,
    values: [
      where.organisationId,
      'subjectId' in where.of ? where.of.subjectId : where.of.containerId,
      where.before,
      where.limit,
    ],
  })
  return rows.map(toEvent)
}

/** How far the journal reaches. */
export async function readHead(tx: Tx, organisationId: string): Promise<number> {
  const rows = await tx.query<{ seq: number }>({
    name: 'journal_head',
    text: 'select seq from journal_head where organisation_id = $1',
    values: [organisationId],
  })
  return rows[0]?.seq ?? 0
}

function toEvent(row: EventRow): JournalEvent {
  return {
    seq: row.seq,
    id: row.id,
    kind: row.kind,
    at: row.at,
    actor: row.actor,
    subject: { kind: row.subject_kind, id: row.subject_id },
    containerId: row.container_id,
    data: row.data,
    touches: row.touches ?? [],
  }
}
