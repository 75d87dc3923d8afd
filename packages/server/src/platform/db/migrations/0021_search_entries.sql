-- What search looks into: one row for each item, comment and file, with its words but not its text, kept
-- in the transaction that changes them.
--
-- This table stands in front of the second wall: under row-level security PostgreSQL applies an operator
-- such as @@ only after the policy, row by row, and never by an index. Nothing of it is ever shown: what is
-- found is read from tables behind the wall. See docs/adr/0014.
create table search_entry (
  organisation_id uuid not null references organisation (id),
  -- That of the item, comment or file.
  id uuid not null,
  kind text not null check (kind in ('item', 'comment', 'file')),
  item_id uuid,
  comment_id uuid,
  file_id uuid,
  -- Where it can be seen.
  container_ids uuid[] not null,
  is_archived boolean not null,
  -- Folded; empty for what has no title of its own.
  title text not null collate "C",
  vector tsvector not null,
  primary key (organisation_id, id),
  check (id = coalesce(comment_id, file_id, item_id)),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id) on delete cascade,
  foreign key (organisation_id, comment_id) references comment (organisation_id, id) on delete cascade,
  foreign key (organisation_id, file_id) references file (organisation_id, id) on delete cascade
);
create index search_entry_item on search_entry (organisation_id, item_id) where item_id is not null;
create index search_entry_comment on search_entry (organisation_id, comment_id) where comment_id is not null;
create index search_entry_file on search_entry (organisation_id, file_id) where file_id is not null;
create index search_entry_vector on search_entry using gin (vector);
create index search_entry_title on search_entry using gin (title gin_trgm_ops) where title <> '';

-- The text of small text files, read once, to be searched and shown in excerpts.
create table search_file_text (
  organisation_id uuid not null,
  file_id uuid not null,
  text text not null,
  primary key (organisation_id, file_id),
  foreign key (organisation_id, file_id) references file (organisation_id, id) on delete cascade
);
alter table search_file_text enable row level security;
alter table search_file_text force row level security;
create policy own_organisation on search_file_text using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
