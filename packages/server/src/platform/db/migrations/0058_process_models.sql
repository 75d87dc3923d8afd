-- Versions of the model of a process; the one that is still being written has no number yet.
create table process_version (
  organisation_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  number integer,
  state text not null check (state in ('draft', 'published')),
  -- The file as it came, byte for byte.
  xml text not null,
  -- The process of the model that is executed, by the id that the model gives it; null: it cannot be yet.
  element_id text,
  note text not null default '',
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, process_id, number),
  check ((state = 'published') = (number is not null)),
  foreign key (organisation_id, process_id) references container (organisation_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id),
  foreign key (organisation_id, published_by) references person (organisation_id, id)
);
create unique index process_version_draft on process_version (organisation_id, process_id) where state = 'draft';
create index process_version_created_by on process_version (organisation_id, created_by);
create index process_version_published_by on process_version (organisation_id, published_by);
create index process_version_element on process_version (organisation_id, element_id);

-- A step is an element of the model, over all versions.
alter table process_step add column element_id text;
update process_step set element_id = 'step_' || replace(id::text, '-', '');
alter table process_step alter column element_id set not null;
alter table process_step add unique (organisation_id, process_id, element_id);

alter table process_instance drop constraint process_instance_state_check;
alter table process_instance add check (state in ('running', 'finished', 'cancelled', 'failed'));
alter table process_instance
  add column model_id uuid,
  add column business_key text,
  add column parent_id uuid,
  add column parent_token_id integer,
  -- Where it is, but for its tokens, waits and incidents: the scopes that are entered, what can be undone, the next id.
  add column scopes jsonb not null default '[]',
  add column done jsonb not null default '[]',
  add column next_id integer not null default 1,
  -- How many entries its history has.
  add column entries integer not null default 0;

create table process_token (
  organisation_id uuid not null,
  instance_id uuid not null,
  id integer not null,
  scope integer not null,
  -- The element it stands at, by the id that the model gives it.
  node text not null,
  state text not null check (state in ('waiting', 'queued', 'joining', 'resetting', 'stuck')),
  -- The flow it came by.
  via text,
  locals jsonb,
  undoes integer,
  rounds integer not null default 0,
  since timestamptz not null,
  primary key (organisation_id, instance_id, id),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id)
);

create table process_wait (
  organisation_id uuid not null,
  instance_id uuid not null,
  id integer not null,
  scope integer not null,
  -- The token that is interrupted or goes on; null: an event sub-process begins.
  token_id integer,
  node text not null,
  kind text not null check (kind in ('message', 'signal', 'timer', 'conditional')),
  -- Of a message or a signal.
  name text not null default '',
  -- Of a message: for whom of several it is waited.
  key text,
  due_at timestamptz,
  -- Of a timer: what the due moment was computed from, and which time of several comes next.
  rule jsonb,
  cycle jsonb,
  primary key (organisation_id, instance_id, id),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id)
);
create index process_wait_name on process_wait (organisation_id, kind, name) where kind in ('message', 'signal');
create index process_wait_due on process_wait (due_at) where due_at is not null;

create table process_incident (
  organisation_id uuid not null,
  instance_id uuid not null,
  id integer not null,
  -- The token that is stuck; null: nothing is, but what was to be waited for.
  token_id integer,
  node text not null,
  kind text not null,
  text text not null,
  since timestamptz not null,
  primary key (organisation_id, instance_id, id),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id)
);

-- What was said to an instance, by whom, and what came of it: one row a step.
create table process_history (
  organisation_id uuid not null,
  instance_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  actor jsonb not null,
  model_id uuid not null,
  command jsonb not null,
  dues jsonb not null,
  happened jsonb not null,
  primary key (organisation_id, instance_id, seq),
  foreign key (organisation_id, instance_id) references process_instance (organisation_id, id),
  foreign key (organisation_id, model_id) references process_version (organisation_id, id)
);
create index process_history_model on process_history (organisation_id, model_id);

-- The token at which the step is done; what is over may not know it any more.
alter table process_activity add column token_id integer not null default 0;

-- Steps that were written down without a model: each order that instances go through is a version of one in a line.
create temporary table step_order on commit drop as
select gen_random_uuid() as id, o.organisation_id, o.process_id, o.step_ids,
  row_number() over (partition by o.organisation_id, o.process_id order by bool_or(o.is_present), min(o.first_at), o.step_ids) as number,
  min(o.first_at) as first_at
from (
  select i.organisation_id, i.process_id, i.step_ids, i.started_at as first_at, false as is_present
  from process_instance i
  union all
  select s.organisation_id, s.process_id, array_agg(s.id order by s.rank, s.id), now(), true
  from process_step s
  where s.archived_at is null
  group by s.organisation_id, s.process_id) o
group by o.organisation_id, o.process_id, o.step_ids;

create temporary table step_text on commit drop as
select s.organisation_id, s.id, s.element_id,
  '<bpmn:userTask id="' || s.element_id || '" name="' || replace(replace(replace(
    regexp_replace(s.name, '[\x01-\x1f]', ' ', 'g'), '&', '&amp;'), '<', '&lt;'), '"', '&quot;')
  || '"><bpmn:extensionElements><millrace:work'
  || coalesce(' teamId="' || s.team_id || '"', '')
  || coalesce(' responsibleId="' || s.responsible_id || '"', '')
  || coalesce(' effortMin="' || s.effort_min || '"', '')
  || coalesce(' expectedMin="' || s.expected_min || '"', '')
  || coalesce(' role="' || replace(replace(replace(s.role, '&', '&amp;'), '<', '&lt;'), '"', '&quot;') || '"', '')
  || coalesce(' practice="' || replace(replace(replace(s.practice, '&', '&amp;'), '<', '&lt;'), '"', '&quot;') || '"', '')
  || coalesce(' artifact="' || replace(replace(replace(s.artifact, '&', '&amp;'), '<', '&lt;'), '"', '&quot;') || '"', '')
  || '/></bpmn:extensionElements></bpmn:userTask>' as xml
