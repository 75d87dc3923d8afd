-- A calendar without a project belongs to the organisation: every project may go by it or build on it.
alter table calendar alter column project_id drop not null;

-- What a resource can do, how much of it there is when, how much of a day or week it works, and what it costs from
-- which day on. The lists are read and written with the resource only: nothing refers to a part of them.
alter table resource
  add column skills text[] not null default '{}',
  add column availability jsonb not null default '[]',
  add column day_limit_min integer check (day_limit_min between 1 and 1440),
  add column week_limit_min integer check (week_limit_min between 1 and 10080),
  add column rates jsonb not null default '[]';

-- Who belongs to a crew.
create table resource_member (
  organisation_id uuid not null,
  crew_id uuid not null,
  member_id uuid not null,
  primary key (organisation_id, crew_id, member_id),
  check (crew_id <> member_id),
  foreign key (organisation_id, crew_id) references resource (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references resource (organisation_id, id) on delete cascade
);
create index resource_member_member on resource_member (organisation_id, member_id);
alter table resource_member enable row level security;
alter table resource_member force row level security;
create policy own_organisation on resource_member using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));

-- Who else may do it: anybody with a skill, or any of the resources named here.
alter table assignment add column alternative_skill text;
create table assignment_alternative (
  organisation_id uuid not null,
  assignment_id uuid not null,
  resource_id uuid not null,
  primary key (organisation_id, assignment_id, resource_id),
  foreign key (organisation_id, assignment_id) references assignment (organisation_id, id) on delete cascade,
  foreign key (organisation_id, resource_id) references resource (organisation_id, id) on delete cascade
);
create index assignment_alternative_resource on assignment_alternative (organisation_id, resource_id);
alter table assignment_alternative enable row level security;
alter table assignment_alternative force row level security;
-- Hangs on an assignment: whoever asks sees it only with the item of that.
create policy own_organisation on assignment_alternative using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or exists (
      select from assignment seen
      where seen.organisation_id = assignment_alternative.organisation_id and seen.id = assignment_alternative.assignment_id)
  )
);
