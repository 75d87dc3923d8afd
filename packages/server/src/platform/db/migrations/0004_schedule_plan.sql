-- What a project's plan says about an item; an item is on one plan at most. The dates that people
-- set stand on the item; these are the plan's.
create table plan_item (
  organisation_id uuid not null,
  item_id uuid not null,
  project_id uuid not null,
  wbs text not null default '',
  start_at timestamptz,
  finish_at timestamptz,
  duration_min integer,
  percent_complete smallint not null default 0 check (percent_complete between 0 and 100),
  is_manual boolean not null default true,
  constraint_kind text,
  constraint_at timestamptz,
  deadline_at timestamptz,
  calendar_id uuid,
  fixed_cost_minor bigint,
  cost_minor bigint,
  primary key (organisation_id, item_id),
  foreign key (organisation_id, project_id) references container (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);
create index plan_item_project on plan_item (organisation_id, project_id);

create table calendar (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  base_id uuid,
  name text not null,
  definition jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, project_id) references container (organisation_id, id),
  foreign key (organisation_id, base_id) references calendar (organisation_id, id)
);
create index calendar_project on calendar (organisation_id, project_id);
create index calendar_base on calendar (organisation_id, base_id);
alter table plan_item add foreign key (organisation_id, calendar_id) references calendar (organisation_id, id);
create index plan_item_calendar on plan_item (organisation_id, calendar_id) where calendar_id is not null;

create table resource (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('work', 'material', 'cost', 'machine')),
  name text not null,
  person_id uuid,
  project_id uuid,
  calendar_id uuid,
  max_units numeric(8, 3) not null default 1,
  rate_minor_per_hour bigint,
  cost_per_use_minor bigint,
  unit_label text not null default '',
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  import_run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, project_id) references container (organisation_id, id),
  foreign key (organisation_id, calendar_id) references calendar (organisation_id, id)
);
create index resource_person on resource (organisation_id, person_id);
create index resource_project on resource (organisation_id, project_id);
create index resource_calendar on resource (organisation_id, calendar_id);

create table assignment (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  item_id uuid not null,
  resource_id uuid not null,
  units numeric(8, 3) not null,
  work_min integer not null,
  actual_work_min integer not null default 0,
  start_at timestamptz,
  finish_at timestamptz,
  cost_minor bigint,
  primary key (organisation_id, id),
  foreign key (organisation_id, project_id) references container (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, resource_id) references resource (organisation_id, id)
);
create index assignment_project on assignment (organisation_id, project_id);
create index assignment_item on assignment (organisation_id, item_id);
create index assignment_resource on assignment (organisation_id, resource_id);

create table baseline (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  number integer not null,
  name text not null,
  taken_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, project_id, number),
  foreign key (organisation_id, project_id) references container (organisation_id, id)
);
create table baseline_item (
  organisation_id uuid not null,
  baseline_id uuid not null,
  item_id uuid not null,
  start_at timestamptz,
  finish_at timestamptz,
  duration_min integer,
  effort_min integer,
  cost_minor bigint,
  primary key (organisation_id, baseline_id, item_id),
  foreign key (organisation_id, baseline_id) references baseline (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);
create index baseline_item_item on baseline_item (organisation_id, item_id);

-- Phases are dated, sequential and group work; later ones hold ranges instead of dates.
create table phase (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  name text not null,
  rank text not null collate "C",
  starts_on date,
  finish_low_on date,
  finish_high_on date,
  effort_low_min integer,
  effort_high_min integer,
  cost_low_minor bigint,
  cost_high_minor bigint,
  state text not null check (state in ('later', 'next', 'current', 'closed')),
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, project_id) references container (organisation_id, id)
);
create index phase_project on phase (organisation_id, project_id, rank);
