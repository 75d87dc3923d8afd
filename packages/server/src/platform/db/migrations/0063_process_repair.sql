-- Why somebody changed, repaired or migrated an instance.
alter table process_history add column reason text;

create index process_incident_since on process_incident (organisation_id, since, instance_id, id);

-- Something that is done to many instances, one slice after the other.
create table process_bulk (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  act jsonb not null,
  -- Which instances: their ids, or a filter that is asked anew for each slice.
  which jsonb not null,
  reason text not null,
  state text not null check (state in ('running', 'finished', 'stopped', 'failed')),
  started_by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  total integer not null,
  done integer not null default 0,
  refused integer not null default 0,
  -- The first of what stayed as it was, and why.
  refusals jsonb not null default '[]',
  -- The last instance that was looked at.
  after_id uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, started_by) references person (organisation_id, id)
);
create index process_bulk_process on process_bulk (organisation_id, process_id, started_at, id);
create index process_bulk_started_by on process_bulk (organisation_id, started_by);

alter table process_bulk enable row level security;
alter table process_bulk force row level security;
create policy own_organisation on process_bulk using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
