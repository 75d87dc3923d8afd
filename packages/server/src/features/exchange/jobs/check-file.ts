import { inTransaction } from '../../../platform/db/transaction.ts'
import { dryRun } from '../dry-run.ts'
import { mappingOf, type RunRow } from '../import-run.ts'
import { readSurroundings } from '../queries/read-surroundings.ts'
import { runEvent } from '../run-events.ts'
import { type ImportDeps, namesOf, runInUnit } from '../run-in-unit.ts'
import { lockRuns, updateRun } from '../store/runs.ts'

/** Tries a mapped file and keeps what would happen, unless it was mapped anew meanwhile. */
export async function checkFile(deps: ImportDeps, organisationId: string, run: RunRow): Promise<void> {
  const mapping = mappingOf(run)
  if (run.state !== 'mapped' || !mapping) return
  const { target } = mapping
  const containerId = target.kind === 'existing' ? target.containerId : null
  const surroundings = await inTransaction(deps.db, organisationId, (tx) =>
    readSurroundings(tx, { organisationId, personId: run.started_by }, containerId),
  )
  const { plan, total } = await dryRun(deps, { run, mapping, surroundings })
  await runInUnit(deps, namesOf(organisationId, run), async (unit) => {
    const row = (await lockRuns(unit, [run.id])).get(run.id)
    if (row?.state !== 'mapped' || row.version !== run.version) return
    const checked: RunRow = {
      ...row,
      report: { ...row.report, plan },
      total,
      updated_at: unit.now,
      version: row.version + 1,
    }
    await updateRun(unit, checked)
    unit.record([runEvent(unit, 'exchange.import_checked', { row: checked, data: { counts: plan.counts } })])
  })
}
