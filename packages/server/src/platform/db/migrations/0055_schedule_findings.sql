-- What the last calculation of a plan found for an item, as queries ask it; summaries have rows, too, and plans that keep
-- their dates none. Only rows that another calculation finds otherwise are written anew, most of them in place.
create table plan_finding (
  organisation_id uuid not null,
  item_id uuid not null,
  project_id uuid not null,
  start_at timestamptz,
  finish_at timestamptz,
  percent_complete smallint,
  total_float_min integer,
  is_critical boolean,
  is_conflicting boolean not null default false,
  primary key (organisation_id, item_id),
  foreign key (organisation_id, item_id) references work_item (organisation_id, id),
  foreign key (organisation_id, project_id) references container (organisation_id, id)
) with (fillfactor = 60);
create index plan_finding_project on plan_finding (organisation_id, project_id);
-- Few items have one: whoever asks what misses it begins with these.
create index plan_item_deadline on plan_item (organisation_id, deadline_at) where deadline_at is not null;

-- Plans that were calculated before say what they know; dates of their summaries follow with the next calculation.
insert into plan_finding (organisation_id, item_id, project_id, start_at, finish_at, total_float_min, is_critical)
select f.organisation_id, w.id, f.project_id, p.start_at, p.finish_at, (e.figure ->> 2)::integer, (e.figure ->> 4)::boolean
from plan_figures f
join project_plan s on s.organisation_id = f.organisation_id and s.project_id = f.project_id and s.is_scheduled is not false
cross join json_array_elements(f.figures) as e (figure)
join work_item w on w.organisation_id = f.organisation_id and w.id = (e.figure ->> 0)::uuid
left join plan_item p on p.organisation_id = f.organisation_id and p.item_id = w.id
where p.item_id is null
  or p.project_id = f.project_id
on conflict do nothing;

alter table plan_finding enable row level security;
alter table plan_finding force row level security;
create policy own_organisation on plan_finding using (
  organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)
  and (
    (select nullif(current_setting('app.onlooker_id', true), '') is null)
    or exists (select from work_item seen where seen.organisation_id = plan_finding.organisation_id and seen.id = plan_finding.item_id)
  )
);
