-- A form of a process: what people fill in when a step is done or an instance is started.
create table process_form (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  -- By which models name it.
  key text not null,
  name text not null,
  -- Its parts in their order: read and written as one.
  schema jsonb not null,
  archived_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, changed_by) references person (organisation_id, id)
);
create unique index process_form_key on process_form (organisation_id, process_id, key) where archived_at is null;
create index process_form_process on process_form (organisation_id, process_id);
create index process_form_changed_by on process_form (organisation_id, changed_by);

alter table process_form enable row level security;
alter table process_form force row level security;
create policy own_organisation on process_form using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));

-- The forms that a published version asks for, as they were when it was published. Never changed.
create table process_version_form (
  organisation_id uuid not null,
  model_id uuid not null,
  key text not null,
  name text not null,
  schema jsonb not null,
  primary key (organisation_id, model_id, key),
  foreign key (organisation_id, model_id) references process_version (organisation_id, id)
);

alter table process_version_form enable row level security;
alter table process_version_form force row level security;
create policy own_organisation on process_version_form using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
