-- Decision models of a process: a DMN file each, kept as it is written. The text here is the draft; what
-- instances are answered by is published, and never changed.
create table process_decision (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  name text not null,
  xml text not null,
  -- The decisions in it: what tasks name them by, and their names.
  keys jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, changed_by) references person (organisation_id, id)
);
create index process_decision_process on process_decision (organisation_id, process_id);
create index process_decision_changed_by on process_decision (organisation_id, changed_by);

create table process_decision_version (
  organisation_id uuid not null,
  decision_id uuid not null,
  number integer not null check (number > 0),
  xml text not null,
  -- The ids of the decisions in it, which business rule tasks name.
  keys text[] not null,
  note text not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (organisation_id, decision_id, number),
  foreign key (organisation_id, decision_id) references process_decision (organisation_id, id),
  foreign key (organisation_id, published_by) references person (organisation_id, id)
);
create index process_decision_version_published_by on process_decision_version (organisation_id, published_by);

-- Examples that a decision is held to.
create table process_decision_case (
  organisation_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  key text not null,
  name text not null,
  inputs jsonb not null,
  expected jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, decision_id) references process_decision (organisation_id, id)
);
create index process_decision_case_decision on process_decision_case (organisation_id, decision_id);

-- What was decided, and by which rules. Only ever added to: ids grow with time, so that rows lie in the order in
-- which they are read, the newest first.
create table process_decision_log (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  decision_id uuid not null,
  number integer not null,
  key text not null,
  -- Null: asked from outside.
  instance_id uuid,
  node text,
  actor jsonb not null,
  at timestamptz not null,
  inputs jsonb not null,
  explanation jsonb,
  -- Why there was no answer; null: there was one.
  fault text,
  primary key (organisation_id, id),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, decision_id, number)
    references process_decision_version (organisation_id, decision_id, number),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id)
);
create index process_decision_log_process on process_decision_log (organisation_id, process_id, id desc);
create index process_decision_log_decision on process_decision_log (organisation_id, decision_id, number, id desc);
create index process_decision_log_instance on process_decision_log (organisation_id, instance_id, id desc)
  where instance_id is not null;

alter table process_decision enable row level security;
alter table process_decision force row level security;
create policy own_organisation on process_decision using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_decision_version enable row level security;
alter table process_decision_version force row level security;
create policy own_organisation on process_decision_version using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_decision_case enable row level security;
alter table process_decision_case force row level security;
create policy own_organisation on process_decision_case using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_decision_log enable row level security;
alter table process_decision_log force row level security;
create policy own_organisation on process_decision_log using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
