-- Plans of cases, run by an engine: what used to be a list of stages and the places of items in them becomes a plan.

create table case_plan (
  organisation_id uuid not null,
  case_id uuid not null,
  -- What the case can come to: its own copy, which its people change.
  model jsonb not null,
  -- Another one with each change of the model.
  model_id uuid not null,
  state text not null check (state in ('active', 'suspended', 'failed', 'completed', 'terminated', 'closed')),
  since timestamptz not null,
  cause jsonb not null,
  is_held_open boolean not null default false,
  next_id integer not null,
  stale text[] not null default '{}',
  variables jsonb not null default '{}',
  -- How many there are of each item of the case file.
  file jsonb not null default '{}',
  incidents jsonb not null default '[]',
  -- How many entries its history has.
  entries integer not null default 0,
  needs_acceptance boolean not null default false,
  needs_notice boolean not null default false,
  requester_id uuid,
  accepted_at timestamptz,
  accepted_by uuid,
  acceptance_note text not null default '',
  noticed_at timestamptz,
  noticed_by uuid,
  notice_to text not null default '',
  notice_way text not null default '',
  version integer not null default 1,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references container (organisation_id, id),
  foreign key (organisation_id, requester_id) references person (organisation_id, id),
  foreign key (organisation_id, accepted_by) references person (organisation_id, id),
  foreign key (organisation_id, noticed_by) references person (organisation_id, id)
);
create index case_plan_requester on case_plan (organisation_id, requester_id);
create index case_plan_accepted_by on case_plan (organisation_id, accepted_by);
create index case_plan_noticed_by on case_plan (organisation_id, noticed_by);

-- Something of a plan that has come: numbered from 1 in each case, 0 being the case itself.
create table case_plan_item (
  organisation_id uuid not null,
  case_id uuid not null,
  row_id integer not null,
  -- Its id in the model.
  def text not null,
  parent integer not null,
  state text not null,
  state_before text,
  round integer not null,
  since timestamptz not null,
  is_required boolean not null,
  cause jsonb not null,
  ended_by text,
  done_by uuid,
  timer jsonb,
  -- Of timers that are waited for: when they go off.
  due_at timestamptz,
  -- What carries it out.
  item_id uuid,
  instance_id uuid,
  called_case_id uuid,
  primary key (organisation_id, case_id, row_id),
  foreign key (organisation_id, case_id) references case_plan (organisation_id, case_id),
  foreign key (organisation_id, done_by) references person (organisation_id, id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id),
  foreign key (organisation_id, called_case_id) references container (organisation_id, id)
);
create index case_plan_item_item on case_plan_item (organisation_id, item_id) where item_id is not null;
create index case_plan_item_instance on case_plan_item (organisation_id, instance_id) where instance_id is not null;
create index case_plan_item_called on case_plan_item (organisation_id, called_case_id) where called_case_id is not null;
create index case_plan_item_done_by on case_plan_item (organisation_id, done_by) where done_by is not null;
create index case_plan_item_due on case_plan_item (organisation_id, due_at) where due_at is not null;

-- An event that a criterion has seen while others are still awaited.
create table case_sentry_part (
  organisation_id uuid not null,
  case_id uuid not null,
  item integer not null,
  sentry text not null,
  part integer not null,
  source integer,
  at timestamptz not null,
  primary key (organisation_id, case_id, item, sentry, part),
  foreign key (organisation_id, case_id) references case_plan (organisation_id, case_id)
);

-- What was said to a case and what came of it. Said once more, it gives the case as it is.
create table case_history (
  organisation_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  actor jsonb not null,
  command jsonb not null,
  dues jsonb not null default '[]',
  happened jsonb not null default '[]',
  primary key (organisation_id, case_id, seq),
  foreign key (organisation_id, case_id) references case_plan (organisation_id, case_id)
);

-- An item that was there before the step of the plan that it carries out.
create table case_adopted_item (
  organisation_id uuid not null,
  case_id uuid not null,
  def text not null,
  item_id uuid not null,
  primary key (organisation_id, case_id, def),
  unique (organisation_id, case_id, item_id),
  foreign key (organisation_id, case_id) references case_plan (organisation_id, case_id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id)
);
create index case_adopted_item_item on case_adopted_item (organisation_id, item_id);

