-- A project is planned in waves: near phases in detail, later ones as packages with ranges. Without
-- a row it is; plans made elsewhere are kept as they are until somebody turns it on.
create table project_plan (
  organisation_id uuid not null,
  project_id uuid not null,
  has_rolling_wave boolean not null,
  primary key (organisation_id, project_id),
  foreign key (organisation_id, project_id) references container (organisation_id, id)
);

-- The phase of an item and of everything under it that has none of its own.
create table phase_item (
  organisation_id uuid not null,
  item_id uuid not null,
  phase_id uuid not null,
  primary key (organisation_id, item_id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, phase_id) references phase (organisation_id, id)
);
create index phase_item_phase on phase_item (organisation_id, phase_id);

alter table project_plan enable row level security;
alter table project_plan force row level security;
create policy own_organisation on project_plan using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table phase_item enable row level security;
alter table phase_item force row level security;
create policy own_organisation on phase_item using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
