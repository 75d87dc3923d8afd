create extension if not exists pg_trgm;

-- Sign-in belongs to a person on this installation, not to an organisation: these tables are found
-- before the organisation is known and carry no row-level security.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table auth_session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth_user (id) on delete cascade,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_session_user on auth_session (user_id);
create table auth_account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_account_user on auth_account (user_id);
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verification_identifier on auth_verification (identifier);

create table organisation (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  currency text not null default 'EUR',
  time_zone text not null default 'UTC',
  week_start smallint not null default 1,
  -- Raised with every change of people, teams, roles or grants: what a session may do is cached by it.
  access_version bigint not null default 1,
  -- Raised with every change of types, fields or labels: what items are checked against is cached by it.
  catalogue_version bigint not null default 1,
  created_at timestamptz not null
);

create table person (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  email text,
  org_role text not null check (org_role in ('owner', 'admin', 'member', 'guest')),
  -- A placeholder stands for somebody who was named in an import and has not joined.
  status text not null check (status in ('active', 'placeholder', 'inactive')),
  title text not null default '',
  colour smallint not null default 0,
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id)
);
create unique index person_email on person (organisation_id, lower(email)) where email is not null;

-- Which organisations a signed-in user belongs to, and as whom.
create table auth_member (
  user_id text not null references auth_user (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  primary key (user_id, organisation_id),
  unique (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create table api_token (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  name text not null,
  token_hash text not null unique,
  hint text not null,
  scopes text[] not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null,
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index api_token_person on api_token (organisation_id, person_id);

create table team (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  parent_id uuid,
  name text not null,
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references team (organisation_id, id)
);
create index team_parent on team (organisation_id, parent_id);

create table team_member (
  organisation_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, team_id, person_id),
  foreign key (organisation_id, team_id) references team (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index team_member_person on team_member (organisation_id, person_id);
