-- The items that were changed since the planned version; null: anything may have been. Whoever still knows the
-- plan of that version reads these alone.
alter table project_plan add column changed_items uuid[];
