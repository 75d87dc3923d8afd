-- Types of artifact that practices work on, each with its states in their order.
create table artifact_type (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  -- The name as texts are compared.
  fold text not null,
  kind text not null check (kind in ('artifact', 'alpha')),
  description text not null,
  areas text[] not null,
  archived_at timestamptz,
  version integer not null default 1,
  origin text not null default 'own',
  primary key (organisation_id, id)
);
create unique index artifact_type_name on artifact_type (organisation_id, fold) where archived_at is null;

create table artifact_state (
  organisation_id uuid not null,
  id uuid not null,
  type_id uuid not null,
  place integer not null,
  name text not null,
  -- What has to be true for it to be reached.
  checkpoints text[] not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, type_id) references artifact_type (organisation_id, id)
);
create index artifact_state_type on artifact_state (organisation_id, type_id, place);

-- The catalogue of practices. The description here is the draft; what is worked by is a version.
create table practice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  discipline text not null,
  tools text[] not null,
  -- Cells of the 3x3 table.
  areas text[] not null,
  -- Stages of logical time, which may overlap.
  stages text[] not null,
  roles jsonb not null,
  norm jsonb,
  description jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  archived_at timestamptz,
  version integer not null default 1,
  origin text not null default 'own',
  primary key (organisation_id, id),
  foreign key (organisation_id, changed_by) references person (organisation_id, id)
);
create index practice_changed_by on practice (organisation_id, changed_by);

-- Items name their practice by a text. These are the texts that mean a practice of the catalogue: its name and
-- those that it had before, as texts are compared.
create table practice_name (
  organisation_id uuid not null,
  fold text not null,
  name text not null,
  practice_id uuid not null,
  is_former boolean not null,
  primary key (organisation_id, fold),
  foreign key (organisation_id, practice_id) references practice (organisation_id, id)
);
create index practice_name_practice on practice_name (organisation_id, practice_id);

create table practice_version (
  organisation_id uuid not null,
  practice_id uuid not null,
  number integer not null check (number > 0),
  description jsonb not null,
  note text not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (organisation_id, practice_id, number),
  foreign key (organisation_id, practice_id) references practice (organisation_id, id),
  foreign key (organisation_id, published_by) references person (organisation_id, id)
);
create index practice_version_published_by on practice_version (organisation_id, published_by);

-- The states of artifacts that a practice begins with and brings about.
create table practice_artifact (
  organisation_id uuid not null,
  practice_id uuid not null,
  state_id uuid not null,
  is_output boolean not null,
  primary key (organisation_id, practice_id, state_id, is_output),
  foreign key (organisation_id, practice_id) references practice (organisation_id, id),
  foreign key (organisation_id, state_id) references artifact_state (organisation_id, id)
);
create index practice_artifact_state on practice_artifact (organisation_id, state_id);

-- Which practices come before a practice in logical time.
create table practice_order (
  organisation_id uuid not null,
  practice_id uuid not null,
  after_id uuid not null,
  primary key (organisation_id, practice_id, after_id),
  foreign key (organisation_id, practice_id) references practice (organisation_id, id),
  foreign key (organisation_id, after_id) references practice (organisation_id, id)
);
create index practice_order_after on practice_order (organisation_id, after_id);

-- Items by their practice, as texts are compared: how the catalogue finds its work.
create index work_item_practice on work_item (organisation_id, (coalesce(folds ->> 'practice', practice)))
  where practice is not null;

alter table artifact_type enable row level security;
alter table artifact_type force row level security;
create policy own_organisation on artifact_type using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table artifact_state enable row level security;
alter table artifact_state force row level security;
create policy own_organisation on artifact_state using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table practice enable row level security;
alter table practice force row level security;
create policy own_organisation on practice using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table practice_name enable row level security;
alter table practice_name force row level security;
create policy own_organisation on practice_name using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table practice_version enable row level security;
alter table practice_version force row level security;
create policy own_organisation on practice_version using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table practice_artifact enable row level security;
alter table practice_artifact force row level security;
create policy own_organisation on practice_artifact using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table practice_order enable row level security;
alter table practice_order force row level security;
create policy own_organisation on practice_order using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
