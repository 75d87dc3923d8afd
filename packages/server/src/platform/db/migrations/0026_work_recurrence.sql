-- Items that are done again and again. A series leads to its newest item, from which the next one is made.
create table recurrence (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  rule jsonb not null,
  ends jsonb not null,
  anchor_on date not null,
  number integer not null check (number >= 1),
  day_on date not null,
  -- When the next one is made at the latest; null: only when the newest is done, or no more.
  next_on date,
  -- Why the next one could not be made, as a refusal; the series rests until it is set anew.
  problem jsonb,
  primary key (organisation_id, id),
  unique (organisation_id, item_id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id) on delete cascade
);
create index recurrence_next on recurrence (organisation_id, next_on) where next_on is not null and problem is null;

-- The items of a series. The key lets each of them be made once, whoever tries.
create table recurrence_item (
  organisation_id uuid not null,
  recurrence_id uuid not null,
  number integer not null,
  item_id uuid not null,
  primary key (organisation_id, recurrence_id, number),
  foreign key (organisation_id, recurrence_id) references recurrence (organisation_id, id) on delete cascade,
  foreign key (organisation_id, item_id) references work_item (organisation_id, id) on delete cascade
);
create index recurrence_item_item on recurrence_item (organisation_id, item_id);

alter table recurrence enable row level security;
alter table recurrence force row level security;
create policy own_organisation on recurrence using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table recurrence_item enable row level security;
alter table recurrence_item force row level security;
create policy own_organisation on recurrence_item using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