-- Stages become stages that somebody starts, items human tasks in them. What is left to discretion and has not been
-- begun is offered. What was in no stage lies in the case itself; what was never planned goes on as it is.
create temporary table old_stage on commit drop as
select s.organisation_id, s.case_id, s.id, s.rank, s.name, 's_' || replace(s.id::text, '-', '') as def,
  case
    when s.state = 'completed' then 'completed'
    when c.state = 'closed' then 'terminated'
    when s.state = 'active' then 'active'
    else 'enabled'
  end as state,
  coalesce(s.completed_at, s.entered_at, c.created_at) as since,
  row_number() over (partition by s.organisation_id, s.case_id order by s.rank, s.id)::integer as row_id
from case_stage s
join container c on c.organisation_id = s.organisation_id and c.id = s.case_id;

create temporary table old_item on commit drop as
select o.*,
  o.is_there and not (o.is_discretionary and o.state = 'active' and not o.is_begun) as has_row
from (
  select i.organisation_id, i.case_id, i.item_id, i.is_discretionary, i.is_required, i.stage_id, w.rank, w.title,
    't_' || replace(i.id::text, '-', '') as def, s.row_id as stage_row, w.state_since as since,
    w.state_group not in ('backlog', 'ready') as is_begun,
    s.id is null or s.state <> 'enabled' as is_there,
    case
      when w.archived_at is not null then 'terminated'
      when w.state_group = 'done' then 'completed'
      when c.state = 'closed' or s.state in ('completed', 'terminated') then 'terminated'
      else 'active'
    end as state
  from case_item i
  join work_item w on w.organisation_id = i.organisation_id and w.id = i.item_id and i.case_id = any(w.container_ids)
  join container c on c.organisation_id = i.organisation_id and c.id = i.case_id
  left join old_stage s on s.organisation_id = i.organisation_id and s.id = i.stage_id) o;

create temporary table old_row on commit drop as
select s.organisation_id, s.case_id, s.row_id as id, s.def, 0 as parent, s.state, s.since, false as is_required,
  null::uuid as item_id
from old_stage s
union all
select i.organisation_id, i.case_id,
  coalesce(m.last, 0) + row_number() over (partition by i.organisation_id, i.case_id order by i.rank, i.def)::integer,
  i.def, coalesce(i.stage_row, 0), i.state, i.since, i.is_required, i.item_id
from old_item i
left join (
  select s.organisation_id, s.case_id, max(s.row_id) as last
  from old_stage s
  group by s.organisation_id, s.case_id) m on m.organisation_id = i.organisation_id and m.case_id = i.case_id
where i.has_row;

create temporary table old_task on commit drop as
select i.organisation_id, i.case_id, i.stage_id, i.rank, i.def,
  i.is_discretionary and not i.has_row as is_offered,
  jsonb_build_object(
    'id', i.def, 'name', i.title, 'description', '', 'kind', 'humanTask', 'entry', '[]'::jsonb, 'exit', '[]'::jsonb,
    'manualActivation', null, 'required', case when i.is_required then 'true' end, 'repetition', null,
    'isBlocking', true, 'content', null, 'work', null, 'timer', null) as task
from old_item i;

create temporary table old_content on commit drop as
select t.organisation_id, t.case_id, t.stage_id,
  coalesce(jsonb_agg(t.task order by t.rank, t.def) filter (where not t.is_offered), '[]') as items,
  coalesce(
    jsonb_agg(
      jsonb_build_object('item', t.task, 'roles', '[]'::jsonb, 'applicability', null, 'besideId', null)
      order by t.rank, t.def
    ) filter (where t.is_offered),
    '[]') as discretionary
from old_task t
group by t.organisation_id, t.case_id, t.stage_id;

create temporary table old_plan on commit drop as
select c.organisation_id, c.id as case_id, case when c.state = 'closed' then 'completed' else 'active' end as state,
  c.created_at as since, coalesce(r.last, 0) + 1 as next_id,
  jsonb_build_object(
    'id', 'case', 'name', c.name, 'description', '', 'exit', '[]'::jsonb, 'roles', '[]'::jsonb, 'file', '[]'::jsonb,
    'root', jsonb_build_object(
      'items', coalesce(st.stages, '[]') || coalesce(o.items, '[]'),
      'autoComplete', false,
      'discretionary', coalesce(o.discretionary, '[]'))) as model,
  coalesce(r.rows, '[]') as rows
