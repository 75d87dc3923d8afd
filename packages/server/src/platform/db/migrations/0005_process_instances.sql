create table process_step (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  rank text not null collate "C",
  name text not null,
  team_id uuid,
  responsible_id uuid,
  -- How long the step may take before it is late, in clock minutes; null: no expectation.
  expected_min integer,
  effort_min integer,
  practice text,
  role text,
  artifact text,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id),
  foreign key (organisation_id, responsible_id) references person (organisation_id, id)
);
create index process_step_process on process_step (organisation_id, process_id, rank);
create index process_step_team on process_step (organisation_id, team_id);
create index process_step_responsible on process_step (organisation_id, responsible_id);

create table process_instance (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  number integer not null,
  title text not null,
  state text not null check (state in ('running', 'finished', 'cancelled')),
  -- The steps it goes through, in their order when it started. A step in here is never deleted.
  step_ids uuid[] not null,
  started_at timestamptz not null,
  started_by uuid,
  due_at timestamptz,
  ended_at timestamptz,
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, process_id, number),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, started_by) references person (organisation_id, id)
);
create index process_instance_state on process_instance (organisation_id, process_id, state, number);
create index process_instance_started_by on process_instance (organisation_id, started_by);

-- Which item carries out which step of which instance.
create table process_activity (
  organisation_id uuid not null,
  id uuid not null,
  instance_id uuid not null,
  step_id uuid not null,
  item_id uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, instance_id, step_id, item_id),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id),
  foreign key (organisation_id, step_id) references process_step (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);
create index process_activity_step on process_activity (organisation_id, step_id);
create index process_activity_item on process_activity (organisation_id, item_id);
create index process_activity_open on process_activity (organisation_id, step_id, opened_at) where closed_at is null;
