import type { Relation } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'

export type RelationRow = {
  readonly id: string
  readonly from_id: string
  readonly to_id: string
  readonly kind: Relation['kind']
  readonly link_type: Relation['linkType']
  readonly lag: number
  readonly lag_unit: Relation['lagUnit']
}

export const RELATION_COLUMNS = 'r.id, r.from_id, r.to_id, r.kind, r.link_type, r.lag, r.lag_unit'

/** The relation of a row. */
export function toRelation(row: RelationRow): Relation {
  return {
    id: row.id,
    fromId: row.from_id,
    toId: row.to_id,
    kind: row.kind,
    linkType: row.link_type,
    lag: row.lag,
    lagUnit: row.lag_unit,
  }
}

/** Adds relations; one that is there already (same items, kind and link type) is left out of the answer. */
export async function insertRelations(
  unit: Unit,
  relations: readonly Relation[],
): Promise<ReadonlySet<string>> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'work_insert_relations',
    text: `
insert into relation (organisation_id, id, from_id, to_id, kind, link_type, lag, lag_unit)
select $1, r.id, r.from_id, r.to_id, r.kind, r.link_type, r.lag, r.lag_unit
from json_populate_recordset(null::relation, $2::json) r
on conflict do nothing
returning id`,
    values: [
      unit.organisationId,
      JSON.stringify(
        relations.map((relation) => ({
          id: relation.id,
          from_id: relation.fromId,
          to_id: relation.toId,
          kind: relation.kind,
          link_type: relation.linkType,
          lag: relation.lag,
          lag_unit: relation.lagUnit,
        })),
      ),
    ],
  })
  return new Set(rows.map((row) => row.id))
}

/** Removes relations and tells which there were. */
export async function deleteRelations(unit: Unit, ids: readonly string[]): Promise<readonly Relation[]> {
  const rows = await unit.tx.query<RelationRow>({
    name: 'work_delete_relations',
    text: `
delete from relation r
where r.organisation_id = $1
  and r.id = any($2::uuid[])
returning ${RELATION_COLUMNS}`,
    values: [unit.organisationId, ids],
  })
  return rows.map(toRelation)
}
