create table box (
  organisation_id uuid not null,
  id uuid not null,
  primary key (organisation_id, id)
);
