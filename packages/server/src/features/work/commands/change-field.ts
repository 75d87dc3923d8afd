import { type InputOf, operations } from '@millrace/contract'
import { createFieldFormulas, isComputed, rankAtEnd } from '@millrace/core/work'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { demandAudiences, tellFieldRights } from '../field-rules.ts'
import { gatherEverywhere } from '../gather-roll-ups.ts'
import { archivedAt, byId, keep, refuseTwice, withoutUndefined } from '../keep-catalogue.ts'
import { fieldOf, presentField } from '../present-catalogue.ts'
import { readFields } from '../queries/read-catalogue.ts'
import { type FieldRow, saveFields } from '../store/catalogue.ts'

type Change = InputOf<(typeof operations)['work.changeField']>

/** Adds custom fields. */
export const createField = command(operations['work.createField'], async (unit, inputs) => {
  const all = await readFields(unit.tx, unit.organisationId, null)
  refuseTwice('field', inputs, all)
  const taken = new Set(all.map((row) => row.key))
  await demandAudiences(unit, inputs)
  const rows = inputs.map(({ rollUp, formula, seenBy, changedBy, ...input }, index): FieldRow => {
    if (taken.has(input.key)) refuse('work.key_taken', { key: input.key }, index)
    taken.add(input.key)
    return {
      ...input,
      formula: input.kind === 'formula' ? (formula ?? '') : null,
      roll_up: input.kind === 'rollUp' ? (rollUp ?? null) : null,
      result: null,
      seen_by: seenBy,
      changed_by: changedBy,
      rank: rankAtEnd(unit.now, index),
      origin: unit.origin.kind,
      archived_at: null,
      version: 1,
    }
  })
  const checked = withResults(rows, [...all, ...rows])
  await keep(unit, checked, { kind: 'field', save: saveFields })
  if (checked.some(({ kind }) => kind === 'rollUp')) await gatherEverywhere(unit)
  await tellFieldRights(unit, { before: all, after: [...all, ...checked], changed: checked })
  return presentAll(unit, checked)
})

/** Changes custom fields, and what formulas that use them come to. */
export const changeField = command(operations['work.changeField'], async (unit, inputs) => {
  const all = await readFields(unit.tx, unit.organisationId, null)
  const found = byId(all)
  await demandAudiences(
    unit,
    inputs.map(({ patch }) => patch),
  )
  const changed = inputs.map((input, index) => changedRow(unit, found.get(input.id), { input, index }))
  const checked = withResults(changed, [...byId([...all, ...changed]).values()])
  const dependents = refreshed(all, checked)
  await keep(unit, [...checked, ...dependents], { kind: 'field', save: saveFields })
  await gatherEverywhere(unit)
  const after = [...byId([...all, ...checked]).values()]
  await tellFieldRights(unit, { before: all, after, changed: checked })
  return presentAll(unit, checked)
})

/** To who runs the organisation, as all who change fields do. */
function presentAll({ principal: { access } }: Unit, rows: readonly FieldRow[]) {
  return rows.map(
    (row, index) => presentField(row, access) ?? refuse('platform.not_found', { what: 'field' }, index),
  )
}

function changedRow(
  unit: Unit,
  row: FieldRow | undefined,
  { input, index }: { readonly input: Change; readonly index: number },
): FieldRow {
  const { isArchived, formula, rollUp, seenBy, changedBy, ...plain } = input.patch
  if (!row) return refuse('platform.not_found', { what: 'field' }, index)
  return {
    ...row,
    ...withoutUndefined(plain),
    formula: row.kind === 'formula' ? (formula ?? row.formula) : null,
    roll_up: row.kind === 'rollUp' ? (rollUp ?? row.roll_up) : null,
    seen_by: seenBy === undefined ? row.seen_by : seenBy,
    changed_by: changedBy === undefined ? row.changed_by : changedBy,
    archived_at: archivedAt(unit, row, isArchived),
    version: row.version + 1,
  }
}

/** Computed fields with what they come to; refused where one cannot be worked out. */
function withResults(rows: readonly FieldRow[], all: readonly FieldRow[]): readonly FieldRow[] {
  const formulas = formulasOf(all)
  return rows.map((row, index) => {
    if (!isComputed(row)) return row
    return { ...row, result: accepted(formulas.check(row.id), index).result }
  })
}

/** The other computed fields that come to something else now; refused when one no longer works. */
function refreshed(before: readonly FieldRow[], changed: readonly FieldRow[]): readonly FieldRow[] {
  const own = new Set(changed.map(({ id }) => id))
  const formulas = formulasOf([...byId([...before, ...changed]).values()])
  return before.flatMap((row) => {
    if (own.has(row.id) || !isComputed(row) || row.archived_at !== null) return []
    const checked = formulas.check(row.id)
    if (!checked.ok) return refuse('formula.breaks', { field: row.name })
    return checked.value.result === row.result
      ? []
      : [{ ...row, result: checked.value.result, version: row.version + 1 }]
  })
}

function formulasOf(rows: readonly FieldRow[]) {
  return createFieldFormulas(rows.map(fieldOf))
}
