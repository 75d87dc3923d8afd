create table comment (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  author_id uuid not null,
  body text not null,
  mentions uuid[] not null default '{}',
  reply_to_id uuid,
  created_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id),
  foreign key (organisation_id, reply_to_id) references comment (organisation_id, id)
);
create index comment_item on comment (organisation_id, item_id, created_at);
create index comment_author on comment (organisation_id, author_id);
create index comment_reply on comment (organisation_id, reply_to_id) where reply_to_id is not null;
create index comment_mentions on comment using gin (mentions) where mentions <> '{}';
