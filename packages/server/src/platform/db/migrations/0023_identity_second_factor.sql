-- A second factor and passkeys belong to a user of this installation, as their password does. What is secret in
-- them is encrypted by the sign-in library with the installation's secret.
alter table auth_user add column two_factor_enabled boolean not null default false;
create table auth_two_factor (
  id text primary key,
  user_id text not null unique references auth_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create table auth_passkey (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  name text,
  credential_id text not null unique,
  public_key text not null,
  -- Up to 2^32 - 1, and read as a number.
  counter double precision not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index auth_passkey_user on auth_passkey (user_id);

-- Whoever has no second factor cannot enter the organisation then.
alter table organisation add column second_factor_required boolean not null default false;
