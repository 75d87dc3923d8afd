-- Work that is kept to be begun anew: an item with what lies under it, or a whole container.
create table template (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('item', 'project', 'process', 'case', 'list')),
  name text not null,
  description text not null default '',
  -- Whoever sees this container sees the template; null: everybody but guests.
  place_id uuid,
  created_by uuid,
  content jsonb not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, place_id) references container (organisation_id, id) on delete cascade,
  foreign key (organisation_id, created_by) references person (organisation_id, id) on delete set null (created_by)
);
create index template_place on template (organisation_id, place_id) where place_id is not null;
create index template_created_by on template (organisation_id, created_by) where created_by is not null;
create index template_name on template (organisation_id, name, id);

alter table template enable row level security;
alter table template force row level security;
create policy own_organisation on template using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
