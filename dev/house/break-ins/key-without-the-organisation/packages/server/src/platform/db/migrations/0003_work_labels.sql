create table label (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  primary key (organisation_id, id),
  unique (name)
);
