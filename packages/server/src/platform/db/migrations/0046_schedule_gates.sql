-- What is believed of a phase besides its days, its effort and its cost.
alter table phase
  add column duration_low_min integer check (duration_low_min >= 0),
  add column duration_high_min integer check (duration_high_min >= duration_low_min),
  add column people_low integer check (people_low >= 0),
  add column people_high integer check (people_high >= people_low);

-- What is believed of an item that is not planned in detail yet; its range of effort stands on the item.
create table plan_package (
  organisation_id uuid not null,
  item_id uuid not null,
  duration_low_min integer check (duration_low_min >= 0),
  duration_high_min integer check (duration_high_min >= duration_low_min),
  people_low integer check (people_low >= 0),
  people_high integer check (people_high >= people_low),
  cost_low_minor bigint,
  cost_high_minor bigint check (cost_high_minor >= cost_low_minor),
  primary key (organisation_id, item_id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);

-- The gate at the end of a phase. Its criteria are a short list that is read and written as one: id, text, isMet.
create table phase_gate (
  organisation_id uuid not null,
  phase_id uuid not null,
  name text not null,
  due_on date,
  -- Null: whoever manages the project decides.
  decider_id uuid,
  criteria jsonb not null default '[]',
  primary key (organisation_id, phase_id),
  foreign key (organisation_id, phase_id) references phase (organisation_id, id),
  foreign key (organisation_id, decider_id) references person (organisation_id, id)
);
create index phase_gate_decider on phase_gate (organisation_id, decider_id) where decider_id is not null;

-- What was decided at gates, with the criteria as they stood. Rows are added, never changed.
create table gate_decision (
  organisation_id uuid not null,
  id uuid not null,
  phase_id uuid not null,
  -- Decisions at one gate follow each other.
  number integer not null,
  outcome text not null check (outcome in ('pass', 'conditions', 'hold', 'stop')),
  decided_on date not null,
  decided_by uuid not null,
  reason text not null,
  criteria jsonb not null,
  primary key (organisation_id, id),
  unique (organisation_id, phase_id, number),
  foreign key (organisation_id, phase_id) references phase_gate (organisation_id, phase_id),
  foreign key (organisation_id, decided_by) references person (organisation_id, id)
);
create index gate_decision_person on gate_decision (organisation_id, decided_by);

alter table phase_gate enable row level security;
alter table phase_gate force row level security;
create policy own_organisation on phase_gate using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table gate_decision enable row level security;
alter table gate_decision force row level security;
create policy own_organisation on gate_decision using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
-- Hangs on an item: whoever asks sees it only with the item.
alter table plan_package enable row level security;
alter table plan_package force row level security;
create policy own_organisation on plan_package using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or exists (select from work_item seen where seen.organisation_id = plan_package.organisation_id and seen.id = plan_package.item_id)
  )
);
