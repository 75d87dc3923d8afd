-- Links that lead out of a project or into it: of each, the projects that have one of its ends and not the other.
-- Kept beside the relations, so that a plan without any is not searched for them.
create table plan_outside_link (
  organisation_id uuid not null,
  project_id uuid not null,
  relation_id uuid not null,
  primary key (organisation_id, project_id, relation_id),
  foreign key (organisation_id, project_id) references container (organisation_id, id) on delete cascade,
  foreign key (organisation_id, relation_id) references relation (organisation_id, id) on delete cascade
);
create index plan_outside_link_relation on plan_outside_link (organisation_id, relation_id);

alter table plan_outside_link enable row level security;
alter table plan_outside_link force row level security;
create policy own_organisation on plan_outside_link using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));

insert into plan_outside_link (organisation_id, project_id, relation_id)
select r.organisation_id, c.id, r.id
from relation r
join work_item f on f.organisation_id = r.organisation_id and f.id = r.from_id
join work_item t on t.organisation_id = r.organisation_id and t.id = r.to_id
join container c on c.organisation_id = r.organisation_id and c.id = any(f.container_ids || t.container_ids) and c.kind = 'project'
where r.kind = 'precedes'
  and (c.id = any(f.container_ids)) <> (c.id = any(t.container_ids))
on conflict do nothing;

-- What they ask for counts from now on: plans that have been calculated are calculated again.
with outdated as (
  update project_plan s
  set version = s.version + 1,
      changed_items = null
  where s.is_scheduled is not false
    and s.version > 0
    and exists (
      select 1
      from plan_outside_link x
      where x.organisation_id = s.organisation_id
        and x.project_id = s.project_id)
  returning s.organisation_id, s.project_id, s.version
)
insert into job (id, organisation_id, kind, payload, unique_key, run_at, created_at)
select gen_random_uuid(), o.organisation_id, 'schedule.replan',
  jsonb_build_object('projectId', o.project_id, 'version', o.version),
  'schedule.replan ' || o.project_id || ' ' || o.version, now(), now()
from outdated o
on conflict do nothing;
