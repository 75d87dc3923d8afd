create table item_type (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  icon text not null,
  workflow jsonb not null,
  required jsonb not null default '{}',
  readiness_gate text not null check (readiness_gate in ('hard', 'soft')),
  needs_acceptance boolean not null default false,
  needs_notice boolean not null default false,
  rank text not null collate "C",
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id)
);

create table custom_field (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  key text not null,
  name text not null,
  kind text not null check (kind in ('text', 'number', 'money', 'date', 'person', 'choice', 'link')),
  options jsonb not null default '[]',
  rank text not null collate "C",
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, key)
);

create table label (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  colour text not null,
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id)
);
create unique index label_name on label (organisation_id, lower(name));

create table container (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('project', 'process', 'case', 'list')),
  key text not null,
  name text not null,
  description text not null default '',
  state text not null check (state in ('planned', 'active', 'closed')),
  visibility text not null check (visibility in ('open', 'private')),
  owner_id uuid,
  team_id uuid,
  default_type_id uuid not null,
  default_area text not null,
  starts_on date,
  due_on date,
  -- A case only: what it is about, and the state of the world in which it is over.
  subject text,
  wished_end_state text,
  last_number integer not null default 0,
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  import_run_id uuid,
  created_at timestamptz not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, key),
  foreign key (organisation_id, owner_id) references person (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id),
  foreign key (organisation_id, default_type_id) references item_type (organisation_id, id)
);
create index container_owner on container (organisation_id, owner_id);
create index container_team on container (organisation_id, team_id);
create index container_default_type on container (organisation_id, default_type_id);
create index container_kind on container (organisation_id, kind, name, id);

-- What a person or a team may do in one container.
create table container_grant (
  organisation_id uuid not null,
  id uuid not null,
  container_id uuid not null,
  person_id uuid,
  team_id uuid,
  role text not null check (role in ('viewer', 'commenter', 'contributor', 'manager')),
  primary key (organisation_id, id),
  check ((person_id is null) <> (team_id is null)),
  foreign key (organisation_id, container_id) references container (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id)
);
create unique index container_grant_person on container_grant (organisation_id, person_id, container_id) where person_id is not null;
create unique index container_grant_team on container_grant (organisation_id, team_id, container_id) where team_id is not null;
create index container_grant_container on container_grant (organisation_id, container_id);

create table work_item (
  organisation_id uuid not null,
  id uuid not null,
  key text not null collate "C",
  home_container_id uuid not null,
  container_ids uuid[] not null,
  type_id uuid not null,
  title text not null,
  description text not null,
  state_id text not null,
  state_group text not null,
  area text not null,
  parent_id uuid,
  rank text not null collate "C",
  priority smallint not null,
  responsible_id uuid,
  accountable_id uuid,
  requester_id uuid,
  team_id uuid,
  starts_on date,
  due_on date,
  effort_min integer,
  effort_low_min integer,
  effort_high_min integer,
  cost_of_delay_minor bigint,
  role text,
  practice text,
  resources text,
  artifact text,
  is_milestone boolean not null,
  label_ids uuid[] not null,
  fields jsonb not null,
  waiting_for jsonb,
  open_blockers jsonb not null,
  child_count integer not null default 0,
  child_done_count integer not null default 0,
  started_at timestamptz,
  finished_at timestamptz,
  accepted_at timestamptz,
  noticed_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  state_since timestamptz not null,
  version integer not null,
  title_fold text not null collate "C",
  search_text text not null collate "C",
  -- Folded forms of role, practice, artifact and custom fields, where folding changes them.
  folds jsonb not null default '{}',
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  import_run_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, key),
  foreign key (organisation_id, home_container_id) references container (organisation_id, id),
  foreign key (organisation_id, type_id) references item_type (organisation_id, id),
  foreign key (organisation_id, parent_id) references work_item (organisation_id, id),
  foreign key (organisation_id, responsible_id) references person (organisation_id, id),
  foreign key (organisation_id, accountable_id) references person (organisation_id, id),
  foreign key (organisation_id, requester_id) references person (organisation_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id)
);
create index work_item_home on work_item (organisation_id, home_container_id, state_id);
create index work_item_type on work_item (organisation_id, type_id);
create index work_item_parent on work_item (organisation_id, parent_id) where parent_id is not null;
create index work_item_responsible on work_item (organisation_id, responsible_id, state_group) where responsible_id is not null;
create index work_item_accountable on work_item (organisation_id, accountable_id) where accountable_id is not null;
create index work_item_requester on work_item (organisation_id, requester_id) where requester_id is not null;
create index work_item_created_by on work_item (organisation_id, created_by) where created_by is not null;
create index work_item_team on work_item (organisation_id, team_id) where team_id is not null;
create index work_item_due on work_item (organisation_id, due_on) where due_on is not null;
create index work_item_rank on work_item (organisation_id, rank, id);
create index work_item_updated on work_item (organisation_id, updated_at);
create index work_item_containers on work_item using gin (container_ids);
create index work_item_labels on work_item using gin (label_ids) where label_ids <> '{}';
create index work_item_search on work_item using gin (search_text gin_trgm_ops);
create index work_item_import_run on work_item (organisation_id, import_run_id) where import_run_id is not null;

create table relation (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('precedes', 'blocks', 'relates', 'duplicates', 'causes')),
  link_type text not null check (link_type in ('FS', 'SS', 'FF', 'SF')),
  lag integer not null,
  lag_unit text not null check (lag_unit in ('workingMin', 'elapsedMin', 'percent')),
  primary key (organisation_id, id),
  unique (organisation_id, from_id, to_id, kind, link_type),
  foreign key (organisation_id, from_id) references work_item (organisation_id, id),
  foreign key (organisation_id, to_id) references work_item (organisation_id, id)
);
create index relation_to on relation (organisation_id, to_id);

-- One row per stay in a state with one owner: what every question about flow reads.
create table visit (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  type_id uuid not null,
  container_id uuid not null,
  state_id text not null,
  state_group text not null,
  owner_id uuid,
  team_id uuid,
  entered_at timestamptz not null,
  left_at timestamptz,
  next_state_id text,
  primary key (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, type_id) references item_type (organisation_id, id),
  foreign key (organisation_id, container_id) references container (organisation_id, id)
);
create unique index visit_open on visit (organisation_id, item_id) where left_at is null;
create index visit_item on visit (organisation_id, item_id, entered_at);
create index visit_type on visit (organisation_id, type_id);
create index visit_container on visit (organisation_id, container_id, entered_at) include (state_id, next_state_id, left_at);

create table saved_view (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  container_id uuid,
  owner_id uuid not null,
  name text not null,
  is_shared boolean not null,
  settings jsonb not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, container_id) references container (organisation_id, id),
  foreign key (organisation_id, owner_id) references person (organisation_id, id)
);
create index saved_view_container on saved_view (organisation_id, container_id);
create index saved_view_owner on saved_view (organisation_id, owner_id);