from process_step s;

insert into process_version (organisation_id, id, process_id, number, state, xml, element_id, created_at, published_at)
select o.organisation_id, o.id, o.process_id, o.number, 'published',
  '<?xml version="1.0" encoding="UTF-8"?>' || chr(10)
  || '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:millrace="urn:millrace:bpmn" targetNamespace="urn:millrace:process">' || chr(10)
  || '<bpmn:process id="process_' || replace(o.process_id::text, '-', '') || '" isExecutable="true">' || chr(10)
  || '<bpmn:startEvent id="start"/>' || chr(10) || t.tasks || chr(10) || '<bpmn:endEvent id="end"/>' || chr(10)
  || t.flows || '<bpmn:sequenceFlow id="flow_end" sourceRef="' || t.last || '" targetRef="end"/>' || chr(10)
  || '</bpmn:process>' || chr(10) || '</bpmn:definitions>' || chr(10),
  'process_' || replace(o.process_id::text, '-', ''), o.first_at, o.first_at
from step_order o
cross join lateral (
  select string_agg(x.xml, chr(10) order by x.place) as tasks,
    string_agg('<bpmn:sequenceFlow id="flow_' || x.place || '" sourceRef="' || x.before || '" targetRef="' || x.element_id || '"/>' || chr(10), '' order by x.place) as flows,
    (array_agg(x.element_id order by x.place desc))[1] as last
  from (
    select e.xml, e.element_id, u.place, coalesce(lag(e.element_id) over (order by u.place), 'start') as before
    from unnest(o.step_ids) with ordinality as u (step_id, place)
    join step_text e on e.organisation_id = o.organisation_id and e.id = u.step_id) x) t
where cardinality(o.step_ids) > 0;

update process_instance i
set model_id = o.id,
  scopes = case when i.state <> 'running' then '[]' else jsonb_build_array(jsonb_build_object(
    'id', 1, 'parentId', -1, 'node', 'process_' || replace(i.process_id::text, '-', ''), 'kind', 'process', 'tokenId', -1,
    'variables', '{}'::jsonb, 'total', 0, 'begun', 0, 'done', 0)) end,
  next_id = 3,
  entries = case when i.state = 'running' then 1 else 0 end
from step_order o
where o.organisation_id = i.organisation_id
  and o.process_id = i.process_id
  and o.step_ids = i.step_ids;

update process_activity a
set token_id = 2
where a.closed_at is null;

insert into process_token (organisation_id, instance_id, id, scope, node, state, via, since)
select a.organisation_id, a.instance_id, 2, 1, s.element_id, 'waiting', 'flow_' || array_position(i.step_ids, a.step_id), a.opened_at
from process_activity a
join process_instance i on i.organisation_id = a.organisation_id and i.id = a.instance_id and i.state = 'running'
join process_step s on s.organisation_id = a.organisation_id and s.id = a.step_id
where a.closed_at is null;

-- Their history begins with where they are.
insert into process_history (organisation_id, instance_id, seq, at, actor, model_id, command, dues, happened)
select i.organisation_id, i.id, 1, now(), '{"kind": "engine", "engine": "process"}', i.model_id,
  jsonb_build_object('kind', 'migrate', 'state', jsonb_build_object(
    'status', 'running', 'nextId', 3, 'waits', '[]'::jsonb, 'done', '[]'::jsonb, 'incidents', '[]'::jsonb,
    'scopes', jsonb_build_array(jsonb_build_object(
      'id', 1, 'parentId', -1, 'node', 0, 'kind', 'process', 'tokenId', -1,
      'variables', '{}'::jsonb, 'total', 0, 'begun', 0, 'done', 0)),
    'tokens', jsonb_build_array(jsonb_build_object(
      'id', 2, 'scopeId', 1, 'node', 1 + array_position(i.step_ids, a.step_id), 'state', 'waiting',
      'via', array_position(i.step_ids, a.step_id) - 1, 'locals', null, 'undoes', null, 'rounds', 0)))),
  '[]', '[]'
from process_instance i
join process_activity a on a.organisation_id = i.organisation_id and a.instance_id = i.id and a.closed_at is null
where i.state = 'running';

alter table process_instance
  alter column model_id set not null,
  add foreign key (organisation_id, model_id) references process_version (organisation_id, id),
  add foreign key (organisation_id, parent_id) references process_instance (organisation_id, id);
create index process_instance_model on process_instance (organisation_id, model_id);
create index process_instance_parent on process_instance (organisation_id, parent_id) where parent_id is not null;

alter table process_version enable row level security;
alter table process_version force row level security;
create policy own_organisation on process_version using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_token enable row level security;
alter table process_token force row level security;
create policy own_organisation on process_token using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_wait enable row level security;
alter table process_wait force row level security;
create policy own_organisation on process_wait using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_incident enable row level security;
alter table process_incident force row level security;
create policy own_organisation on process_incident using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter table process_history enable row level security;
alter table process_history force row level security;
create policy own_organisation on process_history using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
