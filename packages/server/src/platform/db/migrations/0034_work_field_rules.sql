-- Who sees the values of a custom field and who changes them: roles, teams and people as JSON, a FieldAudience.
-- Null leaves it to the item. An organisation without rules learns that from the index, which is empty for it.
alter table custom_field add column seen_by jsonb;
alter table custom_field add column changed_by jsonb;
create index custom_field_ruled on custom_field (organisation_id)
  where seen_by is not null or changed_by is not null;
