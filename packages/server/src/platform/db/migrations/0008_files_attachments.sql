-- A file of an item or of a container. A row exists only once its content is whole in the store,
-- where it is kept under the organisation and its hash.
create table file (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid,
  container_id uuid,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  check ((item_id is null) <> (container_id is null)),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, container_id) references container (organisation_id, id),
  foreign key (organisation_id, uploaded_by) references person (organisation_id, id)
);
create index file_item on file (organisation_id, item_id) where item_id is not null;
create index file_container on file (organisation_id, container_id) where container_id is not null;
create index file_uploaded_by on file (organisation_id, uploaded_by);
create index file_content on file (organisation_id, sha256);
