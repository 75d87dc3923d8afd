import { operations } from '@millrace/contract'
import {
  checkDefaults,
  checkRequirements,
  checkWorkflow,
  type Requirements,
  rankAtEnd,
  type TypeDefaults,
  type Workflow,
} from '@millrace/core/work'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { demandFieldPeople } from '../demand-field-people.ts'
import { gatherEverywhere } from '../gather-roll-ups.ts'
import { archivedAt, byId, idsOf, keep, refuseTwice, withoutUndefined } from '../keep-catalogue.ts'
import { fieldOf, presentLabel, presentType } from '../present-catalogue.ts'
import { countByState, readFields, readLabels, readTypes } from '../queries/read-catalogue.ts'
import { findPeopleAmong } from '../queries/read-names.ts'
import { type LabelRow, saveLabels, saveTypes, type TypeRow } from '../store/catalogue.ts'

/** Adds types of item. */
export const createType = command(operations['work.createType'], async (unit, inputs) => {
  await checkAsked(unit, inputs)
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
      defaults: input.defaults ?? {},
      field_ids: input.fieldIds ?? null,
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

/** Changes types of item. */
export const changeType = command(operations['work.changeType'], async (unit, inputs) => {
  const ids = inputs.map((input) => input.id)
  const found = byId(await readTypes(unit.tx, unit.organisationId, ids))
  const counts = await countByState(unit.tx, unit.organisationId, ids)
  const rows = inputs.map(({ id, patch }, index): TypeRow => {
    const row = found.get(id) ?? refuse('platform.not_found', { what: 'type' }, index)
    const { isArchived, readinessGate, needsAcceptance, needsNotice, fieldIds, ...plain } = patch
    const next = {
      ...row,
      ...withoutUndefined(plain),
      workflow: patch.workflow ? accepted(checkWorkflow(patch.workflow), index) : row.workflow,
      readiness_gate: readinessGate ?? row.readiness_gate,
      needs_acceptance: needsAcceptance ?? row.needs_acceptance,
      needs_notice: needsNotice ?? row.needs_notice,
      field_ids: fieldIds === undefined ? row.field_ids : fieldIds,
      archived_at: archivedAt(unit, row, isArchived),
      version: row.version + 1,
    }
    refuseOrphans(row, next.workflow, { counts, index })
    return next
  })
  await checkAsked(
    unit,
    rows.map(({ workflow }, index) => ({ ...inputs[index]?.patch, workflow })),
  )
  await keep(unit, rows, { kind: 'type', save: saveTypes })
  // Formulas may name types and states.
  await gatherEverywhere(unit)
  return rows.map(presentType)
})

type Asked = {
  readonly workflow: Workflow
  readonly required?: Requirements | undefined
  readonly defaults?: TypeDefaults | undefined
  readonly fieldIds?: readonly string[] | null | undefined
}

/** Only what is asked for now: what a type asked for before may name a state or field that is taken away. */
async function checkAsked(unit: Unit, asked: readonly Asked[]): Promise<void> {
  if (asked.every((type) => !type.required && !type.defaults && !type.fieldIds)) return
  const fields = (await readFields(unit.tx, unit.organisationId, null)).map(fieldOf)
  const labels = await readLabels(unit.tx, unit.organisationId, null)
  const known = {
    fieldsById: new Map(fields.map((field) => [field.id, field])),
    labelIds: new Set(idsOf(labels)),
  }
  asked.forEach(({ required = {}, defaults = {}, fieldIds, workflow }, index) => {
    accepted(checkRequirements(required, { workflow, fields }), index)
    accepted(checkDefaults(defaults, known), index)
    const unknown = fieldIds?.find((id) => !known.fieldsById.has(id))
    if (unknown !== undefined) refuse('work.field_unknown', { field: unknown }, index)
  })
  await demandFieldPeople(
    unit,
    asked.map(({ defaults }) => defaults?.fields),
  )
  const named = asked.map(({ defaults }) => defaults?.responsibleId ?? 'maker')
  const people = await findPeopleAmong(
    unit.tx,
    unit.organisationId,
    named.filter((id) => id !== 'maker'),
  )
  named.forEach((id, index) => {
    if (id !== 'maker' && !people.has(id))
      refuse('platform.reference_unknown', { field: 'responsible' }, index)
  })
}

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
      defaults: {},
      field_ids: null,
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
