import { operations } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { checkWorkflow, rankAtEnd, type Workflow } from '@millrace/core/work'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { touchCatalogue } from '../../identity/index.ts'
import { presentField, presentLabel, presentType } from '../present-catalogue.ts'
import { countByState, readFields, readLabels, readTypes } from '../queries/read-catalogue.ts'
import {
  type FieldRow,
  type LabelRow,
  saveFields,
  saveLabels,
  saveTypes,
  type TypeRow,
} from '../store/catalogue.ts'

/** Adds types of item. */
export const createType = command(operations['work.createType'], async (unit, inputs) => {
  const rows = inputs.map(
    (input, index): TypeRow => ({
      id: input.id,
      name: input.name,
      icon: input.icon ?? 'square',
      workflow: accepted(checkWorkflow(input.workflow), index),
      required: input.required ?? {},
      readiness_gate: input.readinessGate ?? 'soft',
      needs_acceptance: input.needsAcceptance ?? false,
      needs_notice: input.needsNotice ?? false,
      rank: rankAtEnd(unit.now, index),
      origin: unit.origin.kind,
      archived_at: null,
      version: 1,
    }),
  )
  refuseTwice('type', rows, await readTypes(unit.tx, unit.organisationId, idsOf(rows)))
  await keep(unit, rows, { kind: 'type', save: saveTypes })
  return rows.map(presentType)
})

/** Saving writes over what has the same id. */
function refuseTwice(
  what: 'type' | 'field' | 'label',
  rows: readonly { readonly id: string }[],
  found: readonly { readonly id: string }[],
): void {
  const existing = new Set(found.map(({ id }) => id))
  const index = rows.findIndex(({ id }) => existing.has(id))
  if (index !== -1) refuse('platform.exists', { what }, index)
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id)
}

/** Changes types of item. */
export const changeType = command(operations['work.changeType'], async (unit, inputs) => {
  const ids = inputs.map((input) => input.id)
  const found = byId(await readTypes(unit.tx, unit.organisationId, ids))
  const counts = await countByState(unit.tx, unit.organisationId, ids)
  const rows = inputs.map(({ id, patch }, index): TypeRow => {
    const row = found.get(id) ?? refuse('platform.not_found', { what: 'type' }, index)
    const { isArchived, readinessGate, needsAcceptance, needsNotice, ...plain } = patch
    const next = {
      ...row,
      ...withoutUndefined(plain),
      workflow: patch.workflow ? accepted(checkWorkflow(patch.workflow), index) : row.workflow,
      readiness_gate: readinessGate ?? row.readiness_gate,
      needs_acceptance: needsAcceptance ?? row.needs_acceptance,
      needs_notice: needsNotice ?? row.needs_notice,
      archived_at: archivedAt(unit, row, isArchived),
      version: row.version + 1,
    }
    refuseOrphans(row, next.workflow, { counts, index })
    return next
  })
  await keep(unit, rows, { kind: 'type', save: saveTypes })
  return rows.map(presentType)
})

function refuseOrphans(
  row: TypeRow,
  workflow: TypeRow['workflow'],
  about: { readonly counts: ReadonlyMap<string, number>; readonly index: number },
): void {
  const kept = new Set(workflow.states.map((state) => state.id))
  for (const state of row.workflow.states) {
    const count = about.counts.get(`${row.id} ${state.id}`) ?? 0
    if (!kept.has(state.id) && count > 0)
      refuse('work.workflow_state_in_use', { state: state.name, count }, about.index)
  }
}

/** Adds custom fields. */
export const createField = command(operations['work.createField'], async (unit, inputs) => {
  const all = await readFields(unit.tx, unit.organisationId, null)
  refuseTwice('field', inputs, all)
  const taken = new Set(all.map((row) => row.key))
  const rows = inputs.map((input, index): FieldRow => {
    if (taken.has(input.key)) refuse('work.key_taken', { key: input.key }, index)
    taken.add(input.key)
    return {
      ...input,
      rank: rankAtEnd(unit.now, index),
      origin: unit.origin.kind,
      archived_at: null,
      version: 1,
    }
  })
  await keep(unit, rows, { kind: 'field', save: saveFields })
  return rows.map(presentField)
})

/** Changes custom fields. */
export const changeField = command(operations['work.changeField'], async (unit, inputs) => {
  const found = byId(
    await readFields(
      unit.tx,
      unit.organisationId,
      inputs.map((input) => input.id),
    ),
  )
  const rows = inputs.map(({ id, patch: { isArchived, ...plain } }, index): FieldRow => {
    const row = found.get(id) ?? refuse('platform.not_found', { what: 'field' }, index)
    return {
      ...row,
      ...withoutUndefined(plain),
      archived_at: archivedAt(unit, row, isArchived),
      version: row.version + 1,
    }
  })
  await keep(unit, rows, { kind: 'field', save: saveFields })
  return rows.map(presentField)
})

