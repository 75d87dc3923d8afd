create table case_stage (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  rank text not null collate "C",
  name text not null,
  state text not null check (state in ('available', 'active', 'completed')),
  entered_at timestamptz,
  completed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references container (organisation_id, id)
);
create index case_stage_case on case_stage (organisation_id, case_id, rank);

-- An item's place in a case's plan; without one it belongs to the case and is in no stage.
create table case_item (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  stage_id uuid,
  -- Could be done: is done only if somebody decides so.
  is_discretionary boolean not null,
  -- Stage and case cannot end while it is open.
  is_required boolean not null,
  primary key (organisation_id, id),
  unique (organisation_id, case_id, item_id),
  foreign key (organisation_id, case_id) references container (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, stage_id) references case_stage (organisation_id, id)
);
create index case_item_item on case_item (organisation_id, item_id);
create index case_item_stage on case_item (organisation_id, stage_id);
