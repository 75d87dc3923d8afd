-- Invitations by link. Only a hash of the link's secret is kept; an invitation sent by mail has none until its
-- mail is written. What was accepted or taken back stays, so that it can be told who let whom in.
create table invitation (
  organisation_id uuid not null,
  id uuid not null,
  email text not null,
  org_role text not null check (org_role in ('owner', 'admin', 'member', 'guest')),
  secret_hash text,
  mail text not null check (mail in ('none', 'waiting', 'sent', 'failed')),
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, secret_hash),
  foreign key (organisation_id, invited_by) references person (organisation_id, id),
  foreign key (organisation_id, accepted_by) references person (organisation_id, id)
);
create index invitation_invited_by on invitation (organisation_id, invited_by);
create index invitation_accepted_by on invitation (organisation_id, accepted_by) where accepted_by is not null;
create index invitation_pending on invitation (organisation_id, created_at desc, id desc)
  where accepted_at is null and revoked_at is null;

create table invitation_container (
  organisation_id uuid not null,
  invitation_id uuid not null,
  container_id uuid not null,
  role text not null check (role in ('viewer', 'commenter', 'contributor', 'manager')),
  primary key (organisation_id, invitation_id, container_id),
  foreign key (organisation_id, invitation_id) references invitation (organisation_id, id) on delete cascade,
  -- A container that is forgotten takes with it what was promised in it.
  foreign key (organisation_id, container_id) references container (organisation_id, id) on delete cascade
);
create index invitation_container_container on invitation_container (organisation_id, container_id);

alter table invitation enable row level security;
alter table invitation force row level security;
create policy own_organisation on invitation using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table invitation_container enable row level security;
alter table invitation_container force row level security;
create policy own_organisation on invitation_container using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
