import { setImmediate as breathe } from 'node:timers/promises'
import { refuse, type Unit } from '../../../platform/commands/index.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { openComments } from '../../discussion/index.ts'
import { addFiles, type FileOfItem } from '../../files/index.ts'
import { addPlaceholders } from '../../identity/index.ts'
import { savePlan } from '../../schedule/index.ts'
import { archiveItems, openChecklists, openItems, openRelations, reserveNumbers } from '../../work/index.ts'
import { mappingOf, type RunRow } from '../import-run.ts'
import { type ImportPart, type Preparation, stepsOf } from '../item-draft.ts'
import { containerIdOf, openReading } from '../open-reading.ts'
import { readSurroundings } from '../queries/read-surroundings.ts'
import { type RunEventKind, runEvent } from '../run-events.ts'
import { carryOut, type ImportDeps, namesOf, runInUnit } from '../run-in-unit.ts'
import { insertRecords } from '../store/records.ts'
import { replanStatements } from '../store/replan.ts'
import { lockRuns, updateProgress } from '../store/runs.ts'
import { keepFiles } from './keep-files.ts'

/** A run in the hands of a worker. */
export type RunInHand = {
  readonly deps: ImportDeps
  readonly organisationId: string
  readonly run: RunRow
  readonly signal: AbortSignal
}

/** Thrown when the run was ended or taken over by somebody else: nothing is left to do here. */
export class RunLeft extends Error {
  override readonly name = 'RunLeft'
}

/**
 * Carries a run out, part by part, each in a transaction that also notes how far it got. Begun
 * again after a crash it reads the file again, passes over what is done, and goes on.
 *
 * @throws RunLeft, or Error when the worker stops
 */
export async function runImport(hand: RunInHand): Promise<void> {
  const { deps, organisationId, run } = hand
  const mapping = mappingOf(run) ?? refuse('exchange.not_checked')
  const containerId = containerIdOf(run, mapping)
  const surroundings = await inTransaction(deps.db, organisationId, (tx) =>
    readSurroundings(tx, { organisationId, personId: run.started_by }, containerId),
  )
  const { reading } = await openReading(deps, { run, mapping, surroundings, tell: () => {} })
  if (run.container_id === null) await prepare(hand, containerId, reading.preparation)
  let at = 0
  for await (const part of reading.parts()) {
    const until = at + stepsOf(part)
    if (until > run.done) {
      const files = await keepFiles(hand, part.files, reading)
      await carryOutPart(hand, { part, files, containerId, from: at, until })
    }
    at = until
    hand.signal.throwIfAborted()
    await breathe()
  }
  await inRun(hand, { from: at, event: 'exchange.import_finished' }, async (_unit, row) => ({
    ...row,
    state: 'review',
    total: at,
  }))
}

/** Makes the container, labels, people, calendars and resources that items refer to. */
async function prepare(hand: RunInHand, containerId: string, needed: Preparation): Promise<void> {
  const { deps } = hand
  await inRun(hand, { from: 0, event: 'exchange.import_progressed' }, async (unit, row) => {
    const target = mappingOf(row)?.target
    await addPlaceholders(unit, needed.placeholders)
    if (target?.kind === 'new') {
      const { containerKind: kind, key, name, subject, wishedEndState } = target
      const inputs = [{ id: containerId, kind, key, name, subject, wishedEndState }]
      await carryOut(deps, unit, { name: 'work.createContainer', inputs })
    }
    if (needed.lastNumber !== undefined) await reserveNumbers(unit, { containerId, upTo: needed.lastNumber })
    const labels = needed.labels.map((label) => ({ ...label, colour: 'gray' }))
    await carryOut(deps, unit, { name: 'work.createLabel', inputs: labels })
    const { calendars, resources, settings } = needed
    if (calendars.length + resources.length > 0 || settings)
      await savePlan(unit, { projectId: containerId, calendars, resources, ...(settings && { settings }) })
    await insertRecords(unit, row.id, [
      ...(target?.kind === 'new' ? [made('container', { id: containerId })] : []),
      ...needed.placeholders.map((person) => made('person', person)),
      ...needed.labels.map((label) => made('label', label)),
      ...calendars.map((calendar) => made('calendar', calendar)),
    ])
    return { ...row, container_id: containerId }
  })
}

function made(
  entity: 'container' | 'person' | 'label' | 'calendar' | 'baseline',
  { id }: { readonly id: string },
) {
  return { entity, entityId: id, line: null }
}

async function carryOutPart(
  hand: RunInHand,
  about: {
    readonly part: ImportPart
    readonly files: readonly FileOfItem[]
    readonly containerId: string
    readonly from: number
    readonly until: number
  },
): Promise<void> {
  const { part, files, containerId, from, until } = about
  await inRun(hand, { from, event: 'exchange.import_progressed' }, async (unit, row) => {
    await openItems(
      unit,
      part.items.map(({ item }) => item),
    )
    await openRelations(unit, containerId, part.relations)
    const { planItems, assignments, baselines } = part
    if (planItems.length + assignments.length + baselines.length > 0)
      await savePlan(unit, { projectId: containerId, planItems, assignments, baselines })
    await openChecklists(unit, part.checklists)
    await openComments(unit, containerId, part.comments)
    await addFiles(unit, containerId, files)
    await archiveItems(unit, part.archivedIds)
    const records = part.items.map(({ item, line }) => ({ entity: 'item' as const, entityId: item.id, line }))
    await insertRecords(unit, row.id, [
      ...records,
      ...baselines.map((baseline) => made('baseline', baseline)),
    ])
    return { ...row, done: until }
  })
}

/** Changes a run that still runs and is as far as expected, in one transaction. */
async function inRun(
  { deps, organisationId, run }: RunInHand,
  step: { readonly from: number; readonly event: RunEventKind },
  work: (unit: Unit, row: RunRow) => Promise<RunRow>,
): Promise<void> {
  await runInUnit(deps, namesOf(organisationId, run), async (unit) => {
    await replanStatements(unit)
    const row = (await lockRuns(unit, [run.id])).get(run.id)
    if (row?.state !== 'running' || row.done !== step.from) throw new RunLeft()
    const next = { ...(await work(unit, row)), updated_at: unit.now, version: row.version + 1 }
    await updateProgress(unit, next)
    unit.record([runEvent(unit, step.event, { row: next, data: { done: next.done, total: next.total } })])
  })
}
