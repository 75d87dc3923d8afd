import type { Event, Id } from '@millrace/core/kernel'
import type { Tx } from '../db/transaction.ts'

/** What a transaction adds to the journal. */
export type JournalEntry = {
  readonly organisationId: Id<'Organisation'>
  readonly events: readonly Event[]
  readonly idempotency: {
    readonly key: string
    readonly requestHash: string
    readonly personId: Id<'Person'>
    readonly results: readonly unknown[]
  } | null
}

/**
 * Appends events, and the answer under its idempotency key, as the last statement of a transaction.
 * The head row is locked from here to the commit, so sequence numbers come out in commit order and
 * without gaps, and nobody else waits longer than that.
 *
 * @returns the sequence number of the last event, or of the journal's end when there was none
 */
export async function appendToJournal(tx: Tx, entry: JournalEntry): Promise<number> {
  const rows = await tx.query<{ seq: number }>({
    name: 'journal_append',
    text: `
with head as (
  update journal_head
  set seq = seq + $2
  where organisation_id = $1
  returning seq
), written as (
  insert into event (organisation_id, seq, id, kind, at, recorded_at, actor, subject_kind, subject_id, container_id, data, touches)
  select $1, head.seq - $2 + e.ord, e.id, e.kind, e.at, now(), e.actor, e.subject_kind, e.subject_id, e.container_id, e.data, e.touches
  from head, json_to_recordset($3::json) as e (
    ord integer, id uuid, kind text, at timestamptz, actor jsonb, subject_kind text, subject_id uuid,
    container_id uuid, data jsonb, touches jsonb
  )
), answered as (
  insert into idempotency (organisation_id, person_id, key, request_hash, response, created_at)
  select $1, $4::uuid, $5, $6, jsonb_build_object('seq', head.seq, 'results', $7::jsonb), now()
  from head
  where $5::text is not null
)
select seq from head`,
    values: [
      entry.organisationId,
      entry.events.length,
      JSON.stringify(entry.events.map(toRow)),
      entry.idempotency?.personId ?? null,
      entry.idempotency?.key ?? null,
      entry.idempotency?.requestHash ?? null,
      JSON.stringify(entry.idempotency?.results ?? []),
    ],
  })
  const head = rows[0]
  if (!head) throw new Error('the organisation has no journal')
  return head.seq
}

function toRow(event: Event, index: number) {
  return {
    ord: index + 1,
    id: event.id,
    kind: event.kind,
    at: new Date(event.at).toISOString(),
    actor: event.actor,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    container_id: event.containerId,
    data: event.data,
    touches: event.touches ?? null,
  }
}

/** Opens the journal of a new organisation. */
export async function openJournal(tx: Tx, organisationId: Id<'Organisation'>): Promise<void> {
  await tx.query({ text: 'insert into journal_head (organisation_id) values ($1)', values: [organisationId] })
}

/** Forgets answers given before a moment. */
export async function deleteAnswers(tx: Tx, organisationId: string, before: number): Promise<void> {
  await tx.query({
    name: 'journal_delete_answers',
    text: 'delete from idempotency where organisation_id = $1 and created_at < to_timestamp($2 / 1000.0)',
    values: [organisationId, before],
  })
}
