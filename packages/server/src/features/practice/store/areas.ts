import type { AreaMark } from '@millrace/core/practice'
import type { AreaOfInterest } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

type Label = { readonly axis: 'row' | 'column'; readonly place: number; readonly name: string | null }

/** Names rows and columns; those named null are called as usual again. */
export async function saveAreaLabels(unit: Unit, labels: readonly Label[]): Promise<void> {
  await unit.tx.query({
    name: 'practice_drop_area_labels',
    text: `
delete from area_label l
using json_to_recordset($2::json) as r (axis text, place integer)
where l.organisation_id = $1
  and l.axis = r.axis
  and l.place = r.place`,
    values: [unit.organisationId, JSON.stringify(labels)],
  })
  await unit.tx.query({
    name: 'practice_save_area_labels',
    text: `
insert into area_label (organisation_id, axis, place, name)
select $1, r.axis, r.place, r.name
from json_to_recordset($2::json) as r (axis text, place integer, name text)
where r.name is not null`,
    values: [unit.organisationId, JSON.stringify(labels)],
  })
}

/** What is said of a cell; a mark of null takes it back. */
export type AreaSaying = {
  readonly area: AreaOfInterest
  readonly containerId: string | null
  readonly mark: AreaMark | null
  readonly note: string
}

/** Marks cells, each once. */
export async function saveAreaMarks(unit: Unit, marks: readonly AreaSaying[]): Promise<void> {
  const rows = marks.map(({ containerId, ...mark }) => ({
    ...{ ...mark, id: unit.newId(), container_id: containerId },
    ...{ changed_at: sqlMoment(unit.now), changed_by: unit.principal.personId },
  }))
  await unit.tx.query({
    name: 'practice_drop_area_marks',
    text: `
delete from area_mark m
using json_populate_recordset(null::area_mark, $2::json) r
where m.organisation_id = $1
  and m.container_id is not distinct from r.container_id
  and m.area = r.area`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  await unit.tx.query({
    name: 'practice_save_area_marks',
    text: `
insert into area_mark (organisation_id, id, container_id, area, mark, note, changed_at, changed_by)
select $1, r.id, r.container_id, r.area, r.mark, r.note, r.changed_at, r.changed_by
from json_populate_recordset(null::area_mark, $2::json) r
where r.mark is not null`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
