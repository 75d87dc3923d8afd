import { type ImportColumn, type ImportMapping, operations, tableOf } from '@millrace/contract'
import { checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import type { RunRow } from '../import-run.ts'
import { CHECK_JOB } from '../job-kinds.ts'
import { visibleRun } from '../policy.ts'
import { presentRun } from '../present.ts'
import { readSurroundings, type Surroundings } from '../queries/read-surroundings.ts'
import { runEvent } from '../run-events.ts'
import { lockRuns, updateRun } from '../store/runs.ts'
import { REPEATABLE } from '../table/table-columns.ts'
import { checkTarget } from './check-target.ts'

/** Keeps how a file becomes items, and has it tried. */
export const mapImport = command(operations['exchange.mapImport'], async (unit, inputs) => {
  const rows = await lockRuns(
    unit,
    inputs.map(({ id }) => id),
  )
  const views = []
  for (const [index, { id, version, mapping }] of inputs.entries()) {
    const row = visibleRun(unit.principal, rows.get(id), index)
    checkVersion({ version: row.version, what: 'import' }, { version }, index)
    if (row.state !== 'uploaded' && row.state !== 'mapped')
      refuse('exchange.state_wrong', { state: row.state }, index)
    views.push(presentRun(await map(unit, row, { mapping, index })))
  }
  return views
})

async function map(
  unit: Unit,
  row: RunRow,
  { mapping, index }: { readonly mapping: ImportMapping; readonly index: number },
): Promise<RunRow> {
  const { target } = mapping
  const containerId = target.kind === 'existing' ? target.containerId : null
  const surroundings = await readSurroundings(
    unit.tx,
    { organisationId: unit.organisationId, personId: row.started_by },
    containerId,
  )
  await checkTarget(unit, row, { mapping, surroundings, index })
  checkColumns(row, mapping, { surroundings, index })
  const mapped: RunRow = {
    ...row,
    state: 'mapped',
    mapping,
    report: { ...row.report, plan: null, failure: null },
    total: 0,
    updated_at: unit.now,
    version: row.version + 1,
  }
  await updateRun(unit, mapped)
  await unit.enqueue({
    kind: CHECK_JOB,
    organisationId: unit.organisationId,
    payload: { runId: row.id, version: mapped.version },
    uniqueKey: `${CHECK_JOB} ${row.id} ${mapped.version}`,
  })
  unit.record([runEvent(unit, 'exchange.import_mapped', { row: mapped })])
  return mapped
}

type Checked = { readonly surroundings: Surroundings; readonly index: number }

function checkColumns(row: RunRow, mapping: ImportMapping, checked: Checked): void {
  const { surroundings, index } = checked
  const isTypeKnown = surroundings.types.some(({ id }) => id === mapping.typeId)
  if (mapping.typeId !== null && !isTypeKnown) refuse('platform.reference_unknown', { field: 'type' }, index)
  if (row.format !== 'csv' && row.format !== 'xlsx') return
  const table = tableOf(row.report.profile, mapping.sheet)
  if (!table) refuse('exchange.sheet_unknown', {}, index)
  const count = table?.columns.length ?? 0
  const taken = new Set<string>()
  for (const column of mapping.columns) {
    checkColumn(column, { ...checked, count, taken })
    taken.add(nameOf(column))
  }
  if (!taken.has('title')) refuse('exchange.title_unmapped', {}, index)
}

function checkColumn(
  column: ImportColumn,
  around: Checked & { readonly count: number; readonly taken: ReadonlySet<string> },
): void {
  const { surroundings, index, count, taken } = around
  const { field } = column
  if (column.column >= count) refuse('exchange.column_unknown', { column: column.column, count }, index)
  const isCustom = field === 'custom'
  if (isCustom && !surroundings.fields.some(({ id }) => id === column.fieldId))
    refuse('platform.reference_unknown', { field: 'field' }, index)
  const isOnce = isCustom || !REPEATABLE.has(field)
  if (isOnce && taken.has(nameOf(column))) refuse('exchange.mapping_twice', { field }, index)
}

/** What a column is for; custom fields are told apart. */
function nameOf({ field, fieldId }: ImportColumn): string {
  return field === 'custom' ? `custom ${fieldId ?? ''}` : field
}
