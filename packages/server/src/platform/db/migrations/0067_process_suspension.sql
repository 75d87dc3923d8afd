-- Nothing goes on in an instance; null: it does.
alter table process_instance
  add column suspended_at timestamptz,
  add column suspended_by uuid,
  add column suspend_reason text,
  -- What came meanwhile, to be told once it is resumed.
  add column held jsonb not null default '[]',
  add foreign key (organisation_id, suspended_by) references person (organisation_id, id);
create index process_instance_suspended on process_instance (organisation_id, process_id, number) where suspended_at is not null;
create index process_instance_suspended_by on process_instance (organisation_id, suspended_by) where suspended_by is not null;

-- No instance begins by a version; null: they do.
alter table process_version
  add column suspended_at timestamptz,
  add column suspended_by uuid,
  add column suspend_reason text,
  add foreign key (organisation_id, suspended_by) references person (organisation_id, id);
create index process_version_suspended_by on process_version (organisation_id, suspended_by) where suspended_by is not null;

-- What belongs to suspended instances is not looked at, however long it is due.
alter table process_wait add column is_suspended boolean not null default false;
drop index process_wait_due;
create index process_wait_due on process_wait (due_at) where due_at is not null and not is_suspended;
alter table process_job add column is_suspended boolean not null default false;
drop index process_job_topic;
create index process_job_topic on process_job (organisation_id, topic, due_at) where kind = 'worker' and state = 'waiting' and not is_suspended;

-- A line of an inbox is about an item, or about an instance that never had one.
alter table notification
  alter column item_id drop not null,
  add column instance_id uuid,
  add check (num_nonnulls(item_id, instance_id) = 1),
  add foreign key (organisation_id, instance_id) references process_instance (organisation_id, id);
create index notification_instance on notification (organisation_id, instance_id, person_id) where instance_id is not null;
