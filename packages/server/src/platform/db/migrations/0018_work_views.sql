-- A locked view is changed by its owner and by managers only; a default one is what the page opens with.
alter table saved_view add column is_locked boolean not null default true;
alter table saved_view add column is_default boolean not null default false;
create unique index saved_view_default_for_all on saved_view (organisation_id, container_id) nulls not distinct
  where is_default and is_shared;
create unique index saved_view_default_own on saved_view (organisation_id, owner_id, container_id) nulls not distinct
  where is_default and not is_shared;
