import type { RunRow } from '../import-run.ts'
import { removeMade } from '../removal/remove-made.ts'
import { goneEvents, runEvent } from '../run-events.ts'
import { type ImportDeps, namesOf, runInUnit } from '../run-in-unit.ts'
import { deleteRecords } from '../store/records.ts'
import { lockRuns, updateRun } from '../store/runs.ts'

/** Takes back everything a run made, in one transaction, and lets go of its file. */
export async function takeBack(deps: ImportDeps, organisationId: string, run: RunRow): Promise<void> {
  await runInUnit(deps, namesOf(organisationId, run), async (unit) => {
    const row = (await lockRuns(unit, [run.id])).get(run.id)
    if (row?.state !== 'reverting') return
    // The run may not hold on to the container that goes.
    const freed: RunRow = { ...row, container_id: null }
    await updateRun(unit, freed)
    const { view, gone } = await removeMade(unit, { kind: 'import', runId: run.id })
    await deleteRecords(
      unit,
      run.id,
      gone.map(({ id }) => id),
    )
    const isContainerKept = !gone.some(({ id }) => id === row.container_id)
    const reverted: RunRow = {
      ...freed,
      container_id: isContainerKept ? row.container_id : null,
      state: 'reverted',
      report: { ...row.report, removal: view },
      updated_at: unit.now,
      version: row.version + 1,
    }
    await updateRun(unit, reverted)
    const { removed, keptCount } = view
    unit.record([
      runEvent(unit, 'exchange.import_reverted', { row: reverted, data: { removed, kept: keptCount } }),
      ...goneEvents(unit, { kind: 'import', id: run.id }, gone),
    ])
  })
  await deps.files.remove(run.file_key)
}
