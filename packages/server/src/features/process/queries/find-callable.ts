import type { Unit } from '../../../platform/commands/index.ts'

/** A process that can be called, and the version by which it is. */
export type Callable = { readonly processId: string; readonly modelId: string; readonly isSuspended: boolean }

type Row = {
  readonly name: string
  readonly process_id: string
  readonly model_id: string
  readonly is_suspended: boolean
}

/**
 * The processes that models call: by the key of the process here, or by the id that its model gives it. The processes
 * are locked, so that their instances are numbered one after the other.
 */
export async function findCallable(
  unit: Unit,
  names: readonly string[],
): Promise<ReadonlyMap<string, Callable>> {
  const rows = await unit.tx.query<Row>({
    name: 'process_find_callable',
    text: `
select n.name, c.id as process_id, m.id as model_id, m.suspended_at is not null as is_suspended
from unnest($2::text[]) as n (name)
join container c on c.organisation_id = $1 and c.kind = 'process' and c.archived_at is null and c.state <> 'closed'
cross join lateral (
  select v.id, v.element_id, v.suspended_at
  from process_version v
  where v.organisation_id = c.organisation_id
    and v.process_id = c.id
    and v.state = 'published'
  order by v.number desc
  limit 1) m
where c.key = upper(n.name)
  or m.element_id = n.name
order by n.name, c.key = upper(n.name), c.id desc
for no key update of c`,
    values: [unit.organisationId, names],
  })
  // The last of a name counts: its key before the id of a model, the oldest process before others.
  return new Map(
    rows.map((row) => [
      row.name,
      { processId: row.process_id, modelId: row.model_id, isSuspended: row.is_suspended },
    ]),
  )
}
