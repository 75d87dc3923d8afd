-- Items that only some people see, beside those who manage a container of theirs. `own_seen_by` is what an item
-- says itself, `seen_by` what comes of that and of what lies above it: kept by the commands that change either.
alter table work_item add column own_seen_by uuid[];
alter table work_item add column seen_by uuid[];
-- An organisation without any learns that from the index, which is empty for it.
create index work_item_confidential on work_item (organisation_id, id) where seen_by is not null;

-- The second wall for questions: a transaction may name who asks, and then sees of items, and of whatever hangs on
-- them, only what that person may. Commands do not name anybody: what they keep in step includes what is hidden.
-- `app.onlooker_id` is the person, `app.managed_ids` the containers they manage.
alter policy own_organisation on work_item using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    seen_by is null
    or (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or seen_by @> (select array[nullif(current_setting('app.onlooker_id', true), '')::uuid])
    or container_ids && (select coalesce(nullif(current_setting('app.managed_ids', true), ''), '{}')::uuid[])
  )
);

-- Every table with a reference to an item, be it by way of a list it belongs to. Two references do not hide a row: where an item lies does not, because
-- what lies under a hidden item is hidden itself; nor does what a line of a checklist stands for, because the line
-- belongs to the item that has the list.
do $$
declare
  place record;
begin
  for place in
    select r.relname as name,
      string_agg(
        format(
          'exists (select from work_item seen where seen.organisation_id = %I.organisation_id and seen.id = %I.%I)',
          r.relname, r.relname, a.attname),
        ' and ' order by a.attname) as seen,
      string_agg(format('%I.%I is null', r.relname, a.attname), ' and ' order by a.attname) as nowhere
    from pg_class r
    join pg_attribute a on a.attrelid = r.oid and a.attname <> 'organisation_id' and not a.attisdropped
    where r.relnamespace = current_schema()::regnamespace
      and r.relrowsecurity
      and (a.attname = 'item_id' or exists (
        select
        from pg_constraint f
        where f.contype = 'f'
          and f.conrelid = r.oid
          and f.confrelid = 'work_item'::regclass
          and a.attnum = any(f.conkey)
      ))
      and (r.relname, a.attname) not in (('work_item', 'parent_id'), ('checklist_line', 'sub_item_id'))
    group by r.relname
  loop
    execute format(
      'alter policy own_organisation on %I using (organisation_id = (select nullif(current_setting(''app.organisation_id'', true), '''')::uuid) and ((select nullif(current_setting(''app.onlooker_id'', true), '''') is null) or (%s) or (%s)))',
      place.name, place.nowhere, place.seen
    );
  end loop;
end
$$;

-- What happened to an item; what happened to things that hang on it is looked through when it is told.
alter policy own_organisation on event using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    subject_kind <> 'item'
    or (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or exists (select from work_item seen where seen.organisation_id = event.organisation_id and seen.id = event.subject_id)
  )
);
