-- The head is locked last in every writing transaction, so that sequence numbers are in commit order.
create table journal_head (
  organisation_id uuid primary key references organisation (id),
  seq bigint not null default 0
);

create table event (
  organisation_id uuid not null,
  seq bigint not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor jsonb not null,
  subject_kind text not null,
  subject_id uuid not null,
  container_id uuid,
  data jsonb not null,
  touches jsonb,
  primary key (organisation_id, seq, recorded_at)
) partition by range (recorded_at);
create table event_rest partition of event default;
create index event_subject on event (organisation_id, subject_id, seq);
create index event_container on event (organisation_id, container_id, seq);

-- An answer already given: a write repeated with the same key gets it again instead of happening twice.
create table idempotency (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  key text not null,
  request_hash text not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (organisation_id, person_id, key)
);
create index idempotency_age on idempotency (created_at);
