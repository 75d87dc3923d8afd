-- A reversible run: what was read, how it was mapped, how far it got, what it made.
create table import_run (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  format text not null check (format in ('csv', 'mspdi')),
  file_name text not null,
  file_key text not null,
  file_size bigint not null,
  started_by uuid not null,
  state text not null check (state in ('uploaded', 'mapped', 'running', 'review', 'approved', 'reverting', 'reverted', 'failed')),
  mapping jsonb not null default '{}',
  report jsonb not null default '{}',
  container_id uuid,
  total integer not null default 0,
  done integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, started_by) references person (organisation_id, id),
  foreign key (organisation_id, container_id) references container (organisation_id, id)
);
create index import_run_created on import_run (organisation_id, created_at);
create index import_run_started_by on import_run (organisation_id, started_by);
create index import_run_container on import_run (organisation_id, container_id);

-- Everything a run made, so that exactly this can be taken back.
create table import_record (
  organisation_id uuid not null,
  run_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  source_line integer,
  primary key (organisation_id, run_id, entity, entity_id),
  foreign key (organisation_id, run_id) references import_run (organisation_id, id)
);
