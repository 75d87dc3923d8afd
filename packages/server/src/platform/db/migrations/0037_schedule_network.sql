-- What people say about the time of an item, beyond its dates.
alter table plan_item
  add column is_elapsed boolean not null default false,
  add column actual_start_at timestamptz,
  add column actual_finish_at timestamptz,
  add column remaining_min integer check (remaining_min >= 0),
  add column levelled_at timestamptz,
  add column task_type text not null default 'units' check (task_type in ('units', 'work', 'duration')),
  add column is_effort_driven boolean not null default false;

-- Null: nobody has decided. Then it is planned in waves, and its dates are calculated.
alter table project_plan alter column has_rolling_wave drop not null;
-- How a project's plan is calculated. What people ask for bumps the version; the dates that stand on its
-- items belong to the planned version.
alter table project_plan
  add column is_scheduled boolean,
  add column starts_at timestamptz,
  add column status_at timestamptz,
  add column calendar_id uuid,
  add column lag_calendar text not null default 'project' check (lag_calendar in ('project', 'predecessor', 'successor')),
  add column precedence text not null default 'logic' check (precedence in ('logic', 'dates')),
  add column progress_rule text not null default 'retained' check (progress_rule in ('retained', 'override')),
  add column critical_min integer not null default 0,
  add column version integer not null default 0,
  add column planned_version integer not null default 0,
  add foreign key (organisation_id, calendar_id) references calendar (organisation_id, id);
create index project_plan_calendar on project_plan (organisation_id, calendar_id) where calendar_id is not null;
-- Plans made elsewhere keep their dates until somebody has them calculated.
update project_plan set is_scheduled = has_rolling_wave;

-- What the last calculation of a plan found, one row a plan: every change of a plan changes the float of
-- most of its items, and nobody asks for that of a single one.
create table plan_figures (
  organisation_id uuid not null,
  project_id uuid not null,
  -- For each item a list: id, latest finish in milliseconds, total and free float in minutes, whether it is
  -- critical, whether it is on the longest path, and the kind of what set its start with its id or null.
  figures json not null default '[]',
  conflicts json not null default '[]',
  -- Why the plan could not be calculated; its dates are then those of the calculation before.
  refusal json,
  primary key (organisation_id, project_id),
  foreign key (organisation_id, project_id) references container (organisation_id, id)
);
alter table plan_figures enable row level security;
alter table plan_figures force row level security;
create policy own_organisation on plan_figures using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
