create table work_item (
  organisation_id uuid not null,
  id uuid not null,
  closed_at timestamptz,
  primary key (organisation_id, id)
);
