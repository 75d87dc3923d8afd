import { firstStateOf, type Workflow } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'
import { among } from '../../../platform/db/among.ts'

/** A process container, as far as its instances need it. */
export type Home = {
  readonly id: string
  readonly name: string
  readonly state: 'planned' | 'active' | 'closed'
  readonly isArchived: boolean
  /** The state in which its steps open items, when its usual type has one that is ready. */
  readonly readyStateId: string | undefined
  readonly timeZone: string
}

type Row = {
  readonly id: string
  readonly name: string
  readonly state: Home['state']
  readonly is_archived: boolean
  readonly workflow: Workflow
  readonly time_zone: string
}

const HOMES = `
select c.id, c.name, c.state, c.archived_at is not null as is_archived, t.workflow, o.time_zone
from container c
join item_type t on t.organisation_id = c.organisation_id and t.id = c.default_type_id
join organisation o on o.id = c.organisation_id
where c.organisation_id = $1
  and c.id = any(${among('$2')})
  and c.kind = 'process'
order by c.id`

/** The processes among some containers. */
export async function findHomes(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, Home>> {
  const rows = await unit.tx.query<Row>({
    name: 'process_find_homes',
    text: HOMES,
    values: [unit.organisationId, ids],
  })
  return byId(rows)
}

/**
 * The processes among some containers, locked, so that steps and instances of one process are added
 * one after the other.
 */
export async function lockHomes(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, Home>> {
  const rows = await unit.tx.query<Row>({
    name: 'process_lock_homes',
    text: `${HOMES}
for no key update of c`,
    values: [unit.organisationId, ids],
  })
  return byId(rows)
}

function byId(rows: readonly Row[]): ReadonlyMap<string, Home> {
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        state: row.state,
        isArchived: row.is_archived,
        readyStateId: firstStateOf(row.workflow, 'ready')?.id,
        timeZone: row.time_zone,
      },
    ]),
  )
}

/** The number of the last instance of each process; those without instances are absent. */
export async function readLastNumbers(
  unit: Unit,
  processIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await unit.tx.query<{ process_id: string; number: number }>({
    name: 'process_read_last_numbers',
    text: `
select i.process_id, max(i.number) as number
from process_instance i
where i.organisation_id = $1
  and i.process_id = any($2::uuid[])
group by i.process_id
order by i.process_id`,
    values: [unit.organisationId, processIds],
  })
  return new Map(rows.map((row) => [row.process_id, row.number]))
}
