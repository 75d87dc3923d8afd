-- Plans that cases begin by. What is being written is a draft; cases keep the version that they began by.
create table case_template (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  description text not null default '',
  created_at timestamptz not null,
  created_by uuid,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id)
);
create index case_template_created_by on case_template (organisation_id, created_by);
create unique index case_template_name on case_template (organisation_id, lower(name)) where archived_at is null;

create table case_template_version (
  organisation_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  number integer,
  state text not null check (state in ('draft', 'published')),
  model jsonb not null,
  -- The file it came from, byte for byte.
  cmmn text,
  note text not null default '',
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, template_id, number),
  check ((state = 'published') = (number is not null)),
  foreign key (organisation_id, template_id) references case_template (organisation_id, id),
  foreign key (organisation_id, changed_by) references person (organisation_id, id)
);
create unique index case_template_version_draft on case_template_version (organisation_id, template_id) where state = 'draft';
create index case_template_version_changed_by on case_template_version (organisation_id, changed_by);

alter table case_plan add column template_version_id uuid;
alter table case_plan add foreign key (organisation_id, template_version_id) references case_template_version (organisation_id, id);
create index case_plan_template_version on case_plan (organisation_id, template_version_id) where template_version_id is not null;

alter table case_template enable row level security;
alter table case_template force row level security;
create policy own_organisation on case_template using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));

alter table case_template_version enable row level security;
alter table case_template_version force row level security;
create policy own_organisation on case_template_version using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
