-- An organisation as one archive, kept for some days. What it was and who took it stands in the journal.
create table organisation_export (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  state text not null check (state in ('running', 'ready', 'failed')),
  started_by uuid not null,
  -- Rows and contents that are written, and how many there are; 0 until that is known.
  done bigint not null default 0,
  total bigint not null default 0,
  file_key text,
  size_bytes bigint,
  -- What it holds, or why it failed.
  report jsonb not null default '{}',
  created_at timestamptz not null,
  -- When it is swept.
  expires_at timestamptz not null,
  primary key (organisation_id, id),
  check ((state = 'ready') = (file_key is not null)),
  foreign key (organisation_id, started_by) references person (organisation_id, id)
);
create index organisation_export_started_by on organisation_export (organisation_id, started_by);
create index organisation_export_newest on organisation_export (organisation_id, created_at desc, id desc);
-- One at a time.
create unique index organisation_export_running on organisation_export (organisation_id) where state = 'running';

alter table organisation_export enable row level security;
alter table organisation_export force row level security;
create policy own_organisation on organisation_export using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
