-- Work artifacts: what work makes, each of a type, in one of its states. They lie where they are made.
create table work_artifact (
  organisation_id uuid not null,
  id uuid not null,
  container_id uuid not null,
  type_id uuid not null,
  name text not null,
  -- Null: in none of its states yet. Only finished work moves it.
  state_id uuid,
  link text not null,
  -- Counts what the link led to.
  edition integer not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, container_id) references container (organisation_id, id) on delete cascade,
  foreign key (organisation_id, type_id) references artifact_type (organisation_id, id),
  foreign key (organisation_id, state_id) references artifact_state (organisation_id, id)
);
create index work_artifact_container on work_artifact (organisation_id, container_id);
create index work_artifact_type on work_artifact (organisation_id, type_id);
create index work_artifact_state on work_artifact (organisation_id, state_id) where state_id is not null;

-- The state of an artifact that an item asks for, and what shows that it is reached.
create table item_artifact (
  organisation_id uuid not null,
  item_id uuid not null,
  artifact_id uuid not null,
  state_id uuid not null,
  evidence jsonb not null,
  delivered_at timestamptz,
  primary key (organisation_id, item_id, artifact_id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id) on delete cascade,
  foreign key (organisation_id, artifact_id) references work_artifact (organisation_id, id) on delete cascade,
  foreign key (organisation_id, state_id) references artifact_state (organisation_id, id)
);
create index item_artifact_artifact on item_artifact (organisation_id, artifact_id);
create index item_artifact_state on item_artifact (organisation_id, state_id);

-- How artifacts came to their states: by which item, with what evidence. Only added to.
create table artifact_step (
  organisation_id uuid not null,
  artifact_id uuid not null,
  -- The version of the artifact that it made.
  number integer not null,
  from_id uuid,
  to_id uuid,
  -- Null: it is gone.
  item_id uuid,
  evidence jsonb not null,
  at timestamptz not null,
  person_id uuid,
  primary key (organisation_id, artifact_id, number),
  foreign key (organisation_id, artifact_id) references work_artifact (organisation_id, id) on delete cascade,
  foreign key (organisation_id, from_id) references artifact_state (organisation_id, id),
  foreign key (organisation_id, to_id) references artifact_state (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id) on delete set null (item_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete set null (person_id)
);
create index artifact_step_from on artifact_step (organisation_id, from_id) where from_id is not null;
create index artifact_step_to on artifact_step (organisation_id, to_id) where to_id is not null;
create index artifact_step_item on artifact_step (organisation_id, item_id) where item_id is not null;
create index artifact_step_person on artifact_step (organisation_id, person_id) where person_id is not null;

alter table work_artifact enable row level security;
alter table work_artifact force row level security;
create policy own_organisation on work_artifact using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table item_artifact enable row level security;
alter table item_artifact force row level security;
create policy own_organisation on item_artifact using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or exists (select from work_item seen where seen.organisation_id = item_artifact.organisation_id and seen.id = item_artifact.item_id)
  )
);
alter table artifact_step enable row level security;
alter table artifact_step force row level security;
create policy own_organisation on artifact_step using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or artifact_step.item_id is null
    or exists (select from work_item seen where seen.organisation_id = artifact_step.organisation_id and seen.id = artifact_step.item_id)
  )
);
