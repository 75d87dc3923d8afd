-- Lists of small steps within an item. What is removed stays as a row, so that it can be brought back as it was.
create table checklist (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  name text not null,
  rank text not null collate "C",
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  removed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, item_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);

create table checklist_line (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  checklist_id uuid not null,
  text text not null,
  rank text not null collate "C",
  responsible_id uuid,
  due_on date,
  done_at timestamptz,
  done_by uuid,
  -- The sub-item the line became: from then on that item says whether it is done.
  sub_item_id uuid,
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  removed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  -- With the item, so that a line cannot stand in a list of another one.
  foreign key (organisation_id, item_id, checklist_id) references checklist (organisation_id, item_id, id),
  foreign key (organisation_id, responsible_id) references person (organisation_id, id),
  foreign key (organisation_id, done_by) references person (organisation_id, id),
  foreign key (organisation_id, sub_item_id) references work_item (organisation_id, id)
);
create index checklist_line_list on checklist_line (organisation_id, item_id, checklist_id);
create index checklist_line_responsible on checklist_line (organisation_id, responsible_id) where responsible_id is not null;
create index checklist_line_done_by on checklist_line (organisation_id, done_by) where done_by is not null;
create index checklist_line_sub_item on checklist_line (organisation_id, sub_item_id) where sub_item_id is not null;

-- Kept at the item, so that no list of items has to count.
alter table work_item add column line_count integer not null default 0;
alter table work_item add column line_done_count integer not null default 0;

alter table checklist enable row level security;
alter table checklist force row level security;
create policy own_organisation on checklist using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table checklist_line enable row level security;
alter table checklist_line force row level security;
create policy own_organisation on checklist_line using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
