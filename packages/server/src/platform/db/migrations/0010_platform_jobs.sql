-- Work for the night shift. Not a tenant table: it is claimed across organisations.
create table job (
  id uuid primary key,
  organisation_id uuid,
  kind text not null,
  payload jsonb not null,
  unique_key text unique,
  run_at timestamptz not null,
  priority smallint not null default 0,
  attempts integer not null default 0,
  max_attempts integer not null default 10,
  lease_owner text,
  lease_until timestamptz,
  last_error text,
  created_at timestamptz not null
);
create index job_due on job (run_at, priority) where lease_until is null;
create index job_lease on job (lease_until) where lease_until is not null;
