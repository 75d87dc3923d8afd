create table process_instance (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  primary key (organisation_id, id)
);
