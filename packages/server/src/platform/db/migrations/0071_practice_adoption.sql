-- Who keeps the catalogue of practices besides those who run the organisation.
create table method_manager (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

-- What an organisation calls the rows and columns of the 3x3 table; what is not here is called as usual.
create table area_label (
  organisation_id uuid not null references organisation (id),
  axis text not null check (axis in ('row', 'column')),
  place integer not null check (place between 1 and 3),
  name text not null,
  primary key (organisation_id, axis, place)
);

-- How well a cell of the table is done: in the organisation as a whole, or in a project, process or case.
create table area_mark (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- Null: the organisation.
  container_id uuid,
  area text not null,
  mark text not null check (mark in ('best', 'satisfactory', 'failing', 'notApplicable')),
  note text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id, id),
  unique nulls not distinct (organisation_id, container_id, area),
  foreign key (organisation_id, container_id) references container (organisation_id, id) on delete cascade,
  foreign key (organisation_id, changed_by) references person (organisation_id, id) on delete set null (changed_by)
);
create index area_mark_changed_by on area_mark (organisation_id, changed_by);

-- The method set of a unit: the practices it works by, and how far it is with each. State null: chosen, and no
-- more yet.
create table practice_adoption (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  practice_id uuid not null,
  team_id uuid not null,
  state text check (state in
    ('principlesEstablished', 'foundationEstablished', 'inUse', 'inPlace', 'workingWell', 'retired')),
  state_since timestamptz,
  -- How often its relevance is looked at; null: never.
  review_days integer check (review_days between 1 and 3660),
  next_review_on date,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, team_id, practice_id),
  foreign key (organisation_id, practice_id) references practice (organisation_id, id) on delete cascade,
  foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade
);
create index practice_adoption_practice on practice_adoption (organisation_id, practice_id);

-- What was said of a practice in a unit: each step with its evidence, and each look at its relevance. Only added to.
create table practice_adoption_step (
  organisation_id uuid not null,
  adoption_id uuid not null,
  -- The version of the line that it made.
  number integer not null,
  kind text not null check (kind in ('move', 'review')),
  from_state text,
  to_state text,
  evidence jsonb not null,
  note text not null,
  at timestamptz not null,
  person_id uuid,
  primary key (organisation_id, adoption_id, number),
  foreign key (organisation_id, adoption_id) references practice_adoption (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete set null (person_id)
);
create index practice_adoption_step_person on practice_adoption_step (organisation_id, person_id);

-- Which practice work of a type follows, and how that came about. The newest line of a type counts; lines are only
-- added. Null initiative: the type followed none before, or the item is gone.
create table practice_change (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  type_id uuid not null,
  -- Counted for each type.
  number integer not null check (number > 0),
  from_id uuid,
  to_id uuid,
  kind text not null check (kind in ('first', 'improvement', 'development')),
  initiative_id uuid,
  reason text not null,
  at timestamptz not null,
  person_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, type_id, number),
  foreign key (organisation_id, type_id) references item_type (organisation_id, id) on delete cascade,
  foreign key (organisation_id, from_id) references practice (organisation_id, id) on delete cascade,
  foreign key (organisation_id, to_id) references practice (organisation_id, id) on delete cascade,
  foreign key (organisation_id, initiative_id) references work_item (organisation_id, id)
    on delete set null (initiative_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete set null (person_id)
);
create index practice_change_from on practice_change (organisation_id, from_id) where from_id is not null;
create index practice_change_to on practice_change (organisation_id, to_id) where to_id is not null;
create index practice_change_initiative on practice_change (organisation_id, initiative_id)
  where initiative_id is not null;
create index practice_change_person on practice_change (organisation_id, person_id);

alter table area_label enable row level security;
alter table area_label force row level security;
create policy own_organisation on area_label using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table area_mark enable row level security;
alter table area_mark force row level security;
create policy own_organisation on area_mark using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table practice_adoption enable row level security;
alter table practice_adoption force row level security;
create policy own_organisation on practice_adoption using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table practice_adoption_step enable row level security;
alter table practice_adoption_step force row level security;
create policy own_organisation on practice_adoption_step using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table practice_change enable row level security;
alter table practice_change force row level security;
create policy own_organisation on practice_change using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table method_manager enable row level security;
alter table method_manager force row level security;
create policy own_organisation on method_manager using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
