import { type Principal, refuse } from '../../platform/commands/index.ts'
import type { RunRow } from './import-run.ts'

/** Whether somebody may see and steer a run: who started it, and administrators. */
export function maySeeRun(principal: Principal, row: Pick<RunRow, 'started_by'>): boolean {
  return row.started_by === principal.personId || seesAllRuns(principal)
}

/** Whether somebody sees the runs of everybody. */
export function seesAllRuns({ orgRole }: Principal): boolean {
  return orgRole === 'owner' || orgRole === 'admin'
}

/** The run, when the person may see it; otherwise it is as if it were not there. */
export function visibleRun(principal: Principal, row: RunRow | undefined, index = 0): RunRow {
  return row && maySeeRun(principal, row) ? row : refuse('platform.not_found', { what: 'import' }, index)
}
