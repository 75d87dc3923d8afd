-- The second wall: every tenant table shows only rows of the organisation the transaction names.
-- The first wall is the explicit predicate in every query.
do $$
declare
  name text;
begin
  for name in
    select c.table_name
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema()
      and c.column_name = 'organisation_id'
      and t.table_type = 'BASE TABLE'
      and c.table_name not in ('auth_member', 'api_token', 'job')
      and c.table_name not like 'event\_%'
    order by c.table_name
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (organisation_id = (select nullif(current_setting(''app.organisation_id'', true), '''')::uuid))',
      name
    );
  end loop;
end
$$;
