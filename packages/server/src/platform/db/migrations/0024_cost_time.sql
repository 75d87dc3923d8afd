-- Time that people spent on items, written down or taken by a timer. Entries are found by person and day, as a
-- sheet of a week and its approval will want them.
create table time_entry (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  item_id uuid not null,
  day date not null,
  minutes integer not null check (minutes between 0 and 1440),
  note text not null default '',
  -- When the timer was started; null for what was written down.
  started_at timestamptz,
  is_running boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  check (not is_running or (started_at is not null and minutes = 0)),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);
create index time_entry_person on time_entry (organisation_id, person_id, day, id);
create index time_entry_item on time_entry (organisation_id, item_id, created_at desc, id desc);
create unique index time_entry_running on time_entry (organisation_id, person_id) where is_running;

alter table time_entry enable row level security;
alter table time_entry force row level security;
create policy own_organisation on time_entry using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