from container c
left join old_content o on o.organisation_id = c.organisation_id and o.case_id = c.id and o.stage_id is null
left join lateral (
  select jsonb_agg(
      jsonb_build_object(
        'id', s.def, 'name', s.name, 'description', '', 'kind', 'stage', 'entry', '[]'::jsonb, 'exit', '[]'::jsonb,
        'manualActivation', 'true', 'required', null, 'repetition', null, 'isBlocking', true,
        'content', jsonb_build_object(
          'items', coalesce(k.items, '[]'),
          'autoComplete', false,
          'discretionary', coalesce(k.discretionary, '[]')),
        'work', null, 'timer', null)
      order by s.rank, s.id) as stages
  from old_stage s
  left join old_content k on k.organisation_id = s.organisation_id and k.case_id = s.case_id and k.stage_id = s.id
  where s.organisation_id = c.organisation_id
    and s.case_id = c.id) st on true
left join lateral (
  select max(w.id) as last,
    jsonb_agg(
      jsonb_build_object(
        'id', w.id, 'defId', w.def, 'parentId', w.parent, 'state', w.state, 'stateBefore', null, 'round', 1,
        'since', floor(extract(epoch from w.since) * 1000)::bigint, 'isRequired', w.is_required,
        'cause', '{"kind": "command", "by": null}'::jsonb, 'endedBy', null, 'doneBy', null, 'timer', null)
      order by w.id) as rows
  from old_row w
  where w.organisation_id = c.organisation_id
    and w.case_id = c.id) r on true
where c.kind = 'case'
  and (st.stages is not null or o.items is not null);

insert into case_plan (organisation_id, case_id, model, model_id, state, since, cause, next_id, entries)
select p.organisation_id, p.case_id, p.model, gen_random_uuid(), p.state, p.since, '{"kind": "command", "by": null}',
  p.next_id, 1
from old_plan p;

insert into case_plan_item (organisation_id, case_id, row_id, def, parent, state, round, since, is_required, cause, item_id)
select w.organisation_id, w.case_id, w.id, w.def, w.parent, w.state, 1, w.since, w.is_required,
  '{"kind": "command", "by": null}', w.item_id
from old_row w;

insert into case_adopted_item (organisation_id, case_id, def, item_id)
select i.organisation_id, i.case_id, i.def, i.item_id
from old_item i
where not i.has_row;

insert into case_history (organisation_id, case_id, seq, at, actor, command)
select p.organisation_id, p.case_id, 1, p.since, '{"kind": "engine", "engine": "case"}',
  jsonb_build_object(
    'kind', 'taken-over',
    'model', p.model,
    'state', jsonb_build_object(
      'state', p.state, 'since', floor(extract(epoch from p.since) * 1000)::bigint,
      'cause', '{"kind": "command", "by": null}'::jsonb, 'isHeldOpen', false, 'nextId', p.next_id, 'items', p.rows,
      'parts', '[]'::jsonb, 'stale', '[]'::jsonb, 'variables', '{}'::jsonb, 'file', '{}'::jsonb,
      'incidents', '[]'::jsonb))
from old_plan p;

drop table case_item;
drop table case_stage;

alter table case_plan enable row level security;
alter table case_plan force row level security;
create policy own_organisation on case_plan using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));

alter table case_plan_item enable row level security;
alter table case_plan_item force row level security;
create policy own_organisation on case_plan_item using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or case_plan_item.item_id is null
    or exists (select from work_item seen where seen.organisation_id = case_plan_item.organisation_id and seen.id = case_plan_item.item_id)
  )
);

alter table case_sentry_part enable row level security;
alter table case_sentry_part force row level security;
create policy own_organisation on case_sentry_part using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));

alter table case_history enable row level security;
alter table case_history force row level security;
create policy own_organisation on case_history using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));

alter table case_adopted_item enable row level security;
alter table case_adopted_item force row level security;
create policy own_organisation on case_adopted_item using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or exists (select from work_item seen where seen.organisation_id = case_adopted_item.organisation_id and seen.id = case_adopted_item.item_id)
  )
);
