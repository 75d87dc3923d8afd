-- Sign-in by an OpenID Connect provider of an organisation. It is found before anybody is known, and so stands with
-- the other tables of sign-in, without row-level security; what a provider opens is its own organisation alone.
create table auth_provider (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  name text not null,
  issuer text not null,
  client_id text not null,
  -- Encrypted by the sign-in library with the installation's secret; null: the provider asks for none.
  client_secret text,
  domains text[] not null,
  admits text not null check (admits in ('known', 'everybody')),
  admitted_role text not null check (admitted_role in ('member', 'guest')),
  -- The provider gives only addresses it has checked, though it does not say so.
  trusts_email boolean not null,
  -- The provider itself asks for a second factor.
  proves_factor boolean not null,
  is_listed boolean not null,
  is_enabled boolean not null,
  created_at timestamptz not null,
  version integer not null default 1
);
create index auth_provider_organisation on auth_provider (organisation_id, created_at, id);

-- Who a provider knows somebody as; for passwords it is the user.
create unique index auth_account_identity on auth_account (provider_id, account_id);

-- By which door a session came in. One that came by a provider ends with it.
alter table auth_session add column door text;
alter table auth_session add column provider_id uuid references auth_provider (id) on delete cascade;
create index auth_session_provider on auth_session (provider_id) where provider_id is not null;

-- Whether the organisation itself named this account by its address, so that whoever has that address may be it.
alter table auth_member add column email_vouched boolean not null default false;

-- Who comes neither by a provider nor as an owner does not get in then.
alter table organisation add column provider_required boolean not null default false;

-- Codes of authenticator apps that were used, so that none opens the door twice.
create table auth_used_code (
  user_id text not null references auth_user (id) on delete cascade,
  code text not null,
  used_at timestamptz not null,
  primary key (user_id, code)
);
