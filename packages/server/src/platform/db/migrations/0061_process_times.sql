-- How soon a process, or one of its steps, is to be done.
create table process_level (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  -- Null: the instance as a whole.
  step_id uuid,
  -- Lengths of ISO 8601.
  goal text,
  deadline text not null,
  counts text not null check (counts in ('clock', 'working')),
  -- Null: the organisation's usual one.
  calendar_id uuid,
  warn_percent integer check (warn_percent between 1 and 99),
  pauses_waiting boolean not null,
  escalations jsonb not null default '[]',
  -- It is not counted by any more; how it was kept stays.
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, step_id) references process_step (organisation_id, id),
  foreign key (organisation_id, calendar_id) references calendar (organisation_id, id)
);
create unique index process_level_present on process_level (organisation_id, process_id, step_id) nulls not distinct where archived_at is null;
create index process_level_step on process_level (organisation_id, step_id);
create index process_level_calendar on process_level (organisation_id, calendar_id);
create index process_level_process on process_level (organisation_id, process_id);

-- How one instance, or one step of it, stands against a level, with the moments at which its points are reached.
create table process_level_clock (
  organisation_id uuid not null,
  id uuid not null,
  level_id uuid not null,
  instance_id uuid not null,
  -- Null: the instance as a whole.
  activity_id uuid,
  begun_at timestamptz not null,
  warn_at timestamptz,
  goal_at timestamptz,
  due_at timestamptz not null,
  pauses jsonb not null default '[]',
  paused_at timestamptz,
  ended_at timestamptz,
  passed text[] not null default '{}',
  -- When somebody has to look next; null: never, as it is now.
  next_at timestamptz,
  primary key (organisation_id, id),
  unique nulls not distinct (organisation_id, level_id, instance_id, activity_id),
  foreign key (organisation_id, level_id) references process_level (organisation_id, id),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id),
  -- What is taken back before it began was never counted.
  foreign key (organisation_id, activity_id) references process_activity (organisation_id, id) on delete cascade
);
create index process_level_clock_instance on process_level_clock (organisation_id, instance_id);
create index process_level_clock_activity on process_level_clock (organisation_id, activity_id);
create index process_level_clock_next on process_level_clock (organisation_id, next_at) where next_at is not null;
create index process_level_clock_open on process_level_clock (organisation_id, level_id, due_at) where ended_at is null;
create index process_level_clock_ended on process_level_clock (organisation_id, level_id, ended_at) where ended_at is not null;

-- By what instances are started again and again.
create table process_schedule (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  -- The start event of the model that says it; null: people do.
  element_id text,
  title text not null,
  rule jsonb not null,
  calendar_id uuid,
  missed text not null check (missed in ('one', 'all', 'none')),
  "values" jsonb not null default '{}',
  paused_at timestamptz,
  -- The start that comes next; null: it is over.
  next jsonb,
  started integer not null default 0,
  -- Why the last start could not be made.
  problem jsonb,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, calendar_id) references calendar (organisation_id, id)
);
create index process_schedule_process on process_schedule (organisation_id, process_id);
create unique index process_schedule_element on process_schedule (organisation_id, process_id, element_id) where element_id is not null;
create index process_schedule_calendar on process_schedule (organisation_id, calendar_id);

-- What a schedule started, each time once.
create table process_schedule_start (
  organisation_id uuid not null,
  schedule_id uuid not null,
  at timestamptz not null,
  instance_id uuid not null,
  primary key (organisation_id, schedule_id, at),
  foreign key (organisation_id, schedule_id) references process_schedule (organisation_id, id),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id)
);
create index process_schedule_start_instance on process_schedule_start (organisation_id, instance_id);

alter table process_level enable row level security;
alter table process_level force row level security;
create policy own_organisation on process_level using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_level_clock enable row level security;
alter table process_level_clock force row level security;
create policy own_organisation on process_level_clock using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_schedule enable row level security;
alter table process_schedule force row level security;
create policy own_organisation on process_schedule using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_schedule_start enable row level security;
alter table process_schedule_start force row level security;
create policy own_organisation on process_schedule_start using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
