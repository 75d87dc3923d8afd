-- What a person keeps at hand, in an order of their own. It goes with what it points to.
create table favourite (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  container_id uuid,
  item_id uuid,
  view_id uuid,
  rank text not null collate "C",
  primary key (organisation_id, id),
  unique nulls not distinct (organisation_id, person_id, container_id, item_id, view_id),
  check (num_nonnulls(container_id, item_id, view_id) = 1),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, container_id) references container (organisation_id, id) on delete cascade,
  foreign key (organisation_id, item_id) references work_item (organisation_id, id) on delete cascade,
  foreign key (organisation_id, view_id) references saved_view (organisation_id, id) on delete cascade
);
create index favourite_container on favourite (organisation_id, container_id) where container_id is not null;
create index favourite_item on favourite (organisation_id, item_id) where item_id is not null;
create index favourite_view on favourite (organisation_id, view_id) where view_id is not null;

alter table favourite enable row level security;
alter table favourite force row level security;
create policy own_organisation on favourite using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
