import type { Unit } from '../../../platform/commands/index.ts'
import { type HeldCase, NO_CARRIER } from '../held-case.ts'
import {
  type Adopted,
  type CarriedRow,
  deleteAdopted,
  deleteRows,
  insertAdopted,
  replaceParts,
  saveRows,
} from './plan-items.ts'

/** A case before and after; without before it was not loaded. */
export type CaseChange = { readonly before: HeldCase | undefined; readonly after: HeldCase }

/** Writes what has changed of the items of plans, of what criteria have seen, and of adopted items. */
export function saveChanges(unit: Unit, changes: readonly CaseChange[]): void {
  deleteAdopted(unit, changes.flatMap(leftAdopted))
  insertAdopted(unit, changes.flatMap(newAdopted))
  deleteRows(unit, changes.flatMap(goneRows))
  saveRows(unit, changes.flatMap(changedRows))
  const partsChanged = changes.filter(
    ({ before, after }) => before?.standing?.state.parts !== after.standing?.state.parts,
  )
  replaceParts(unit, {
    caseIds: partsChanged.map(({ after }) => after.info.id),
    parts: partsChanged.flatMap(({ after }) =>
      (after.standing?.state.parts ?? []).map((part) => ({ caseId: after.info.id, part })),
    ),
  })
}

function goneRows({ before, after }: CaseChange) {
  const left = new Set(after.standing?.state.items.map(({ id }) => id))
  const rows = before?.standing?.state.items ?? []
  return rows.filter(({ id }) => !left.has(id)).map(({ id }) => ({ caseId: after.info.id, id }))
}

function changedRows({ before, after }: CaseChange): readonly CarriedRow[] {
  const known = new Set(before?.standing?.state.items)
  const carrierOf = (held: HeldCase | undefined, id: number) => held?.carriers.get(id)
  return (after.standing?.state.items ?? [])
    .filter((row) => !known.has(row) || carrierOf(before, row.id) !== carrierOf(after, row.id))
    .map((row) => ({ caseId: after.info.id, row, carrier: carrierOf(after, row.id) ?? NO_CARRIER }))
}

function adoptedOf(held: HeldCase | undefined): readonly Adopted[] {
  if (!held) return []
  return [...held.adopted].map(([def, { itemId }]) => ({ caseId: held.info.id, def, itemId }))
}

function leftAdopted({ before, after }: CaseChange): readonly Adopted[] {
  return adoptedOf(before).filter(({ def }) => !after.adopted.has(def))
}

function newAdopted({ before, after }: CaseChange): readonly Adopted[] {
  return adoptedOf(after).filter(({ def }) => before?.adopted.has(def) !== true)
}
