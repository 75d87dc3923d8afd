-- What services are asked for on behalf of tokens: endpoints that are called, and what outside workers fetch.
create table process_job (
  organisation_id uuid not null,
  id uuid not null,
  instance_id uuid not null,
  process_id uuid not null,
  token_id integer not null,
  node text not null,
  kind text not null check (kind in ('http', 'worker')),
  topic text,
  -- Failed: no attempt is left, and the token is stuck.
  state text not null check (state in ('waiting', 'failed')),
  -- Nobody is given it before: while somebody holds it, until their time is over.
  due_at timestamptz not null,
  lease_owner text,
  -- Attempts that came to nothing, and those that are left.
  failures integer not null default 0,
  retries integer not null,
  back_off jsonb not null,
  idempotency_key text not null,
  payload jsonb not null,
  fault text,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, instance_id, token_id),
  check ((kind = 'worker') = (topic is not null)),
  -- A new instance is written after what it asks for.
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id) deferrable initially deferred,
  foreign key (organisation_id, process_id) references container (organisation_id, id)
);
create index process_job_topic on process_job (organisation_id, topic, due_at) where kind = 'worker' and state = 'waiting';
create index process_job_process on process_job (organisation_id, process_id, due_at, id);

-- What was sent and is for whoever waits for it, until it is over.
create table process_message (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('message', 'signal')),
  name text not null,
  -- For whom of several it is.
  key text,
  -- What is sent again under the same id is the same message.
  message_id text,
  variables jsonb not null,
  -- The processes in which whoever sent it may write; null: all.
  process_ids uuid[],
  -- The instance that sent it.
  sender_id uuid,
  sent_at timestamptz not null,
  sent_by uuid,
  expires_at timestamptz not null,
  -- Whether it was offered to those who waited when it was sent.
  is_offered boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, sent_by) references person (organisation_id, id)
);
create unique index process_message_again on process_message (organisation_id, name, key, message_id) nulls not distinct
  where message_id is not null;
create index process_message_name on process_message (organisation_id, name, sent_at);
create index process_message_new on process_message (organisation_id, sent_at) where not is_offered;
create index process_message_expires on process_message (organisation_id, expires_at);
create index process_message_sent_by on process_message (organisation_id, sent_by);

-- A message goes to each process once.
create table process_message_taken (
  organisation_id uuid not null,
  message_id uuid not null,
  process_id uuid not null,
  instance_id uuid not null,
  -- The key of a message that has begun the instance: as long as that runs, no other begins by it.
  begun_key text,
  primary key (organisation_id, message_id, process_id),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id) deferrable initially deferred,
  foreign key (organisation_id, process_id) references container (organisation_id, id)
);
create index process_message_taken_instance on process_message_taken (organisation_id, instance_id);
create index process_message_taken_begun on process_message_taken (organisation_id, process_id, begun_key);

-- The start events of the newest versions by which messages and signals begin instances.
create table process_start_event (
  organisation_id uuid not null,
  process_id uuid not null,
  node text not null,
  kind text not null check (kind in ('message', 'signal')),
  name text not null,
  primary key (organisation_id, process_id, node),
  foreign key (organisation_id, process_id) references container (organisation_id, id)
);
create index process_start_event_name on process_start_event (organisation_id, kind, name);

alter table process_job enable row level security;
alter table process_job force row level security;
create policy own_organisation on process_job using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_message enable row level security;
alter table process_message force row level security;
create policy own_organisation on process_message using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_message_taken enable row level security;
alter table process_message_taken force row level security;
create policy own_organisation on process_message_taken using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_start_event enable row level security;
alter table process_start_event force row level security;
create policy own_organisation on process_start_event using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
