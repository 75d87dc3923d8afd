import type { InstanceFilter } from '@millrace/contract'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

const MINUTE_MS = 60_000

/** What `FILTER_SQL` is given from $3 on. */
export function filterValues(filter: InstanceFilter, now: number): readonly unknown[] {
  const { state, elementId, modelNumber, trouble, incidentText, olderThanMin, text } = filter
  return [
    ...[state ?? null, elementId ?? null, modelNumber ?? null, trouble ?? null, incidentText ?? null],
    ...[olderThanMin === undefined ? null : sqlMoment(now - olderThanMin * MINUTE_MS), text ?? null],
    sqlMoment(now),
  ]
}

/** Which instances `i` of the process $2 in the organisation $1 a filter finds, by the parameters $3 to $10. */
export const FILTER_SQL = `
i.organisation_id = $1
  and i.process_id = $2
  and ($3::text is null or i.state = case when $3 = 'suspended' then 'running' else $3 end)
  and ($3::text is distinct from 'suspended' or i.suspended_at is not null)
  and ($4::text is null or exists (
    select
    from process_token t
    where t.organisation_id = i.organisation_id
      and t.instance_id = i.id
      and t.node = $4))
  and ($5::integer is null or i.model_id = (
    select m.id
    from process_version m
    where m.organisation_id = $1
      and m.process_id = $2
      and m.number = $5))
  and ($6::text is distinct from 'incident' and $7::text is null or exists (
    select
    from process_incident n
    where n.organisation_id = i.organisation_id
      and n.instance_id = i.id
      and ($7::text is null or n.text = $7)
      and ($4::text is null or $7::text is null or n.node = $4)))
  and ($6::text is distinct from 'late' or i.state = 'running' and (i.due_at < $10::timestamptz or i.id in (
    select a.instance_id
    from process_step s
    join process_activity a on a.organisation_id = s.organisation_id and a.step_id = s.id and a.closed_at is null
      and a.opened_at < $10::timestamptz - s.expected_min * interval '1 minute'
    where s.organisation_id = $1
      and s.process_id = $2)))
  and ($8::timestamptz is null or i.started_at < $8)
  and ($9::text is null or strpos(lower(i.title), lower($9)) > 0 or strpos(lower(i.business_key), lower($9)) > 0)`
