import { operations, type RefusalCode } from '@millrace/contract'
import { checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { mappingOf, type RunRow } from '../import-run.ts'
import { REVERT_JOB, RUN_JOB, TIDY_JOB } from '../job-kinds.ts'
import { visibleRun } from '../policy.ts'
import { presentRun } from '../present.ts'
import { readSurroundings } from '../queries/read-surroundings.ts'
import { type RunEventKind, runEvent } from '../run-events.ts'
import { lockRuns, updateProgress } from '../store/runs.ts'
import { checkTarget } from './check-target.ts'

type Input = { readonly id: string; readonly version?: number | undefined }

/** A step of a run that people take. */
type Step = {
  readonly from: readonly RunRow['state'][]
  readonly to: RunRow['state']
  readonly event: RunEventKind
  readonly job?: string
  readonly check?: (unit: Unit, row: RunRow, index: number) => Promise<void>
}

/** Begins to carry an import out. */
export const startImport = command(operations['exchange.startImport'], (unit, inputs) =>
  steer(unit, inputs, {
    from: ['mapped'],
    to: 'running',
    event: 'exchange.import_started',
    job: RUN_JOB,
    check: checkReady,
  }),
)

/** Keeps what an import made, for good. */
export const approveImport = command(operations['exchange.approveImport'], (unit, inputs) =>
  steer(unit, inputs, {
    from: ['review'],
    to: 'approved',
    event: 'exchange.import_approved',
    job: TIDY_JOB,
  }),
)

/** Has everything an import made taken back; before it ran, that is to drop it, and while it runs, to cancel it. */
export const revertImport = command(operations['exchange.revertImport'], (unit, inputs) =>
  steer(unit, inputs, {
    from: ['uploaded', 'mapped', 'running', 'review', 'failed'],
    to: 'reverting',
    event: 'exchange.import_revert_asked',
    job: REVERT_JOB,
  }),
)

async function steer(unit: Unit, inputs: readonly Input[], step: Step) {
  const rows = await lockRuns(
    unit,
    inputs.map(({ id }) => id),
  )
  const views = []
  for (const [index, { id, version }] of inputs.entries()) {
    const row = visibleRun(unit.principal, rows.get(id), index)
    checkVersion({ version: row.version, what: 'import' }, { version }, index)
    if (!step.from.includes(row.state)) refuse('exchange.state_wrong', { state: row.state }, index)
    await step.check?.(unit, row, index)
    const next: RunRow = { ...row, state: step.to, updated_at: unit.now, version: row.version + 1 }
    await updateProgress(unit, next)
    if (step.job !== undefined) await handOver(unit, next, step.job)
    unit.record([runEvent(unit, step.event, { row: next })])
    views.push(presentRun(next))
  }
  return views
}

async function handOver(unit: Unit, row: RunRow, kind: string): Promise<void> {
  await unit.enqueue({
    kind,
    organisationId: unit.organisationId,
    payload: { runId: row.id },
    uniqueKey: `${kind} ${row.id}`,
  })
}

async function checkReady(unit: Unit, row: RunRow, index: number): Promise<void> {
  const say = (code: RefusalCode) => refuse(code, {}, index)
  const { plan } = row.report
  const mapping = mappingOf(row)
  if (!plan || !mapping) return say('exchange.not_checked')
  if (plan.counts.items === 0) return say('exchange.nothing_to_import')
  const { target } = mapping
  const containerId = target.kind === 'existing' ? target.containerId : null
  const surroundings = await readSurroundings(
    unit.tx,
    { organisationId: unit.organisationId, personId: row.started_by },
    containerId,
  )
  await checkTarget(unit, row, { mapping, surroundings, index })
}
