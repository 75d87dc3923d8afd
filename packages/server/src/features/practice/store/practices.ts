import type { Id, Instant } from '@millrace/core/kernel'
import type { PracticeDescription, PracticeNorm, PracticeRole } from '@millrace/core/practice'
import type { AreaOfInterest } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A practice of the catalogue, without what it is tied to. */
export type Practice = {
  readonly id: string
  readonly name: string
  readonly discipline: string
  readonly tools: readonly string[]
  readonly areas: readonly AreaOfInterest[]
  readonly stages: readonly string[]
  readonly roles: readonly PracticeRole[]
  readonly norm: PracticeNorm | null
  /** The draft. */
  readonly description: PracticeDescription
  readonly changedAt: Instant
  readonly changedBy: Id<'Person'> | null
  readonly archivedAt: Instant | null
  readonly version: number
}

export type PracticeRow = Omit<Practice, 'changedAt' | 'changedBy' | 'archivedAt'> & {
  readonly changed_at: number
  readonly changed_by: Id<'Person'> | null
  readonly archived_at: number | null
}

const COLUMNS = [
  ...['id', 'name', 'discipline', 'tools', 'areas', 'stages', 'roles', 'norm', 'description'],
  ...['changed_at', 'changed_by', 'archived_at', 'version'],
]
/** The columns of `practice p`. */
export const PRACTICE_COLUMNS = COLUMNS.map((column) => `p.${column}`).join(', ')
const CHANGED = COLUMNS.slice(1)

/** The practice of a row. */
export function toPractice(row: PracticeRow): Practice {
  const { changed_at: changedAt, changed_by: changedBy, archived_at: archivedAt, ...rest } = row
  return { ...rest, changedAt, changedBy, archivedAt }
}

/** All practices of the organisation, locked in the order of their ids. */
export async function lockPractices(unit: Unit): Promise<Map<string, Practice>> {
  const rows = await unit.tx.query<PracticeRow>({
    name: 'practice_lock_practices',
    text: `
select ${PRACTICE_COLUMNS}
from practice p
where p.organisation_id = $1
order by p.id
for no key update`,
    values: [unit.organisationId],
  })
  return new Map(rows.map((row) => [row.id, toPractice(row)]))
}

/** Writes practices, new ones and changed ones. */
export async function savePractices(unit: Unit, practices: readonly Practice[]): Promise<void> {
  const rows = practices.map(({ changedAt, changedBy, archivedAt, ...rest }) => ({
    ...{ ...rest, changed_at: sqlMoment(changedAt), changed_by: changedBy },
    archived_at: sqlMoment(archivedAt),
  }))
  await unit.tx.query({
    name: 'practice_save_practices',
    text: `
insert into practice (organisation_id, origin, ${COLUMNS.join(', ')})
select $1, $3, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::practice, $2::json) r
on conflict (organisation_id, id) do update
set ${CHANGED.map((column) => `${column} = excluded.${column}`).join(',\n    ')}`,
    values: [unit.organisationId, JSON.stringify(rows), unit.origin.kind],
  })
}

/** A version of a description that is published. */
export type NewVersion = {
  readonly practiceId: string
  readonly number: number
  readonly description: PracticeDescription
  readonly note: string
}

/** Adds published versions, which are never changed. */
export async function insertVersions(unit: Unit, versions: readonly NewVersion[]): Promise<void> {
  const rows = versions.map(({ practiceId, ...rest }) => ({
    ...{ ...rest, practice_id: practiceId },
    ...{ published_at: sqlMoment(unit.now), published_by: unit.principal.personId },
  }))
  await unit.tx.query({
    name: 'practice_insert_versions',
    text: `
insert into practice_version (organisation_id, practice_id, number, description, note, published_at, published_by)
select $1, r.practice_id, r.number, r.description, r.note, r.published_at, r.published_by
from json_populate_recordset(null::practice_version, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
