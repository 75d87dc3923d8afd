import type { CaseEntry } from '@millrace/core/case'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** An entry of the history of a case; they count from 1. */
export type NumberedEntry = { readonly caseId: string; readonly seq: number; readonly entry: CaseEntry }

/** Adds to histories of cases. */
export function insertHistory(unit: Unit, entries: readonly NumberedEntry[]): void {
  if (entries.length === 0) return
  const rows = entries.map(({ caseId, seq, entry }) => ({
    ...{ case_id: caseId, seq, at: sqlMoment(entry.at), actor: entry.actor, command: entry.command },
    ...{ dues: entry.dues, happened: entry.happened },
  }))
  unit.tx.send({
    name: 'case_insert_history',
    text: `
insert into case_history (organisation_id, case_id, seq, at, actor, command, dues, happened)
select $1, r.case_id, r.seq, r.at, r.actor, r.command, r.dues, r.happened
from json_populate_recordset(null::case_history, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
