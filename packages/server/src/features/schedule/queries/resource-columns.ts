/** What everybody sees of a resource `r`; the organisation is the first parameter of the statement. */
export const RESOURCE = `r.id, r.project_id as "containerId", r.kind, r.name, r.person_id as "personId",
  r.calendar_id as "calendarId", r.max_units as "maxUnits", r.rate_minor_per_hour as "rateMinorPerHour",
  r.cost_per_use_minor as "costPerUseMinor", r.unit_label as "unitLabel", r.availability,
  r.day_limit_min as "dayLimitMin", r.week_limit_min as "weekLimitMin", r.skills, r.rates,
  array(
    select m.member_id
    from resource_member m
    where m.organisation_id = $1
      and m.crew_id = r.id
    order by m.member_id) as "crewMemberIds"`

/** What everybody sees of an assignment `a`; the organisation is the first parameter of the statement. */
export const ASSIGNMENT = `a.id, a.item_id as "itemId", a.resource_id as "resourceId", a.units, a.work_min as "workMin",
  a.actual_work_min as "actualWorkMin", a.start_at as "startAt", a.finish_at as "finishAt",
  a.cost_minor as "costMinor",
  case
    when a.alternative_skill is not null
      then json_build_object('kind', 'skill', 'skill', a.alternative_skill)
    else (
      select json_build_object('kind', 'resources', 'resourceIds', json_agg(l.resource_id order by l.resource_id))
      from assignment_alternative l
      where l.organisation_id = $1
        and l.assignment_id = a.id
      having count(*) > 0)
  end as alternatives`
