-- How an item earns the value that was planned for it.
alter table plan_item add column ev_rule text not null default 'percent'
  check (ev_rule in ('percent', '0-100', '50-50', 'milestones', 'effort'));

-- What may happen to a project: how likely it is, what it would delay and cost then.
create table risk (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  probability double precision not null check (probability between 0 and 1),
  delay_low_min integer not null check (delay_low_min >= 0),
  delay_high_min integer not null check (delay_high_min >= delay_low_min),
  cost_low_minor bigint not null check (cost_low_minor >= 0),
  cost_high_minor bigint not null check (cost_high_minor >= cost_low_minor),
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, project_id) references container (organisation_id, id)
);
create index risk_project on risk (organisation_id, project_id);

-- The items that a risk delays.
create table risk_item (
  organisation_id uuid not null,
  risk_id uuid not null,
  item_id uuid not null,
  primary key (organisation_id, risk_id, item_id),
  foreign key (organisation_id, risk_id) references risk (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);
create index risk_item_item on risk_item (organisation_id, item_id);

-- The forecast of a project that was asked for last, and what came of it. The same question, told by the hash
-- of everything it follows from, has the same answer.
create table plan_forecast (
  organisation_id uuid not null,
  project_id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  -- Tells one wish from the next: whoever works on an old one finds out and leaves off.
  wish integer not null,
  seed integer not null,
  runs integer not null,
  shape text not null check (shape in ('pert', 'triangular')),
  correlation double precision not null check (correlation between 0 and 1),
  done_runs integer not null default 0,
  asked_at timestamptz not null,
  refusal json,
  -- Of the last one that was done: the hash of its question, when, and the answer.
  input_hash text,
  made_at timestamptz,
  result json,
  primary key (organisation_id, project_id),
  foreign key (organisation_id, project_id) references container (organisation_id, id)
);

alter table risk enable row level security;
alter table risk force row level security;
create policy own_organisation on risk using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table plan_forecast enable row level security;
alter table plan_forecast force row level security;
create policy own_organisation on plan_forecast using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
-- Hangs on an item: whoever asks sees it only with the item.
alter table risk_item enable row level security;
alter table risk_item force row level security;
create policy own_organisation on risk_item using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or exists (select from work_item seen where seen.organisation_id = risk_item.organisation_id and seen.id = risk_item.item_id)
  )
);