/** Adds labels. */
export const createLabel = command(operations['work.createLabel'], async (unit, inputs) => {
  const rows = inputs.map(
    (input): LabelRow => ({ ...input, origin: unit.origin.kind, archived_at: null, version: 1 }),
  )
  refuseTwice('label', rows, await readLabels(unit.tx, unit.organisationId, idsOf(rows)))
  await refuseTakenNames(unit, rows)
  await keep(unit, rows, { kind: 'label', save: saveLabels })
  return rows.map(presentLabel)
})

/** Changes labels. */
export const changeLabel = command(operations['work.changeLabel'], async (unit, inputs) => {
  const found = byId(
    await readLabels(
      unit.tx,
      unit.organisationId,
      inputs.map((input) => input.id),
    ),
  )
  const rows = inputs.map(({ id, patch: { isArchived, ...plain } }, index): LabelRow => {
    const row = found.get(id) ?? refuse('platform.not_found', { what: 'label' }, index)
    return {
      ...row,
      ...withoutUndefined(plain),
      archived_at: archivedAt(unit, row, isArchived),
      version: row.version + 1,
    }
  })
  await refuseTakenNames(unit, rows)
  await keep(unit, rows, { kind: 'label', save: saveLabels })
  return rows.map(presentLabel)
})

async function refuseTakenNames(unit: Unit, rows: readonly LabelRow[]): Promise<void> {
  const owner = new Map(
    (await readLabels(unit.tx, unit.organisationId, null)).map((row) => [row.name.toLowerCase(), row.id]),
  )
  rows.forEach((row, index) => {
    const other = owner.get(row.name.toLowerCase())
    if (other !== undefined && other !== row.id) refuse('work.name_taken', { name: row.name }, index)
    owner.set(row.name.toLowerCase(), row.id)
  })
}

type Kept = { readonly id: string; readonly version: number; readonly archived_at: number | null }

async function keep<Row extends Kept>(
  unit: Unit,
  rows: readonly Row[],
  how: {
    readonly kind: 'type' | 'field' | 'label'
    readonly save: (unit: Unit, rows: readonly Row[]) => Promise<void>
  },
): Promise<void> {
  await how.save(unit, rows)
  await touchCatalogue(unit)
  unit.record(
    rows.map(
      (row): Event => ({
        id: unit.newId<'Event'>(),
        kind: `work.${how.kind}_${row.version === 1 ? 'created' : 'changed'}`,
        at: unit.now,
        actor: unit.actor,
        subject: { kind: how.kind, id: row.id },
        containerId: null,
        data: { [how.kind]: row },
      }),
    ),
  )
}

function archivedAt(unit: Unit, row: Kept, isArchived: boolean | undefined): number | null {
  if (isArchived === undefined) return row.archived_at
  return isArchived ? (row.archived_at ?? unit.now) : null
}

function byId<Row extends Kept>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

function withoutUndefined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as ReturnType<typeof withoutUndefined<Fields>> // Only undefined values were dropped.
}

/** The types of item that a new organisation starts with. */
export async function createDefaultCatalogue(unit: Unit): Promise<void> {
  const rows = DEFAULT_TYPES.map((type, index): TypeRow => {
    return {
      id: unit.newId<'ItemType'>(),
      name: type.name,
      icon: type.icon,
      workflow: { states: [...type.workflow.states], moves: 'any' },
      required: {},
      readiness_gate: 'soft',
      needs_acceptance: type.isClosedWithNotice,
      needs_notice: type.isClosedWithNotice,
      rank: rankAtEnd(unit.now, index),
      origin: 'own',
      archived_at: null,
      version: 1,
    }
  })
  await keep(unit, rows, { kind: 'type', save: saveTypes })
}

const PLAIN: Workflow = {
  moves: 'any',
  states: [
    { id: 'backlog', name: 'Backlog', group: 'backlog', wipLimit: null },
    { id: 'ready', name: 'Ready', group: 'ready', wipLimit: null },
    { id: 'in-progress', name: 'In progress', group: 'inProgress', wipLimit: null },
    { id: 'waiting', name: 'Waiting', group: 'waiting', wipLimit: null },
    { id: 'in-review', name: 'In review', group: 'inReview', wipLimit: null },
    { id: 'done', name: 'Done', group: 'done', wipLimit: null },
  ],
}

const DEFAULT_TYPES = [
  { name: 'Task', icon: 'square-check', workflow: PLAIN, isClosedWithNotice: false },
  { name: 'Request', icon: 'message-square', workflow: PLAIN, isClosedWithNotice: true },
  { name: 'Decision', icon: 'scale', workflow: PLAIN, isClosedWithNotice: false },
] as const
