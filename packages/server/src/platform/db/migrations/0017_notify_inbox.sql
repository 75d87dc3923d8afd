-- What people said about following an item. Whoever has a part in it follows without a row here.
create table following (
  organisation_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  is_following boolean not null,
  primary key (organisation_id, item_id, person_id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index following_person on following (organisation_id, person_id);

-- One line of a person's inbox: what happened to one item in a while.
create table notification (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  item_id uuid not null,
  reason text not null,
  is_mention boolean not null,
  events jsonb not null,
  last_at timestamptz not null,
  -- The day for which it tells that the item is due.
  alerted_on date,
  read_at timestamptz,
  snoozed_until timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);
create index notification_person on notification (organisation_id, person_id, last_at desc, id desc);
create index notification_unread on notification (organisation_id, person_id, last_at desc, id desc) where read_at is null;
create index notification_item on notification (organisation_id, item_id, person_id);

-- What a person does not want to hear of: a container, a kind of news, or that kind in that container.
create table mute (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  container_id uuid,
  kind text,
  primary key (organisation_id, id),
  unique nulls not distinct (organisation_id, person_id, container_id, kind),
  check (container_id is not null or kind is not null),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, container_id) references container (organisation_id, id)
);
create index mute_container on mute (organisation_id, container_id) where container_id is not null;

-- When a person wants to come back to an item.
create table reminder (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  item_id uuid not null,
  remind_at timestamptz not null,
  note text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);
create index reminder_item on reminder (organisation_id, item_id, person_id);
create index reminder_person on reminder (organisation_id, person_id);

-- When a person was last nudged about an item that waits for them.
create table nudge (
  organisation_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  nudged_at timestamptz not null,
  primary key (organisation_id, item_id, person_id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index nudge_person on nudge (organisation_id, person_id);

-- Day by day the open items are looked for that are due.
create index work_item_open_due on work_item (organisation_id, due_on, id) where due_on is not null and archived_at is null and state_group <> 'done' and responsible_id is not null;

alter table following enable row level security;
alter table following force row level security;
create policy own_organisation on following using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table notification enable row level security;
alter table notification force row level security;
create policy own_organisation on notification using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table mute enable row level security;
alter table mute force row level security;
create policy own_organisation on mute using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table reminder enable row level security;
alter table reminder force row level security;
create policy own_organisation on reminder using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table nudge enable row level security;
alter table nudge force row level security;
create policy own_organisation on nudge using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
